import type { listNominations, Nomination } from '@makaverse/contract/programmes';
import { sql, type SelectQueryBuilder } from 'kysely';
import { z } from 'zod';
import type { Database } from '#database/schema';
import type { Context } from '#platform/context';
import type { Input } from '#platform/module';
import type { NominationRow, NominationTable } from '../tables.ts';
import { fromCursor, keyInstant, toCursor } from '#platform/cursor';
import { isTurnOfSql, isUnfinished, isVisibleTo } from './nomination-conditions.ts';
import { presentNominations } from './nomination-detail.ts';

type Asked = Input<typeof listNominations>['query'];
type Page = { items: Nomination[]; next: string | null };

// Waiting for me first, then by deadline, those without one last.
const key = z.tuple([z.union([z.literal(0), z.literal(1)]), keyInstant, z.uuid()]);
const never = '9999-12-31T00:00:00.000Z';

type Visible = SelectQueryBuilder<Database & { nomination: NominationTable }, 'nomination', NominationRow>;

/** Nominations the actor may read. */
export function visibleNominations(context: Context): Visible {
  return context.db.selectFrom('programmes.nomination as nomination').selectAll('nomination').where(isVisibleTo(context.actor));
}

/** One page of the nominations the actor may read, those that wait for him first. */
export async function nominationsPage(context: Context, asked: Asked): Promise<Page> {
  const after = fromCursor(asked.cursor, key);
  const turn = sql<0 | 1>`case when ${isTurnOfSql(context.actor)} then 0 else 1 end`;
  const due = sql<Date>`coalesce(nomination.due_at, ${never}::timestamptz)`;
  const rows = await visibleNominations(context)
    .select(turn.as('turn'))
    .$if(asked.state !== undefined, (query) => query.where('state', '=', asked.state!))
    .$if(asked.unitId !== undefined, (query) => query.where('unit_id', '=', asked.unitId!))
    .$if(asked.only === 'mine', (query) => query.where(isTurnOfSql(context.actor)))
    .$if(asked.only === 'late', (query) => query.where('due_at', '<', context.now))
    .$if(asked.only === 'unfinished', (query) => query.where(isUnfinished))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(${turn}, ${due}, nomination.id) > (${after![0]}::int, ${after![1]}::timestamptz, ${after![2]}::uuid)`),
    )
    .orderBy(turn)
    .orderBy(due)
    .orderBy('nomination.id')
    .limit(asked.limit + 1)
    .execute();
  const shown = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? shown.at(-1)! : null;
  return {
    items: await presentNominations(context, shown),
    next: last && toCursor([last.turn, last.due_at?.toISOString() ?? never, last.id]),
  };
}

/** Every nomination the actor may read, for the export. */
export async function allNominations(context: Context): Promise<Nomination[]> {
  return presentNominations(
    context,
    await visibleNominations(context).orderBy('subject_number').orderBy('unit_id').orderBy('id').execute(),
  );
}

/** Those whose next step is the actor's. */
export function waitingForMe(context: Context): Promise<NominationRow[]> {
  return visibleNominations(context).where(isTurnOfSql(context.actor)).orderBy('due_at').orderBy('nomination.id').execute();
}

/** Those the actor moved last and somebody else is to move now. */
export async function waitedForByMe(context: Context): Promise<NominationRow[]> {
  return visibleNominations(context)
    .where('moved_by_id', '=', context.actor.personId)
    .where(isUnfinished)
    .where(sql<boolean>`not ${isTurnOfSql(context.actor)}`)
    .orderBy('due_at')
    .orderBy('nomination.id')
    .limit(200)
    .execute();
}
