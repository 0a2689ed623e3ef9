import { stringify } from 'csv-stringify/sync';

/** A cell beginning so is run as a formula by spreadsheets (OWASP, CSV injection); an apostrophe in front makes it text. */
const formulaStart = /^[=+\-@\t\r]/;

/**
 * Rows as a CSV file a spreadsheet opens rightly: UTF-8 with byte order mark, comma, CRLF (RFC 4180), no cell that runs.
 * `columns` gives the headings in their order.
 */
export function csvFile<K extends string>(
  columns: Readonly<Record<K, string>>,
  rows: readonly Readonly<Record<NoInfer<K>, string | number | null>>[],
): string {
  const harmless = (value: string | number | null): string | number | null =>
    typeof value === 'string' && formulaStart.test(value) ? `'${value}` : value;
  const keys = Object.keys(columns) as K[];
  const table = [keys.map((key) => columns[key]), ...rows.map((row) => keys.map((key) => harmless(row[key])))];
  return stringify(table, { bom: true, record_delimiter: 'windows' });
}
