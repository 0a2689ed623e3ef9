import { witaDate } from '@makaverse/calendar';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { PlannedProgramme } from '../domain/draw-forecasts.ts';
import type { Claim } from '../domain/score-forecasts.ts';

interface PlannedRow {
  readonly id: string;
  readonly created_at: Date;
  readonly unit_id: string;
  readonly milestones: readonly { id: string; plannedOn: string; finishedOn: string | null; after: readonly string[] | null }[] | null;
}

/** Every programme's plan and what was confirmed of it, as the forecast needs them. */
export async function plannedProgrammes(db: Kysely<Database>, now: Date): Promise<readonly PlannedProgramme[]> {
  const { rows } = await sql<PlannedRow>`
    select programme.id, programme.created_at,
      (select part.unit_id from programmes.programme_unit part where part.programme_id = programme.id order by part.position limit 1) as unit_id,
      (select json_agg(json_build_object('id', milestone.id, 'plannedOn', milestone.planned_on,
          'finishedOn', case when milestone.confirmed_at is not null then milestone.reported_done_on end,
          'after', (select json_agg(edge.after_id) from programmes.milestone_after edge where edge.milestone_id = milestone.id))
        order by milestone.position)
       from programmes.milestone milestone where milestone.programme_id = programme.id) as milestones
    from programmes.programme programme order by programme.number`.execute(db);
  const today = witaDate(now);
  return rows.map((row) => {
    const milestones = (row.milestones ?? []).map((one) => ({
      id: one.id,
      plannedOn: one.plannedOn,
      finishedOn: one.finishedOn !== null && one.finishedOn > today ? today : one.finishedOn,
      after: one.after ?? [],
    }));
    // Programmes brought in from before have milestones older than their record here.
    const known = [witaDate(row.created_at), ...milestones.flatMap((one) => [one.plannedOn, one.finishedOn ?? one.plannedOn])];
    return {
      id: row.id,
      unitId: row.unit_id,
      isSynthetic: false,
      milestones,
      startOn: known.reduce((one, other) => (one < other ? one : other)),
    };
  });
}

/** Programmes of earlier years as far as they had begun by today, with what their owners claimed. */
export async function pastProgrammes(
  db: Kysely<Database>,
  now: Date,
): Promise<readonly (PlannedProgramme & { readonly claims: readonly Claim[] })[]> {
  const today = witaDate(now);
  const rows = await db.selectFrom('programmes.past_programme').selectAll().where('start_on', '<=', today).orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    isSynthetic: row.is_synthetic,
    startOn: row.start_on,
    milestones: row.milestones.map((one) => ({
      ...one,
      finishedOn: one.finishedOn !== null && one.finishedOn <= today ? one.finishedOn : null,
    })),
    claims: row.claims.filter((one) => one.on <= today),
  }));
}
