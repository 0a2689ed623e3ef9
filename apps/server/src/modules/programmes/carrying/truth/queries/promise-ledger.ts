import { daysBetween } from '@makaverse/calendar';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import type { listPromises } from '@makaverse/contract/programmes-truth';
import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/context';
import { fromCursor, newestKey, toCursor } from '#platform/cursor';
import type { Input } from '#platform/module';
import { personBriefs, unitBriefs } from '#modules/identity';
import type { PromiseMoveRow } from '../../tables.ts';

type Asked = Input<typeof listPromises>['query'];
type LedgerRow = PromiseMoveRow & {
  readonly number: number;
  readonly name: string;
  readonly position: number;
  readonly title: string;
  readonly ordinal: number;
};

/** Every promised date that was moved, the latest first. Like the programmes, every signed-in official reads it. */
export async function promiseLedger(context: Context, asked: Asked): Promise<ReplyOf<typeof listPromises>> {
  const { db, now } = context;
  const before = fromCursor(asked.cursor, newestKey);
  const fits = fitting(asked);
  const { rows } = await sql<LedgerRow>`
    select move.*, programme.number, programme.name, milestone.position + 1 as position, milestone.title,
      (select count(*) + 1 from programmes.promise_move earlier
       where earlier.milestone_id = move.milestone_id and (earlier.at, earlier.id) <= (move.at, move.id)) as ordinal
    from programmes.promise_move move join programmes.programme programme on programme.id = move.programme_id
      join programmes.milestone milestone on milestone.id = move.milestone_id
    where ${fits} and ${before === null ? sql`true` : sql`(move.at, move.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)`}
    order by move.at desc, move.id desc limit ${asked.limit + 1}`.execute(db);
  const shown = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? shown.at(-1)! : null;
  const people = await personBriefs(
    db,
    shown.map((row) => row.by_id),
    now,
  );
  const units = await unitBriefs(
    db,
    shown.flatMap((row) => row.unit_id ?? []),
  );
  const { rows: totals } = await sql<{ moves: number; milestones: number; days: number }>`
    select count(*) as moves, count(distinct move.milestone_id) as milestones, coalesce(sum(move.to_on - move.from_on), 0) as days
    from programmes.promise_move move where ${fits}`.execute(db);
  return {
    items: shown.map((row) => ({
      id: row.id,
      programme: { id: row.programme_id, number: row.number, name: row.name },
      milestone: { id: row.milestone_id, position: row.position, title: row.title },
      unit: (row.unit_id && units.get(row.unit_id)) || null,
      by: people.get(row.by_id)!,
      at: row.at.toISOString(),
      fromOn: row.from_on,
      toOn: row.to_on,
      days: daysBetween(row.from_on, row.to_on),
      ordinal: row.ordinal,
      reason: row.reason,
    })),
    next: last && toCursor([last.at.toISOString(), last.id]),
    total: totals[0]!,
  };
}

function fitting({ programmeId, personId, unitId }: Asked): RawBuilder<boolean> {
  return sql<boolean>`(${programmeId === undefined ? sql`true` : sql`move.programme_id = ${programmeId}`}
    and ${personId === undefined ? sql`true` : sql`move.by_id = ${personId}`}
    and ${unitId === undefined ? sql`true` : sql`move.unit_id = ${unitId}`})`;
}
