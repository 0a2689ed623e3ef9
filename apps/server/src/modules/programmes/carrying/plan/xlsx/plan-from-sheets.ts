import type { ProgrammePlan } from '@makaverse/contract/programmes-plan';
import type { UnitBrief } from '@makaverse/contract/primitives';
import type { AskedLine } from '../domain/judge-budget.ts';
import type { AskedIndicator } from '../domain/judge-indicators.ts';
import type { AskedMilestone } from '../domain/judge-milestones.ts';
import type { SheetRow, SheetTable } from './read-cells.ts';

/** A figure the file reports that is not on record yet. */
export interface NewFigure {
  /** The row it stands in. */
  readonly row: number;
  readonly on: string;
  readonly figure: number;
}

const idForm = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

function idOf(row: SheetRow): string | null {
  const id = row.optionalWords('id', 40).toLowerCase();
  if (id !== '' && !idForm.test(id)) row.fault('id', 'row-unknown');
  return idForm.test(id) ? id : null;
}

/** Milestones of their sheet. Numbers name rows by what stands under "No.", or by the order where nothing does. */
export function milestonesFrom(table: SheetTable, plan: ProgrammePlan, units: readonly UnitBrief[]): AskedMilestone[] {
  const promised = new Map(plan.milestones.map((one) => [one.id, one.promisedOn]));
  const positions = new Map<string, number>();
  table.rows.forEach((row, index) => {
    const number = row.numberName();
    if (positions.has(number)) row.fault('number', 'number-twice', { number });
    positions.set(number || String(index + 1), index + 1);
  });
  return table.rows.map((row) => {
    const id = idOf(row);
    const named = row.optionalWords('unit', 300).toLowerCase();
    const unit = units.find((one) => [one.name, one.shortName, one.code].some((name) => name.toLowerCase() === named));
    if (named !== '' && !unit) row.fault('unit', 'unit-unknown', { units: units.map((one) => one.shortName).join('; ') });
    const plannedOn = row.date('plannedOn');
    const promisedOn = row.optionalDate('promisedOn');
    const standing = id === null ? undefined : promised.get(id);
    if (standing !== undefined && promisedOn !== standing)
      row.fault('promisedOn', 'promise-stands', { on: standing.split('-').toReversed().join('-') });
    return {
      id,
      title: row.words('title', 300),
      weight: row.whole('weight', 1, 1000),
      unitId: unit?.id ?? null,
      plannedOn,
      promisedOn: promisedOn ?? undefined,
      after: afterOf(row, positions),
    };
  });
}

function afterOf(row: SheetRow, positions: ReadonlyMap<string, number>): number[] {
  const names = row.nameList('after');
  const unknown = names.find((name) => !positions.has(name));
  if (unknown !== undefined) row.fault('after', 'after-unknown', { number: unknown, count: positions.size });
  return [...new Set(names.flatMap((name) => positions.get(name) ?? []))].toSorted((a, b) => a - b);
}

/** Indicators of their sheet, and the values it reports anew. */
export function indicatorsFrom(table: SheetTable, plan: ProgrammePlan): { asked: AskedIndicator[]; reported: NewFigure[] } {
  const known = new Map(plan.indicators.map((one) => [one.id, one.values.map(({ on, value }) => ({ on, figure: value }))]));
  const reported: NewFigure[] = [];
  const asked = table.rows.map((row, index): AskedIndicator => {
    const id = idOf(row);
    reported.push(...newFigures(table, row, { index, said: known.get(id ?? '') ?? [], read: row.number, today: plan.today }));
    return {
      id,
      name: row.words('name', 300),
      measure: row.words('measure', 60),
      baseline: { on: row.date('baselineOn'), value: row.number('baseline') },
      target: { on: row.date('targetOn'), value: row.number('target') },
      points: planned(table, row.optionalNumber).map(({ on, figure }) => ({ on, value: figure })),
    };
  });
  return { asked, reported };
}

/** Budget lines of their sheet, and what it reports anew as realised. */
export function linesFrom(table: SheetTable, plan: ProgrammePlan): { asked: AskedLine[]; reported: NewFigure[] } {
  const known = new Map(plan.budget.map((one) => [one.id, one.spent.map(({ on, amount }) => ({ on, figure: amount }))]));
  const reported: NewFigure[] = [];
  const asked = table.rows.map((row, index): AskedLine => {
    const id = idOf(row);
    reported.push(...newFigures(table, row, { index, said: known.get(id ?? '') ?? [], read: row.rupiah, today: plan.today }));
    return {
      id,
      code: row.words('code', 60),
      name: row.words('name', 300),
      ceiling: row.rupiah('ceiling'),
      contract: row.optionalRupiah('contract'),
      plan: planned(table, row.optionalRupiah).map(({ on, figure }) => ({ on, amount: figure })),
    };
  });
  return { asked, reported };
}

/** Planned figures of a row, by date. */
function planned(table: SheetTable, read: (field: string) => number | null): { on: string; figure: number }[] {
  return table.dated
    .filter((one) => one.kind === 'plan')
    .flatMap(({ on }) => {
      const figure = read(`plan ${on}`);
      return figure === null ? [] : [{ on, figure }];
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** What a row reports that is not on record: a new date, or another figure for one. A figure once reported is not emptied. */
function newFigures(
  table: SheetTable,
  row: SheetRow,
  given: {
    readonly index: number;
    readonly said: readonly { readonly on: string; readonly figure: number }[];
    readonly read: (field: string) => number;
    readonly today: string;
  },
): NewFigure[] {
  return table.dated
    .filter((one) => one.kind === 'real')
    .flatMap(({ on }) => {
      const field = `real ${on}`;
      const before = given.said.find((one) => one.on === on);
      if (row.isEmpty(field)) {
        if (before) row.fault(field, 'report-stands', { figure: before.figure });
        return [];
      }
      const figure = given.read(field);
      if (on > given.today) row.fault(field, 'report-of-tomorrow');
      return before?.figure === figure ? [] : [{ row: given.index, on, figure }];
    });
}
