import type { BodyOf } from '@makaverse/contract/endpoint';
import type { ProgrammePlan, writeBudget } from '@makaverse/contract/programmes-plan';
import { datedCells, readDated } from './dated-cells.ts';
import type { CellFault, GridRow, ReadRows } from './grid-rows.ts';
import { readRupiah, writeRupiah } from './plan-cells.ts';

type Sent = BodyOf<typeof writeBudget>['lines'][number];

/** Budget lines as rows to be written. */
export function budgetRows(plan: ProgrammePlan): GridRow[] {
  return plan.budget.map((one) => ({
    key: one.id,
    id: one.id,
    cells: {
      code: one.code,
      name: one.name,
      ceiling: writeRupiah(one.ceiling),
      contract: one.contract === null ? '' : writeRupiah(one.contract),
      ...datedCells(one.plan, (point) => writeRupiah(point.amount)),
    },
  }));
}

/** Rows as budget lines, or the cells in the way. */
export function readBudgetRows(rows: readonly GridRow[], dates: readonly string[]): ReadRows<Sent> {
  const faults: CellFault[] = [];
  const items = rows.map((row, index): Sent => {
    const cell = (name: string): string => (row.cells[name] ?? '').trim();
    const fault = (column: string, code: string): void => void faults.push({ row: index, column, code });
    if (cell('code') === '') fault('code', 'code-missing');
    if (cell('name') === '') fault('name', 'title-missing');
    const ceiling = readRupiah(cell('ceiling'));
    if (ceiling === null) fault('ceiling', 'rupiah');
    const contract = cell('contract') === '' ? null : readRupiah(cell('contract'));
    if (contract === null && cell('contract') !== '') fault('contract', 'rupiah');
    const plan = readDated(row, dates, readRupiah, (column) => fault(column, 'rupiah'));
    return {
      id: row.id,
      code: cell('code'),
      name: cell('name'),
      ceiling: ceiling ?? 0,
      contract,
      plan: plan.map(({ on, value }) => ({ on, amount: value })),
    };
  });
  return { faults, items };
}
