import { witaDate } from '@makaverse/calendar';
import type { PersonBrief, UnitBrief } from '@makaverse/contract/primitives';
import type { PlanBudgetLine, PlanIndicator, PlanMilestone, PlanPlace, ProgrammePlan } from '@makaverse/contract/programmes-plan';
import { latestByDay, sumByDate } from './domain/s-curve.ts';
import type { PlanRows } from './queries/plan-rows.ts';
import type { DocumentRow, PlaceRow } from './tables.ts';

type People = ReadonlyMap<string, PersonBrief>;
interface Moved {
  readonly at: Date;
  readonly by_id: string;
  readonly from_on: string;
  readonly to_on: string;
  readonly reason: string;
}

const moveOf = (row: Moved, people: People): PlanMilestone['moves'][number] => ({
  at: row.at.toISOString(),
  by: people.get(row.by_id) ?? null,
  fromOn: row.from_on,
  toOn: row.to_on,
  reason: row.reason,
});

/** Milestones with every date that was ever moved. */
export function presentMilestones(
  rows: PlanRows,
  names: { readonly people: People; readonly units: ReadonlyMap<string, UnitBrief> },
): PlanMilestone[] {
  const positions = new Map(rows.milestones.map((row, index) => [row.id, index + 1]));
  const after = Map.groupBy(rows.after, (row) => row.milestone_id);
  const moves = Map.groupBy(rows.moves, (row) => row.milestone_id);
  const replans = Map.groupBy(rows.replans, (row) => row.milestone_id);
  return rows.milestones.map((row, index) => ({
    id: row.id,
    position: index + 1,
    title: row.title,
    weight: row.weight,
    unit: (row.unit_id && names.units.get(row.unit_id)) || null,
    plannedOn: row.planned_on,
    promisedOn: row.promised_on,
    reportedDoneOn: row.reported_done_on,
    confirmedOn: row.confirmed_at && witaDate(row.confirmed_at),
    after: (after.get(row.id) ?? []).map((one) => positions.get(one.after_id)!).toSorted((a, b) => a - b),
    moves: (moves.get(row.id) ?? []).map((one) => moveOf(one, names.people)),
    replans: (replans.get(row.id) ?? []).map((one) => moveOf(one, names.people)),
  }));
}

/** Indicators with the last word said about each day. */
export function presentIndicators(rows: PlanRows, people: People): PlanIndicator[] {
  const values = Map.groupBy(rows.values, (row) => row.indicator_id);
  return rows.indicators.map((row) => ({
    id: row.id,
    name: row.name,
    measure: row.measure,
    baseline: { on: row.baseline_on, value: row.baseline },
    target: { on: row.target_on, value: row.target },
    points: row.points,
    values: latestByDay(values.get(row.id) ?? []).map((one) => ({
      on: one.on,
      value: one.value,
      at: one.at.toISOString(),
      by: people.get(one.by_id) ?? null,
    })),
  }));
}

/** Budget lines with the last word said about each day. */
export function presentLines(rows: PlanRows, people: People): PlanBudgetLine[] {
  const reports = Map.groupBy(rows.reports, (row) => row.budget_line_id);
  return rows.lines.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    ceiling: row.ceiling,
    contract: row.contract,
    plan: row.plan,
    spent: latestByDay(reports.get(row.id) ?? []).map((one) => ({
      on: one.on,
      amount: one.amount,
      at: one.at.toISOString(),
      by: people.get(one.by_id) ?? null,
    })),
  }));
}

/** All lines together. */
export function presentMoney(budget: readonly PlanBudgetLine[]): ProgrammePlan['money'] {
  const pure = (points: readonly { on: string; amount: number }[]): { on: string; amount: number }[] =>
    points.map(({ on, amount }) => ({ on, amount }));
  return {
    ceiling: budget.reduce((sum, line) => sum + line.ceiling, 0),
    contract: budget.reduce((sum, line) => sum + (line.contract ?? 0), 0),
    planned: sumByDate(budget.map((line) => pure(line.plan))),
    spent: sumByDate(budget.map((line) => pure(line.spent))),
  };
}

/** Places with the name of the kelurahan they are in. */
export function presentPlaces(rows: readonly PlaceRow[], areaNames: ReadonlyMap<string, string>): PlanPlace[] {
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    geometry: row.geometry,
    area:
      row.area_code === null || row.area_by === null
        ? null
        : { code: row.area_code, name: areaNames.get(row.area_code) ?? row.area_code, by: row.area_by },
  }));
}

/** A document as it is listed; its bytes are fetched by its id. */
export function presentDocument(row: DocumentRow, people: People): ProgrammePlan['documents'][number] {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    uploadedBy: people.get(row.uploaded_by_id) ?? { id: row.uploaded_by_id, name: '—', title: '' },
    uploadedAt: row.uploaded_at.toISOString(),
  };
}
