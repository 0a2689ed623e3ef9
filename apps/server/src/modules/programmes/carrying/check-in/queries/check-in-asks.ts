import { instantAt, witaDate } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { Ask, Done } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import { urgencyOf } from '#modules/directives';
import { unitBriefs } from '#modules/identity';
import { owedDeadline, reminderOf } from '../domain/due-check-in.ts';
import { flagPage } from './flag-pages.ts';
import { reportingSeats } from './seats.ts';

/** What reports ask of a person now: to report, from the working day before it is due on; and of the reviewer to judge photos. */
export async function checkInAsks(context: Context): Promise<Ask[]> {
  return [...(await reportAsks(context)), ...(await judgeAsks(context))];
}

async function reportAsks({ db, actor, now, language }: Context): Promise<Ask[]> {
  const seats = await reportingSeats(db, { personId: actor.personId });
  const owed = seats.map((seat) => ({ seat, dueAt: owedDeadline(seat, now) })).filter(({ dueAt }) => reminderOf(dueAt) <= now);
  const units = await unitBriefs(
    db,
    owed.map(({ seat }) => seat.unitId),
  );
  return owed.map(({ seat, dueAt }) => ({
    key: `check-in:${seat.programmeId}:${seat.unitId}`,
    kind: 'check-in',
    title: text(language, 'checkIn.asks.open', { unit: units.get(seat.unitId)?.name ?? '' }),
    detail: `${seat.number} · ${seat.name}`,
    from: null,
    since: reminderOf(dueAt).toISOString(),
    dueAt: dueAt.toISOString(),
    isLate: dueAt < now,
    href: pageOf.checkIn(seat.programmeId, seat.unitId),
    urgency: urgencyOf(dueAt, now),
  }));
}

async function judgeAsks(context: Context): Promise<Ask[]> {
  const { language, now } = context;
  const { items } = await flagPage(context, { only: 'open', limit: 50 });
  return items
    .filter((flag) => flag.mayAnswer)
    .map((flag) => ({
      key: `evidence-flag:${flag.id}`,
      kind: 'judge-evidence',
      title: text(language, 'checkIn.asks.judge', {
        unit: flag.checkIn.unit.name,
        kind: text(language, `checkIn.flag.${flag.kind}`),
      }),
      detail: `${flag.programme.number} · ${flag.programme.name}`,
      from: flag.checkIn.by,
      since: flag.at,
      dueAt: null,
      isLate: false,
      href: pageOf.evidenceFlag(flag.id),
      urgency: urgencyOf(null, now),
    }));
}

/** Reports sent and photos judged today, the latest first. */
export async function checkInsDoneToday({ db, actor, now, language }: Context): Promise<Done[]> {
  const morning = instantAt(witaDate(now), '00:00');
  const sent = await db
    .selectFrom('programmes.check_in as report')
    .innerJoin('programmes.programme as programme', 'programme.id', 'report.programme_id')
    .select(['report.id', 'report.at', 'programme.id as programmeId', 'programme.number'])
    .where('report.by_id', '=', actor.personId)
    .where('report.at', '>=', morning)
    .execute();
  const judged = await db
    .selectFrom('programmes.evidence_flag as flag')
    .innerJoin('programmes.programme as programme', 'programme.id', 'flag.programme_id')
    .select(['flag.id', sql<Date>`flag.answered_at`.as('at'), 'programme.number'])
    .where('flag.answered_by_id', '=', actor.personId)
    .where('flag.answered_at', '>=', morning)
    .execute();
  const lines = [
    ...sent.map((row) => ({
      key: `check-in:${row.id}`,
      title: text(language, 'checkIn.done.sent', { number: row.number }),
      at: row.at,
      href: pageOf.programme(row.programmeId),
    })),
    ...judged.map((row) => ({
      key: `evidence-flag:${row.id}`,
      title: text(language, 'checkIn.done.judged', { number: row.number }),
      at: row.at,
      href: pageOf.evidenceFlag(row.id),
    })),
  ];
  return lines.toSorted((a, b) => b.at.getTime() - a.at.getTime()).map((line) => ({ ...line, at: line.at.toISOString() }));
}
