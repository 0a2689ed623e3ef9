import { withKeys, withNumbers, type GridRow } from './grid-rows.ts';

/** What one of us and somebody else wrote differently since both began from the same list. */
export interface Clash {
  readonly rowKey: string;
  /** Null where the other took the whole row out, or one of us did. */
  readonly column: string | null;
  /** As each wrote it; null where he took the row out. */
  readonly mine: string | null;
  readonly theirs: string | null;
  /** The row as it stands with the other, to be taken over. */
  readonly theirRow: GridRow | null;
}

export interface Merged {
  /** Both lists in one; where they clash, mine. */
  readonly rows: GridRow[];
  readonly clashes: readonly Clash[];
}

/**
 * Three-way merge of a list, cell by cell (as diff3 does with lines: Khanna, Kunal, Pierce 2007): what only one of two changed since
 * `basis` is taken from him, what both changed differently is a clash. Numbers in `namesRows` name rows and follow them.
 */
export function mergeRows(basis: readonly GridRow[], mine: readonly GridRow[], theirs: readonly GridRow[], namesRows?: string): Merged {
  const keyed = (rows: readonly GridRow[]): readonly GridRow[] => (namesRows === undefined ? rows : withKeys(rows, namesRows));
  const byKey = (rows: readonly GridRow[]): Map<string, GridRow> => new Map(keyed(rows).map((row) => [row.key, row]));
  const [before, other] = [byKey(basis), byKey(theirs)];
  const own = byKey(mine);
  const clashes: Clash[] = [];
  const rows: GridRow[] = [];
  for (const row of own.values()) {
    const [was, their] = [before.get(row.key), other.get(row.key)];
    // Theirs is unknown to me, or a row of mine is new: nobody else has written in it.
    if (!was) rows.push(row);
    else if (their) rows.push(mergeCells(was, row, their, clashes));
    else if (!isSame(was, row)) {
      // Taken out by them and changed by me: it comes back as a new one, unless theirs is chosen.
      rows.push({ ...row, id: null });
      clashes.push({ rowKey: row.key, column: null, mine: nameOf(row), theirs: null, theirRow: null });
    }
  }
  for (const their of other.values()) {
    if (own.has(their.key)) continue;
    const was = before.get(their.key);
    if (!was) rows.push(their);
    else if (!isSame(was, their)) clashes.push({ rowKey: their.key, column: null, mine: null, theirs: nameOf(their), theirRow: their });
  }
  return { rows: namesRows === undefined ? rows : withNumbers(rows, namesRows), clashes };
}

function mergeCells(was: GridRow, mine: GridRow, theirs: GridRow, clashes: Clash[]): GridRow {
  const cells = { ...mine.cells };
  for (const column of new Set([...Object.keys(mine.cells), ...Object.keys(theirs.cells)])) {
    const [before, own, other] = [was, mine, theirs].map((row) => row.cells[column] ?? '') as [string, string, string];
    if (other === before || other === own) continue;
    if (own === before) cells[column] = other;
    else clashes.push({ rowKey: mine.key, column, mine: own, theirs: other, theirRow: theirs });
  }
  return { ...mine, cells };
}

/** The list with everything that clashed as the other wrote it. */
export function takeTheirs(rows: readonly GridRow[], clashes: readonly Clash[], namesRows?: string): GridRow[] {
  const taken = new Map((namesRows === undefined ? rows : withKeys(rows, namesRows)).map((row) => [row.key, row]));
  for (const { rowKey, column, theirs, theirRow } of clashes) {
    const row = taken.get(rowKey);
    if (column !== null && row) taken.set(rowKey, { ...row, cells: { ...row.cells, [column]: theirs ?? '' } });
    else if (theirRow) taken.set(rowKey, theirRow);
    else taken.delete(rowKey);
  }
  const merged = [...taken.values()];
  return namesRows === undefined ? merged : withNumbers(merged, namesRows);
}

/** Whether two rows say the same; a cell that is not there is empty. */
export function isSame(a: GridRow, b: GridRow): boolean {
  return [...new Set([...Object.keys(a.cells), ...Object.keys(b.cells)])].every(
    (column) => (a.cells[column] ?? '') === (b.cells[column] ?? ''),
  );
}

/** A row is called by its first cell that says something. */
const nameOf = (row: GridRow): string => Object.values(row.cells).find((words) => words.trim() !== '') ?? '';
