import { witaDate } from '@makaverse/calendar';
import { sql } from 'kysely';
import type { Transaction } from '#platform/context';
import { directiveNumber, meetingLabel, yearLabel } from '../domain/directive-number.ts';

/** The next number of a series. */
export interface TakenNumber {
  readonly seriesKey: string;
  readonly serial: number;
  readonly number: string;
}

/**
 * Takes the next number of a meeting's series (a year's, outside any meeting). The series' row stays locked until the commit, so two
 * clerks get two numbers, and a number that was taken in vain is given back: gapless and unique.
 */
export async function takeNumber(tx: Transaction, given: { meetingId: string | null; day: string }): Promise<TakenNumber> {
  const seriesKey = given.meetingId === null ? `year:${given.day.slice(0, 4)}` : `meeting:${given.meetingId}`;
  const taken = (await nextOf(tx, seriesKey)) ?? (await beginSeries(tx, seriesKey, given));
  return { seriesKey, serial: taken.last, number: directiveNumber(taken.label, taken.last) };
}

async function nextOf(tx: Transaction, key: string): Promise<{ label: string; last: number } | undefined> {
  return tx.db
    .updateTable('directives.series')
    .set({ last: sql<number>`last + 1` })
    .where('key', '=', key)
    .returning(['label', 'last'])
    .executeTakeFirst();
}

async function beginSeries(
  tx: Transaction,
  key: string,
  given: { meetingId: string | null; day: string },
): Promise<{ label: string; last: number }> {
  // Two meetings of one day, or two clerks with the first words of one meeting: one after the other.
  await sql`select pg_advisory_xact_lock(hashtext('directives.series'))`.execute(tx.db);
  const begunMeanwhile = await nextOf(tx, key);
  if (begunMeanwhile) return begunMeanwhile;
  const label = given.meetingId === null ? yearLabel(given.day) : meetingLabel(given.day, await seriesOfDay(tx, given.day));
  const series = { label, last: 1 };
  await tx.db
    .insertInto('directives.series')
    .values({ key, ...series })
    .execute();
  return series;
}

async function seriesOfDay(tx: Transaction, day: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from directives.series
    where label = ${meetingLabel(day, 0)} or starts_with(label, ${`${meetingLabel(day, 0)}.`})`.execute(tx.db);
  return rows[0]!.count;
}

/** The day a directive belongs to: the meeting's, or that on which it was spoken. */
export function dayOf(spokenAt: Date, meetingDay: string | undefined): string {
  return meetingDay ?? witaDate(spokenAt);
}
