import type { BodyOf } from '@makaverse/contract/endpoint';
import type { ProgrammePlan, writeIndicators } from '@makaverse/contract/programmes-plan';
import { datedCells, readDated } from './dated-cells.ts';
import type { CellFault, GridRow, ReadRows } from './grid-rows.ts';
import { readDate, readNumber, writeDate, writeNumber } from './plan-cells.ts';

type Sent = BodyOf<typeof writeIndicators>['indicators'][number];

/** Indicators as rows to be written. */
export function indicatorRows(plan: ProgrammePlan): GridRow[] {
  return plan.indicators.map((one) => ({
    key: one.id,
    id: one.id,
    cells: {
      name: one.name,
      measure: one.measure,
      baselineOn: writeDate(one.baseline.on),
      baseline: writeNumber(one.baseline.value),
      targetOn: writeDate(one.target.on),
      target: writeNumber(one.target.value),
      ...datedCells(one.points, (point) => writeNumber(point.value)),
    },
  }));
}

/** Rows as indicators, or the cells in the way. */
export function readIndicatorRows(rows: readonly GridRow[], dates: readonly string[]): ReadRows<Sent> {
  const faults: CellFault[] = [];
  const items = rows.map((row, index): Sent => {
    const cell = (name: string): string => (row.cells[name] ?? '').trim();
    const fault = (column: string, code: string): void => void faults.push({ row: index, column, code });
    const dateOf = (column: string): string => readDate(cell(column)) ?? (fault(column, 'date'), '');
    const numberOf = (column: string): number => readNumber(cell(column)) ?? (fault(column, 'number'), 0);
    if (cell('name') === '') fault('name', 'title-missing');
    if (cell('measure') === '') fault('measure', 'measure-missing');
    return {
      id: row.id,
      name: cell('name'),
      measure: cell('measure'),
      baseline: { on: dateOf('baselineOn'), value: numberOf('baseline') },
      target: { on: dateOf('targetOn'), value: numberOf('target') },
      points: readDated(row, dates, readNumber, (column) => fault(column, 'number')),
    };
  });
  return { faults, items };
}
