import type { GridRow } from './grid-rows.ts';

/** The column of what is planned up to a date. */
export function planColumn(on: string): string {
  return `plan ${on}`;
}

/** Dates of which the rows say something planned, in order. */
export function datesOfRows(rows: readonly GridRow[]): string[] {
  const dates = rows.flatMap((row) => Object.keys(row.cells).flatMap((column) => /^plan (.+)$/.exec(column)?.[1] ?? []));
  return [...new Set(dates)].toSorted();
}

/** Cells of dated figures. */
export function datedCells<T extends { readonly on: string }>(points: readonly T[], write: (point: T) => string): Record<string, string> {
  return Object.fromEntries(points.map((point) => [planColumn(point.on), write(point)]));
}

/** Dated figures of a row; what is no figure is told to `fault`. */
export function readDated(
  row: GridRow,
  dates: readonly string[],
  read: (written: string) => number | null,
  fault: (column: string) => void,
): { on: string; value: number }[] {
  return dates.flatMap((on) => {
    const written = (row.cells[planColumn(on)] ?? '').trim();
    if (written === '') return [];
    const value = read(written);
    if (value === null) fault(planColumn(on));
    return value === null ? [] : [{ on, value }];
  });
}
