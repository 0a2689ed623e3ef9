/** What a column shows, sorts by, is filtered by and writes into a file. Dates as ISO strings sort rightly. */
export type CellValue = string | number | null;

export type SortDirection = 'ascending' | 'descending';

type Valued<Row> = { readonly key: string; readonly value?: ((row: Row) => CellValue) | undefined };

// One collator for all: Indonesian order, figures inside words by size ("RW 2" before "RW 10").
const collator = new Intl.Collator('id', { numeric: true, sensitivity: 'base' });

/**
 * Sorted copy; equal rows keep their order, and rows without a value stand last either way, because "unknown" is
 * neither least nor most.
 *
 * @example sortRows(rows, (row) => row.due, "ascending")
 */
export function sortRows<Row>(rows: readonly Row[], valueOf: (row: Row) => CellValue, direction: SortDirection): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((first, second) => {
    const [one, other] = [valueOf(first), valueOf(second)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
    return sign * collator.compare(String(one), String(other));
  });
}

/**
 * Rows in which every typed word occurs in some column, whatever its case or accents.
 *
 * @example filterRows(rows, columns, "lurah antang")
 */
export function filterRows<Row>(rows: readonly Row[], columns: readonly Valued<Row>[], typed: string): readonly Row[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = plain(columns.map((column) => column.value?.(row) ?? '').join(' '));
    return words.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('id');
}

/**
 * RFC 4180 text with a byte order mark, so that spreadsheets read it as UTF-8. A cell that a spreadsheet would run
 * as a formula is quoted with an apostrophe (OWASP, "CSV Injection").
 *
 * @example toCsv([{ heading: "Unit", key: "unit", value: (row) => row.unit }], rows)
 */
export function toCsv<Row>(columns: readonly (Valued<Row> & { readonly heading: string })[], rows: readonly Row[]): string {
  const written = columns.filter((column) => column.value !== undefined);
  const lines = [
    written.map((column) => csvCell(column.heading)),
    ...rows.map((row) => written.map((column) => csvCell(column.value?.(row) ?? null))),
  ];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function csvCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
