import { deadlineAfterWorkingDays, endOfWorkingDay } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { Ask, Escalated } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import { urgencyOf } from '#modules/directives';
import { personBriefs, unitBriefs } from '#modules/identity';
import { mayRate } from '../../policy.ts';
import { carryingFactsOf } from '../../queries/carrying-facts.ts';
import { missingParts } from './watched-programmes.ts';

const most = 200;
/** How many working days a reviewer may take to confirm a milestone or send it back. */
const workingDaysToJudge = 2;

/** Milestones that are reported done and wait for this reviewer. */
export async function truthAsks(context: Context): Promise<Ask[]> {
  const { db, now, actor, language } = context;
  const rows = await db
    .selectFrom('programmes.milestone as milestone')
    .innerJoin('programmes.programme as programme', 'programme.id', 'milestone.programme_id')
    .select(['milestone.id', 'milestone.title', 'milestone.reported_done_on', 'milestone.reported_by_id', 'milestone.programme_id'])
    .select(['programme.number', 'programme.name'])
    .where('milestone.reported_done_on', 'is not', null)
    .where('milestone.confirmed_at', 'is', null)
    .orderBy('milestone.reported_done_on')
    .orderBy('milestone.id')
    .execute();
  if (rows.length === 0) return [];
  const facts = await carryingFactsOf(
    db,
    rows.map((row) => row.programme_id),
  );
  const mine = rows.filter((row) => mayRate(actor, facts.get(row.programme_id)!)).slice(0, most);
  const people = await personBriefs(
    db,
    mine.flatMap((row) => row.reported_by_id ?? []),
    now,
  );
  return mine.map((row) => {
    const since = endOfWorkingDay(row.reported_done_on!);
    const dueAt = deadlineAfterWorkingDays(since, workingDaysToJudge);
    return {
      key: `confirm-milestone:${row.id}`,
      kind: 'confirm-milestone',
      title: text(language, 'truth.asks.confirm', { title: row.title }),
      detail: `${row.number} · ${row.name}`,
      from: people.get(row.reported_by_id ?? '') ?? null,
      since: since.toISOString(),
      dueAt: dueAt.toISOString(),
      isLate: now > dueAt,
      href: pageOf.programmeTruth(row.programme_id),
      urgency: urgencyOf(dueAt, now),
    };
  });
}

/** Parts that nobody reports on, the longest first; for the leadership's pages. */
export async function escalatedSilence({ db, now, language }: Context, limit: number): Promise<Escalated[]> {
  const silent = (await missingParts(db, now, null))
    .filter((one) => one.isSilent && one.rung !== 'none')
    .toSorted((a, b) => b.workingDays - a.workingDays)
    .slice(0, limit);
  const programmes = await db
    .selectFrom('programmes.programme')
    .select(['id', 'number', 'name'])
    .where('id', '=', sql<string>`any(${silent.map((one) => one.programmeId)}::uuid[])`)
    .execute();
  const programmeOf = new Map(programmes.map((one) => [one.id, one]));
  const units = await unitBriefs(
    db,
    silent.map((one) => one.unitId),
  );
  return silent.map((one) => {
    const programme = programmeOf.get(one.programmeId)!;
    return {
      title: text(language, 'truth.escalated', { unit: units.get(one.unitId)?.name ?? '' }),
      detail: `${programme.number} · ${programme.name}`,
      rung: one.rung,
      workingDays: one.workingDays,
      href: pageOf.programmeTruth(one.programmeId),
    };
  });
}
