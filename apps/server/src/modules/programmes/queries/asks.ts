import { instantAt, witaDate } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { NominationState } from '@makaverse/contract/programmes';
import type { Ask, AskKind, Done, Escalated, Waiting } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import { rungOf, urgencyOf } from '#modules/directives';
import { personBriefs } from '#modules/identity';
import { isLate } from '../domain/nomination.ts';
import { dueFrom } from '../present.ts';
import type { NominationRow } from '../tables.ts';
import { namesIn } from './names.ts';
import { isUnfinished } from './nomination-conditions.ts';
import { visibleNominations, waitedForByMe, waitingForMe } from './nominations-page.ts';

const kindOf: Readonly<Record<Exclude<NominationState, 'accepted' | 'cancelled'>, AskKind>> = {
  open: 'nominate',
  returned: 'nominate',
  declined: 'nominate',
  countered: 'nominate',
  proposed: 'review-nomination',
  recommended: 'appoint',
  appointed: 'accept-appointment',
};

const about = (row: NominationRow): string => `${row.subject_number} · ${row.subject_title}`;

/** What nominations ask of a person now: to name somebody, to vet, to appoint, to answer. */
export async function nominationAsks(context: Context): Promise<Ask[]> {
  const { db, now, language } = context;
  const rows = await waitingForMe(context);
  const names = await namesIn(context, { nominations: rows });
  const movers = await personBriefs(
    db,
    rows.flatMap((row) => row.moved_by_id ?? []),
    now,
  );
  return rows.map((row) => ({
    key: `nomination:${row.id}`,
    kind: kindOf[row.state as keyof typeof kindOf],
    title: text(language, `nominations.asks.${row.state}`, {
      unit: names.units.get(row.unit_id)?.name ?? '',
      person: names.people.get(row.person_id ?? '')?.name ?? '',
    }),
    detail: about(row),
    from: movers.get(row.moved_by_id ?? '') ?? null,
    since: row.since.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    isLate: isLate(row.due_at, now),
    href: pageOf.nomination(row.id),
    urgency: urgencyOf(row.due_at, now),
  }));
}

/** Nominations a person moved last and others are to move now. */
export async function nominationWaiting(context: Context): Promise<Waiting[]> {
  const { now, language } = context;
  const rows = await waitedForByMe(context);
  const names = await namesIn(context, { nominations: rows });
  return rows.map((row) => ({
    key: `nomination:${row.id}`,
    title: text(language, `nominations.waiting.${row.state}`, { unit: names.units.get(row.unit_id)?.name ?? '' }),
    detail: about(row),
    forWhom: dueFrom(row, names, language),
    since: row.since.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    isLate: isLate(row.due_at, now),
    href: pageOf.nomination(row.id),
  }));
}

/** What a person did with nominations today, the latest first. */
export async function nominationsDoneToday(context: Context): Promise<Done[]> {
  const rows = await context.db
    .selectFrom('programmes.nomination_step as step')
    .innerJoin('programmes.nomination as nomination', 'nomination.id', 'step.nomination_id')
    .select(['step.id', 'step.action', 'step.at', 'nomination.id as nominationId', 'nomination.subject_number as number'])
    .where('step.by_id', '=', context.actor.personId)
    .where('step.at', '>=', instantAt(witaDate(context.now), '00:00'))
    .where('step.action', 'not in', ['open', 'cancel'])
    .orderBy('step.at', 'desc')
    .orderBy('step.id', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    key: `nomination-step:${row.id}`,
    title: text(context.language, `nominations.done.${row.action}`, { number: row.number }),
    at: row.at.toISOString(),
    href: pageOf.nomination(row.nominationId),
  }));
}

/** Nominations that climbed at least one rung, the longest late first; for the leadership's pages. */
export async function escalatedNominations(context: Context, limit: number): Promise<Escalated[]> {
  const { now, language } = context;
  // Whatever is longest late has climbed highest, so the first rows are the ones to be shown.
  const rows = await visibleNominations(context)
    .where(isUnfinished)
    .where('due_at', '<', now)
    .orderBy('due_at')
    .orderBy(sql`nomination.id`)
    .limit(limit)
    .execute();
  const names = await namesIn(context, { nominations: rows });
  return rows.flatMap((row) => {
    const { rung, workingDays } = rungOf(row.due_at!, now);
    if (rung === 'none') return [];
    const title = text(language, `nominations.escalated.${row.state}`, {
      unit: names.units.get(row.unit_id)?.name ?? '',
      from: dueFrom(row, names, language),
    });
    return [{ title, detail: about(row), rung, workingDays, href: pageOf.nomination(row.id) }];
  });
}
