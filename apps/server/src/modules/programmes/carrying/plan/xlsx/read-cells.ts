import { largestRupiah } from '@makaverse/contract/programmes-plan';
import { cellName, datedField, fixedColumns, headingOf, sheetTitle, type SheetKey } from './plan-sheets.ts';
import { WrittenNumber, type CellFault, type SheetCell } from './read-workbook.ts';

/** A sheet with its columns found, one row at a time. */
export interface SheetTable {
  readonly rows: readonly SheetRow[];
  /** Dates that have columns, by kind. */
  readonly dated: readonly { readonly kind: 'plan' | 'real'; readonly on: string; readonly column: number }[];
  readonly faults: CellFault[];
  /** The name of a field's cell in a row; rows count from 0 below the heading, and the one behind the last is allowed. */
  readonly cellOf: (row: number, field: string) => string;
}

/** A row's fields, each read as what it should be; what it is not becomes a fault of the sheet. */
export interface SheetRow {
  readonly words: (field: string, most: number) => string;
  readonly optionalWords: (field: string, most: number) => string;
  readonly date: (field: string) => string;
  readonly optionalDate: (field: string) => string | null;
  readonly number: (field: string) => number;
  readonly optionalNumber: (field: string) => number | null;
  readonly whole: (field: string, from: number, to: number) => number;
  readonly rupiah: (field: string) => number;
  readonly optionalRupiah: (field: string) => number | null;
  readonly isEmpty: (field: string) => boolean;
  /** What stands under "No.", whether it was typed as text or as a number. */
  readonly numberName: () => string;
  /** "1; 3" as names of rows. */
  readonly nameList: (field: string) => readonly string[];
  /** Adds a fault to a field of this row. */
  readonly fault: (field: string, code: string, params?: CellFault['params']) => void;
}

/** Finds the columns by their headings and lays the rows open; empty rows are left out. */
export function sheetTable(sheet: SheetKey, cells: readonly (readonly SheetCell[])[]): SheetTable {
  const title = sheetTitle(sheet);
  const faults: CellFault[] = [];
  const columns = new Map<string, number>();
  const dated: { kind: 'plan' | 'real'; on: string; column: number }[] = [];
  (cells[0] ?? []).forEach((cell, column) => {
    const heading = shown(cell);
    if (heading === '') return;
    const date = sheet === 'milestones' ? null : datedField(heading);
    const field = date ? `${date.kind} ${date.on}` : fixedColumns[sheet].find((one) => plain(headingOf(sheet, one)) === plain(heading));
    if (field === undefined || columns.has(field)) {
      faults.push({
        sheet: title,
        cell: cellName(0, column),
        found: heading,
        code: field === undefined ? 'heading-unknown' : 'heading-twice',
      });
      return;
    }
    columns.set(field, column);
    if (date) dated.push({ ...date, column });
  });
  const missing = fixedColumns[sheet].filter((field) => field !== 'number' && field !== 'id' && !columns.has(field));
  for (const field of missing)
    faults.push({ sheet: title, cell: 'A1', found: '', code: 'heading-missing', params: { heading: headingOf(sheet, field) } });
  const filled = cells.flatMap((row, index) => (index > 0 && row.some((cell) => shown(cell) !== '') ? [{ row, index }] : []));
  const cellOf = (row: number, field: string): string =>
    cellName(filled[row]?.index ?? (filled.at(-1)?.index ?? 0) + 1, columns.get(field) ?? columns.get('title') ?? columns.get('name') ?? 0);
  const rows = missing.length > 0 ? [] : filled.map(({ row, index }) => rowOf({ row, index, columns, title, faults }));
  return { rows, dated, faults, cellOf };
}

const plain = (words: string): string => words.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** A cell as one reads it. */
function shown(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof WrittenNumber) return cell.written;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

function rowOf(at: {
  readonly row: readonly SheetCell[];
  readonly index: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly title: string;
  readonly faults: CellFault[];
}): SheetRow {
  const { row, index, columns, title, faults } = at;
  const cell = (field: string): SheetCell => row[columns.get(field) ?? -1] ?? null;
  const isEmpty = (field: string): boolean => shown(cell(field)) === '';
  const fault = (field: string, code: string, params?: CellFault['params']): void => {
    faults.push({
      sheet: title,
      cell: cellName(index, columns.get(field) ?? 0),
      found: shown(cell(field)).slice(0, 100),
      code,
      ...(params && { params }),
    });
  };
  const wrong = <T>(field: string, code: string, instead: T, params?: CellFault['params']): T => {
    fault(field, isEmpty(field) ? 'cell-empty' : code, params);
    return instead;
  };
  const optionalWords = (field: string, most: number): string => {
    const value = cell(field);
    // A number here has already lost what it was: 0001 became 1, 1.10 became 1.1.
    if (value !== null && typeof value !== 'string') return wrong(field, 'not-text', '');
    const words = (value ?? '').replaceAll(/\s+/g, ' ').trim();
    if (words.length > most) return wrong(field, 'too-long', '', { max: most });
    return /\p{Cc}/u.test(words) || !words.isWellFormed() ? wrong(field, 'not-text', '') : words;
  };
  const number = (field: string): number => {
    const value = cell(field);
    const written =
      value instanceof WrittenNumber ? value.written : typeof value === 'string' ? value.replace(/^(-?\d+),(\d+)$/, '$1.$2') : '';
    const read = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(written.trim()) ? Number(written) : Number.NaN;
    return Number.isFinite(read) && Math.abs(read) <= 1e12 ? read : wrong(field, 'not-number', 0);
  };
  const whole = (field: string, from: number, to: number): number => {
    const value = cell(field);
    const written = value instanceof WrittenNumber ? value.written : typeof value === 'string' ? value.replaceAll(/[.\s]|^rp/gi, '') : '';
    const read = /^\d+(\.0+)?(e\+?\d+)?$|^\d\.\d+e\+?\d+$/i.test(written) ? Number(written) : Number.NaN;
    return Number.isInteger(read) && read >= from && read <= to ? read : wrong(field, 'not-whole', from, { from, to });
  };
  const date = (field: string): string => {
    const value = cell(field);
    const read = value instanceof Date ? shown(value) : typeof value === 'string' ? dateOf(value) : '';
    return read >= '1945-08-17' && read <= '2199-12-31' ? read : wrong(field, 'not-date', '');
  };
  return {
    words: (field, most) => optionalWords(field, most) || (isEmpty(field) ? wrong(field, 'cell-empty', '') : ''),
    optionalWords,
    date,
    optionalDate: (field) => (isEmpty(field) ? null : date(field)),
    number,
    optionalNumber: (field) => (isEmpty(field) ? null : number(field)),
    whole,
    rupiah: (field) => whole(field, 0, largestRupiah),
    optionalRupiah: (field) => (isEmpty(field) ? null : whole(field, 0, largestRupiah)),
    isEmpty,
    numberName: () => shown(cell('number')).replace(/\.0*$/, ''),
    nameList: (field) =>
      shown(cell(field))
        .split(/[;,\s]+/)
        .filter(Boolean),
    fault,
  };
}

/** A date that was typed as text. */
function dateOf(written: string): string {
  const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(written.trim());
  const iso = parts ? `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}` : written.trim();
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso) ? iso : '';
}
