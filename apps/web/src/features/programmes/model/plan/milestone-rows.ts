import type { BodyOf } from '@makaverse/contract/endpoint';
import type { Programme } from '@makaverse/contract/programmes';
import type { ProgrammePlan, writeMilestones } from '@makaverse/contract/programmes-plan';
import type { CellFault, GridRow, ReadRows } from './grid-rows.ts';
import { readDate, readNumber, readPositions, writeDate } from './plan-cells.ts';

type Sent = BodyOf<typeof writeMilestones>['milestones'][number];

/** Milestones as rows to be written. */
export function milestoneRows(plan: ProgrammePlan): GridRow[] {
  return plan.milestones.map((one) => ({
    key: one.id,
    id: one.id,
    cells: {
      title: one.title,
      weight: String(one.weight),
      unit: one.unit?.shortName ?? '',
      plannedOn: writeDate(one.plannedOn),
      promisedOn: writeDate(one.promisedOn),
      after: one.after.join('; '),
    },
  }));
}

/** Rows as milestones, or the cells in the way. */
export function readMilestoneRows(rows: readonly GridRow[], units: Programme['units']): ReadRows<Sent> {
  const faults: CellFault[] = [];
  const items = rows.map((row, index): Sent => {
    const cell = (name: string): string => (row.cells[name] ?? '').trim();
    const fault = (column: string, code: string): void => void faults.push({ row: index, column, code });
    if (cell('title') === '') fault('title', 'title-missing');
    const weight = readNumber(cell('weight'));
    if (weight === null || !Number.isInteger(weight) || weight < 1 || weight > 1000) fault('weight', 'weight');
    const unit = units.find((one) => [one.name, one.shortName, one.code].some((name) => name.toLowerCase() === cell('unit').toLowerCase()));
    if (cell('unit') !== '' && !unit) fault('unit', 'unit');
    const plannedOn = readDate(cell('plannedOn'));
    if (plannedOn === null) fault('plannedOn', 'date');
    const promisedOn = cell('promisedOn') === '' ? undefined : readDate(cell('promisedOn'));
    if (promisedOn === null) fault('promisedOn', 'date');
    const after = readPositions(cell('after'));
    if (after === null) fault('after', 'after');
    return {
      id: row.id,
      title: cell('title'),
      weight: weight ?? 1,
      unitId: unit?.id ?? null,
      plannedOn: plannedOn ?? '',
      ...(row.id === null && promisedOn && { promisedOn }),
      after: after ?? [],
    };
  });
  return { faults, items };
}
