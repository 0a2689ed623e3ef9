import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { KeptLine } from '../domain/judge-budget.ts';
import type { KeptIndicator } from '../domain/judge-indicators.ts';
import type { KeptMilestone } from '../domain/judge-milestones.ts';

/** The milestones as they stand, in their order. */
export async function keptMilestones(db: Kysely<Database>, programmeId: string): Promise<KeptMilestone[]> {
  const rows = await db
    .selectFrom('programmes.milestone as milestone')
    .select(['id', 'title', 'weight', 'unit_id', 'planned_on', 'reported_done_on', 'confirmed_at'])
    .select((row) =>
      row
        .exists(row.selectFrom('programmes.promise_move').select('id').whereRef('milestone_id', '=', 'milestone.id'))
        .$castTo<boolean>()
        .as('was_moved'),
    )
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute();
  const before = await db
    .selectFrom('programmes.milestone_after')
    .selectAll()
    .where('milestone_id', '=', sql<string>`any(${rows.map((row) => row.id)}::uuid[])`)
    .execute();
  const beforeOf = Map.groupBy(before, (row) => row.milestone_id);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    weight: row.weight,
    unitId: row.unit_id,
    plannedOn: row.planned_on,
    afterIds: (beforeOf.get(row.id) ?? []).map((one) => one.after_id),
    hasHistory: row.was_moved || row.reported_done_on !== null || row.confirmed_at !== null,
  }));
}

/** The indicators as they stand, in their order. */
export async function keptIndicators(db: Kysely<Database>, programmeId: string): Promise<KeptIndicator[]> {
  const rows = await db
    .selectFrom('programmes.indicator as indicator')
    .selectAll()
    .select((row) =>
      row
        .exists(row.selectFrom('programmes.indicator_value').select('id').whereRef('indicator_id', '=', 'indicator.id'))
        .$castTo<boolean>()
        .as('has_values'),
    )
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    measure: row.measure,
    baseline: { on: row.baseline_on, value: row.baseline },
    target: { on: row.target_on, value: row.target },
    points: row.points,
    hasHistory: row.has_values,
  }));
}

/** The budget lines as they stand, in their order. */
export async function keptLines(db: Kysely<Database>, programmeId: string): Promise<KeptLine[]> {
  const rows = await db
    .selectFrom('programmes.budget_line as line')
    .selectAll()
    .select((row) =>
      row
        .exists(row.selectFrom('programmes.money_report').select('id').whereRef('budget_line_id', '=', 'line.id'))
        .$castTo<boolean>()
        .as('has_reports'),
    )
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    ceiling: row.ceiling,
    contract: row.contract,
    plan: row.plan,
    hasHistory: row.has_reports,
  }));
}
