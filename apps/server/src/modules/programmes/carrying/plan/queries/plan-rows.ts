import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { MilestoneRow, PromiseMoveRow } from '../../tables.ts';
import type { BudgetLineRow, DocumentRow, IndicatorRow, IndicatorValueRow, MoneyReportRow, PlaceRow, ReplanRow } from '../tables.ts';

/** Everything that stands in a plan, row by row. */
export interface PlanRows {
  readonly milestones: readonly MilestoneRow[];
  readonly after: readonly { readonly milestone_id: string; readonly after_id: string }[];
  readonly moves: readonly PromiseMoveRow[];
  readonly replans: readonly ReplanRow[];
  readonly claims: readonly { readonly at: Date; readonly progress: number }[];
  readonly indicators: readonly IndicatorRow[];
  readonly values: readonly IndicatorValueRow[];
  readonly lines: readonly BudgetLineRow[];
  readonly reports: readonly MoneyReportRow[];
  readonly places: readonly PlaceRow[];
  readonly documents: readonly DocumentRow[];
}

/** Reads a plan; as many reads however long it is. */
export async function planRows(db: Kysely<Database>, programmeId: string): Promise<PlanRows> {
  const milestones = await db
    .selectFrom('programmes.milestone')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute();
  const ids = anyOf(milestones);
  const indicators = await db
    .selectFrom('programmes.indicator')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute();
  const lines = await db
    .selectFrom('programmes.budget_line')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute();
  return {
    milestones,
    after: await db.selectFrom('programmes.milestone_after').selectAll().where('milestone_id', '=', ids).execute(),
    moves: await db.selectFrom('programmes.promise_move').selectAll().where('milestone_id', '=', ids).orderBy('at').orderBy('id').execute(),
    replans: await db.selectFrom('programmes.replan').selectAll().where('milestone_id', '=', ids).orderBy('at').orderBy('id').execute(),
    claims: await db
      .selectFrom('programmes.check_in')
      .select(['at', 'progress'])
      .where('programme_id', '=', programmeId)
      .orderBy('at')
      .execute(),
    indicators,
    values: await db.selectFrom('programmes.indicator_value').selectAll().where('indicator_id', '=', anyOf(indicators)).execute(),
    lines,
    reports: await db.selectFrom('programmes.money_report').selectAll().where('budget_line_id', '=', anyOf(lines)).execute(),
    places: await db.selectFrom('programmes.place').selectAll().where('programme_id', '=', programmeId).orderBy('position').execute(),
    documents: await db
      .selectFrom('programmes.document')
      .selectAll()
      .where('programme_id', '=', programmeId)
      .orderBy('uploaded_at')
      .orderBy('id')
      .execute(),
  };
}

function anyOf(rows: readonly { readonly id: string }[]): ReturnType<typeof sql<string>> {
  return sql<string>`any(${rows.map((row) => row.id)}::uuid[])`;
}
