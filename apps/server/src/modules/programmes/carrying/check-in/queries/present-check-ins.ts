import type { CheckIn } from '@makaverse/contract/programmes-check-in';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { personBriefs, unitBriefs } from '#modules/identity';
import type { CheckInRow } from '../../tables.ts';
import { evidenceViews, shownColumns } from './evidence-views.ts';

/** Reports with their promise, what they say is done, and their photos; the same number of reads however many there are. */
export async function presentCheckIns(context: Context, rows: readonly CheckInRow[]): Promise<CheckIn[]> {
  if (rows.length === 0) return [];
  const { db, now } = context;
  const ids = sql<string>`any(${rows.map((row) => row.id)}::uuid[])`;
  const promises = await db
    .selectFrom('programmes.check_in_promise as promise')
    .innerJoin('programmes.milestone as milestone', 'milestone.id', 'promise.milestone_id')
    .leftJoin('programmes.promise_move as move', (join) =>
      join.onRef('move.check_in_id', '=', 'promise.check_in_id').onRef('move.milestone_id', '=', 'promise.milestone_id'),
    )
    .select(['promise.check_in_id', 'milestone.id', 'milestone.title', 'promise.promised_on', 'move.from_on', 'move.reason'])
    .where('promise.check_in_id', '=', ids)
    .execute();
  const done = await db
    .selectFrom('programmes.check_in_done as done')
    .innerJoin('programmes.milestone as milestone', 'milestone.id', 'done.milestone_id')
    .select(['done.check_in_id', 'milestone.id', 'milestone.title'])
    .where('done.check_in_id', '=', ids)
    .orderBy('milestone.position')
    .execute();
  const photos = await db
    .selectFrom('programmes.evidence')
    .select(shownColumns)
    .where('check_in_id', '=', ids)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const units = await unitBriefs(
    db,
    rows.map((row) => row.unit_id),
  );
  const people = await personBriefs(
    db,
    rows.map((row) => row.by_id),
    now,
  );
  const views = await evidenceViews(context, photos);
  const promiseOf = new Map(promises.map((one) => [one.check_in_id, one]));
  const doneOf = Map.groupBy(done, (one) => one.check_in_id);
  const photosOf = Map.groupBy(photos, (one) => one.check_in_id);
  return rows.map((row) => {
    const promise = promiseOf.get(row.id);
    return {
      id: row.id,
      programmeId: row.programme_id,
      unit: units.get(row.unit_id)!,
      by: people.get(row.by_id)!,
      at: row.at.toISOString(),
      dueAt: row.due_at.toISOString(),
      isLate: row.at > row.due_at,
      progress: row.progress,
      words: row.words,
      via: row.via,
      promise: promise
        ? {
            milestone: { id: promise.id, title: promise.title },
            on: promise.promised_on,
            from: promise.from_on,
            reason: promise.reason,
          }
        : null,
      done: (doneOf.get(row.id) ?? []).map(({ id, title }) => ({ id, title })),
      evidence: (photosOf.get(row.id) ?? []).map((photo) => views.get(photo.id)!),
    };
  });
}
