import { parse } from 'csv-parse/sync';
import { CsvError } from 'csv-parse';
import { readSheet } from 'read-excel-file/node';
import type { Language } from '#platform/language';
import { checkXlsx, XlsxBroken, XlsxTooBig } from '#platform/unpack-xlsx';
import type { Column } from '../domain/import-columns.ts';
import { plainHeading } from '../domain/import-columns.ts';
import { ImportUnreadable, type Unreadable } from './import-unreadable.ts';

/** The most rows one file may have below its heading. */
const maxRows = 20_000;

/** A row below the heading: its line in the file and its cells by our column names, trimmed. */
export interface TableRow {
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
}

type Refuse = (why: Unreadable, params?: Readonly<Record<string, string | number>>) => never;

/** Reads the rows of a CSV or XLSX file, told apart by their content. @throws ImportUnreadable */
export async function readTable(bytes: Buffer, columns: readonly Column[], language: Language): Promise<readonly TableRow[]> {
  const refuse: Refuse = (why, params) => {
    throw new ImportUnreadable(language, why, params);
  };
  const isZip = bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));
  const lines = isZip ? await readXlsx(bytes, refuse) : readCsv(bytes, refuse);
  const [heading, ...rest] = lines;
  if (!heading) return refuse('empty');
  const places = placesOf(heading.cells, columns, refuse);
  const rows = rest.filter((line) => line.cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return refuse('empty');
  if (rows.length > maxRows) return refuse('too-many-rows', { max: maxRows });
  return rows.map(({ line, cells }) => ({
    row: line,
    values: Object.fromEntries([...places].map(([name, place]) => [name, tidy(cells[place] ?? '')])),
  }));
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

function placesOf(heading: readonly string[], columns: readonly Column[], refuse: Refuse): ReadonlyMap<string, number> {
  const found = heading.map(plainHeading);
  const places = new Map<string, number>();
  for (const column of columns) {
    const at = found.flatMap((one, place) => (column.headings.includes(one) ? [place] : []));
    if (at.length > 1) refuse('column-twice', { column: heading[at[1]!]! });
    if (at[0] !== undefined) places.set(column.name, at[0]);
  }
  const missing = columns.filter((column) => column.isRequired && !places.has(column.name));
  if (missing.length > 0) refuse('columns-missing', { columns: missing.map((column) => column.headings[0]!).join(', ') });
  return places;
}

function readCsv(bytes: Buffer, refuse: Refuse): Line[] {
  const words = decode(bytes, refuse);
  // Indonesian spreadsheets separate by semicolon, because the comma is the decimal sign.
  const first = words.slice(0, words.search(/\r|\n|$/));
  const delimiter = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!;
  try {
    const records: unknown = parse(words, {
      bom: true,
      delimiter,
      skip_empty_lines: true,
      info: true,
      to: maxRows + 2,
      max_record_size: 100_000,
    });
    return (records as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse('csv-broken', { row: Number(error['lines'] ?? 1) });
  }
}

function decode(bytes: Buffer, refuse: Refuse): string {
  const isBinary = bytes.subarray(0, 4000).includes(0);
  // A workbook of before 2007 (OLE), or a text in UTF-16 as Excel's "Unicode text" makes it.
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return refuse('not-a-table');
  if (isBinary) return refuse(bytes[0] === 0xff || bytes[0] === 0xfe ? 'encoding' : 'not-a-table', { row: 1 });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuse('encoding', { row: firstBadLine(bytes) });
  }
}

function firstBadLine(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8');
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end === -1 ? bytes.length : end;
    if (decoder.decode(bytes.subarray(start, stop)).includes('\uFFFD')) return line;
    start = stop + 1;
  }
  return line;
}

async function readXlsx(bytes: Buffer, refuse: Refuse): Promise<Line[]> {
  try {
    await checkXlsx(bytes);
  } catch (error) {
    if (error instanceof XlsxTooBig) return refuse('xlsx-too-big');
    if (error instanceof XlsxBroken) return refuse('xlsx-broken');
    throw error;
  }
  // The archive holds no bomb; what its reader still stumbles over is a workbook that is none.
  const rows: readonly (readonly unknown[])[] = await readSheet<string>(bytes, { parseNumber: (written) => written }).catch(() =>
    refuse('xlsx-broken'),
  );
  return rows.map((cells, index) => ({ line: index + 1, cells: cells.map(wordsOf) }));
}

/** A cell as one would have typed it: formulas give their last result, days ISO dates, numbers no exponent. */
function wordsOf(cell: unknown): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell !== 'string' && typeof cell !== 'number' && typeof cell !== 'boolean') return '';
  const written = String(cell);
  return /^-?\d+(\.\d+)?e[+-]?\d+$/i.test(written)
    ? Number(written).toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
    : written;
}

/** A cell on one line and of storable length: no column takes so much, and NUL, which JSON in PostgreSQL cannot hold, stays visible as wrong. */
function tidy(cell: string): string {
  return cell.slice(0, 2000).replaceAll(/\s+/g, ' ').replaceAll('\0', '\uFFFD').trim();
}
