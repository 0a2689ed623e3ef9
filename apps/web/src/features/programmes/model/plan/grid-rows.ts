/** A row being written: its cells as they were typed, by column. */
export interface GridRow {
  /** Stays the row's own while it is moved. */
  readonly key: string;
  /** Of a row that is kept already. */
  readonly id: string | null;
  readonly cells: Readonly<Record<string, string>>;
}

/** A cell that cannot be taken, by row (from 0) and column, with the key of its words. */
export interface CellFault {
  readonly row: number;
  readonly column: string;
  readonly code: string;
}

/** What a list would become, or what is in the way. */
export type ReadRows<T> = { readonly faults: readonly CellFault[]; readonly items: readonly T[] };

/** Lays pasted cells over the rows from one cell on; rows that lack are added. A first line that repeats the headings is left out. */
export function pasteOver(
  rows: readonly GridRow[],
  pasted: readonly (readonly string[])[],
  at: {
    readonly row: number;
    readonly columns: readonly { readonly key: string; readonly heading: string; readonly isLocked?: (row: GridRow) => boolean }[];
  },
  newRow: () => GridRow,
): GridRow[] {
  const isHeading =
    pasted.length > 1 && pasted[0]!.some((cell, index) => cell !== '' && plain(cell) === plain(at.columns[index]?.heading ?? ''));
  const lines = isHeading ? pasted.slice(1) : pasted;
  const result = [...rows];
  lines.forEach((line, index) => {
    const before = result[at.row + index] ?? newRow();
    const open = at.columns.map((column) => !column.isLocked?.(before));
    const cells = Object.fromEntries(
      line.flatMap((cell, place) => (at.columns[place] && open[place] ? [[at.columns[place].key, cell]] : [])),
    );
    result[at.row + index] = { ...before, cells: { ...before.cells, ...cells } };
  });
  return result;
}

const plain = (words: string): string => words.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Puts a row elsewhere; numbers in `column` that name rows follow the rows they name. */
export function moveRow(rows: readonly GridRow[], from: number, to: number, column?: string): GridRow[] {
  if (to < 0 || to >= rows.length) return [...rows];
  const order = rows.map((_, index) => index);
  order.splice(to, 0, ...order.splice(from, 1));
  return renumbered(order, rows, column);
}

/** Takes a row out, and out of the rows that name it. */
export function removeRow(rows: readonly GridRow[], at: number, column?: string): GridRow[] {
  return renumbered(
    rows.map((_, index) => index).filter((index) => index !== at),
    rows,
    column,
  );
}

function renumbered(order: readonly number[], rows: readonly GridRow[], column: string | undefined): GridRow[] {
  if (column === undefined) return order.map((index) => rows[index]!);
  const named = withKeys(rows, column);
  return withNumbers(
    order.map((index) => named[index]!),
    column,
  );
}

const keyMark = '#';
const partsOf = (words: string): string[] => words.split(/([;,\s]+)/);

/** The numbers in a column that name rows become the keys of those rows, which stay the same wherever the rows go. */
export function withKeys(rows: readonly GridRow[], column: string): GridRow[] {
  const keyAt = (part: string): string => (/^\d+$/.test(part) && rows[Number(part) - 1] ? keyMark + rows[Number(part) - 1]!.key : part);
  return rewritten(rows, column, (words) => partsOf(words).map(keyAt).join(''));
}

/** The keys become numbers again; rows that are not there any more are named no more. */
export function withNumbers(rows: readonly GridRow[], column: string): GridRow[] {
  const places = new Map(rows.map((row, index) => [keyMark + row.key, String(index + 1)]));
  const numberOf = (part: string): string => (part.startsWith(keyMark) ? (places.get(part) ?? '') : part);
  return rewritten(rows, column, (words) =>
    partsOf(words)
      .map(numberOf)
      .join('')
      .replaceAll(/(^|[;,])\s*(?=[;,]|$)/g, '')
      .replace(/^[;,\s]+/, ''),
  );
}

const rewritten = (rows: readonly GridRow[], column: string, write: (words: string) => string): GridRow[] =>
  rows.map((row) => ({ ...row, cells: { ...row.cells, [column]: write(row.cells[column] ?? '') } }));

/** Leaves out new rows in which nothing stands. */
export function withoutEmpty(rows: readonly GridRow[], column?: string): GridRow[] {
  const isEmpty = (row: GridRow): boolean => row.id === null && Object.values(row.cells).every((cell) => cell.trim() === '');
  return renumbered(
    rows.flatMap((row, index) => (isEmpty(row) ? [] : [index])),
    rows,
    column,
  );
}
