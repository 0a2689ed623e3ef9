import { xlsxParts } from '#platform/unpack-xlsx';

/** What a sheet holds that a table must not, found in its XML, because readers of values pass over it in silence. */
export interface SheetScan {
  readonly formulas: readonly string[];
  readonly merged: readonly string[];
  readonly lastRow: number;
}

const most = 100;

/** Looks through every sheet, by its name (ECMA-376, part 1: 18.2.20 sheets, 18.3.1.40 formulas, 18.3.1.55 merged cells). */
export async function scanWorkbook(bytes: Buffer): Promise<ReadonlyMap<string, SheetScan>> {
  const parts = await xlsxParts(bytes, (name) => /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name));
  const targets = new Map(
    [...(parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  const sheets = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)];
  return new Map(
    sheets.flatMap(([tag]) => {
      const target = (targets.get(attribute(tag, 'r:id')) ?? '').replace(/^\/?(xl\/)?/, 'xl/');
      const xml = parts.get(target);
      return xml === undefined ? [] : [[attribute(tag, 'name'), scan(xml)] as const];
    }),
  );
}

function scan(xml: string): SheetScan {
  const formulas: string[] = [];
  for (const [, cell] of xml.matchAll(/<(?:\w+:)?c\b[^>]*?\br="([A-Z]+\d+)"[^>]*>\s*<(?:\w+:)?f\b/g)) {
    formulas.push(cell!);
    if (formulas.length === most) break;
  }
  const merged = [...xml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*?\bref="([^"]+)"/g)].slice(0, most).map(([, range]) => range!);
  let lastRow = 0;
  let rows = 0;
  for (const [tag] of xml.matchAll(/<(?:\w+:)?row\b[^>]*>/g)) {
    rows += 1;
    lastRow = Math.max(lastRow, Number(attribute(tag, 'r') || rows));
  }
  return { formulas, merged, lastRow };
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return found.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'");
}
