/** A column of a summary: two lines of heading and how a cell is written. */
export interface Column<Item> {
  readonly heading: readonly [string, string];
  readonly width: number;
  readonly cell: (item: Item) => string;
}

/** A number with fixed decimals; what is not finite shows as a dash. */
export function fixed(value: number, decimals: number): string {
  return Number.isFinite(value) ? value.toFixed(decimals) : '-';
}

/** Seconds since the start as SWMM shows them: days, then hours and minutes. */
export function dayAndTime(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return '-';
  const minutes = Math.floor(seconds / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(minutes / 1440)}  ${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

/** The heading of a section, between lines of stars. */
export function heading(title: string): string[] {
  const stars = '*'.repeat(title.length);
  return ['', '', stars, title, stars, ''];
}

/** A table with a name column on the left and numbers set right. `none` stands where there is no item. */
export function table<Item extends { readonly name: string }>(
  first: string,
  items: readonly Item[],
  columns: readonly Column<Item>[],
  none: string,
): string[] {
  if (items.length === 0) return [none];
  const nameWidth = Math.max(20, ...items.slice(0, 1000).map(({ name }) => name.length + 2));
  const width = nameWidth + columns.reduce((sum, column) => sum + column.width, 0);
  const line = '-'.repeat(width);
  const head = (row: 0 | 1): string => columns.map((column) => column.heading[row].padStart(column.width)).join('');
  return [
    line,
    `${' '.repeat(nameWidth)}${head(0)}`.trimEnd(),
    `${first.padEnd(nameWidth)}${head(1)}`.trimEnd(),
    line,
    ...items.map((item) =>
      `${item.name.padEnd(nameWidth)}${columns.map((column) => column.cell(item).padStart(column.width)).join('')}`.trimEnd(),
    ),
  ];
}

/** Lines of `label ....... value` with the values set right. */
export function dotted(rows: readonly (readonly [string, string])[], labelWidth = 26, valueWidth = 14): string[] {
  return rows.map(([label, value]) => `${`${label} `.padEnd(labelWidth, '.')}${value.padStart(valueWidth)}`);
}
