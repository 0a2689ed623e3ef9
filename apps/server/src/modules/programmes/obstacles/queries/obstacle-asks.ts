import { instantAt, witaDate } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { Ask, Done, Escalated, SearchHit, Waiting } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import type { Searched } from '#platform/module';
import { holdsEveryWord } from '#platform/search-text';
import { urgencyOf, workingDaysSince } from '#modules/directives';
import { carryingFactsOf } from '../../carrying/queries/carrying-facts.ts';
import { dueAt, heightAt, lateSince, liesSince, rungAt } from '../domain/clock.ts';
import { holdsRung } from '../policy.ts';
import { obstacleFacts } from '../present.ts';
import { clockOf } from './delays.ts';
import { obstacleNames } from './obstacle-names.ts';
import { presentObstacles } from './obstacles-page.ts';
import { isOpen, visibleObstacles } from './visible-obstacles.ts';

const most = 200;
const mostWaiting = 50;
/** Leaders see on their pages what has climbed above the unit that should have removed it. */
const heightOfConcern = 2;

/** The obstacles that lie with a person now: each is solved, taken on by a day or passed up. */
export async function obstacleAsks(context: Context): Promise<Ask[]> {
  const { db, actor, now, language } = context;
  const rows = await visibleObstacles(context, isOpen);
  const carrying = await carryingFactsOf(
    db,
    rows.map((row) => row.programme_id),
  );
  const mine = rows
    .filter((row) => {
      const isResting = row.state === 'with-authority' && row.rests_until !== null && now <= row.rests_until;
      return !isResting && holdsRung(actor, obstacleFacts(row, carrying.get(row.programme_id)!), heightAt(clockOf(row), now));
    })
    .slice(0, most);
  if (mine.length === 0) return [];
  const names = await obstacleNames(context, mine);
  return mine.map((row) => {
    const clock = clockOf(row);
    const late = lateSince(clock, now);
    const due = late ?? dueAt(clock, now);
    const programme = names.programmes.get(row.programme_id)!;
    const isLetterOwed = row.authority !== null && !names.letters.get(row.id)?.sent_on;
    const key = row.state === 'taken-on' && heightAt(clock, now) === row.height ? 'taken-on' : isLetterOwed ? 'letter' : 'remove';
    return {
      key: `obstacle:${row.id}`,
      kind: 'remove-obstacle',
      title: text(language, `obstacles.asks.${key}`, { words: row.words, authority: row.authority ?? '' }),
      detail: `${programme.number} · ${programme.name} · ${names.units.get(row.unit_id)?.name ?? ''}`,
      from: names.people.get(row.reported_by_id) ?? null,
      since: liesSince(clock, now).toISOString(),
      dueAt: due.toISOString(),
      isLate: late !== null,
      href: pageOf.obstacle(row.id),
      urgency: urgencyOf(due, now),
    };
  });
}

/** What a person reported and others are to remove. */
export async function obstacleWaiting(context: Context): Promise<Waiting[]> {
  const { actor, language } = context;
  const rows = await visibleObstacles(context, sql<boolean>`${isOpen} and obstacle.reported_by_id = ${actor.personId}`, mostWaiting);
  return (await presentObstacles(context, rows)).map((one) => ({
    key: `obstacle:${one.id}`,
    title: text(language, 'obstacles.waiting', { words: one.words }),
    detail: `${one.programme.number} · ${one.programme.name}`,
    forWhom:
      one.state === 'with-authority' && one.remover.kind === 'outside' ? one.remover.authority : (one.lies.person?.name ?? one.lies.office),
    since: one.since,
    dueAt: one.dueAt,
    isLate: one.lateSince !== null,
    href: pageOf.obstacle(one.id),
  }));
}

/** What a person did with obstacles today. */
export async function obstaclesDoneToday(context: Context): Promise<Done[]> {
  const { db, now, actor, language } = context;
  const steps = await db
    .selectFrom('programmes.obstacle_step')
    .select(['id', 'obstacle_id', 'at', 'action', 'height'])
    .where('by_id', '=', actor.personId)
    .where('at', '>=', instantAt(witaDate(now), '00:00'))
    .orderBy('at', 'desc')
    .limit(mostWaiting)
    .execute();
  return steps.map((step) => ({
    key: `obstacle-step:${step.id}`,
    title: text(language, `obstacles.steps.${step.action}`, { rung: text(language, `obstacles.rungs.${rungAt(step.height)}`) }),
    at: step.at.toISOString(),
    href: pageOf.obstacle(step.obstacle_id),
  }));
}

/** Obstacles that climbed above the unit they lay with first, the highest first. */
export async function escalatedObstacles(context: Context, limit: number): Promise<Escalated[]> {
  const { now, language } = context;
  const rows = (await visibleObstacles(context, isOpen))
    .map((row) => ({ row, height: heightAt(clockOf(row), now) }))
    .filter((one) => one.height >= heightOfConcern)
    .toSorted((a, b) => b.height - a.height)
    .slice(0, limit)
    .map((one) => one.row);
  return (await presentObstacles(context, rows)).map((one) => ({
    title: text(language, 'obstacles.escalated', { words: one.words }),
    detail: `${one.programme.number} · ${one.programme.name}`,
    rung: one.rung,
    workingDays: workingDaysSince(instantAt(one.sinceOn, '00:00'), now),
    href: pageOf.obstacle(one.id),
  }));
}

/** Obstacles that hold every word, of those the reader may see; open ones first. */
export async function searchObstacles(context: Context, { words, reading, limit }: Searched): Promise<SearchHit[]> {
  const isFound = holdsEveryWord({ table: 'programmes.obstacle', as: 'obstacle' }, words, reading);
  const rows = await visibleObstacles(context, isFound, limit);
  return (await presentObstacles(context, rows))
    .toSorted((a, b) => Number(a.state === 'solved') - Number(b.state === 'solved'))
    .map((one) => ({
      kind: 'obstacle',
      id: one.id,
      title: one.words,
      detail: `${one.programme.number} · ${one.programme.name} · ${text(context.language, `obstacles.states.${one.state}`)}`,
      href: pageOf.obstacle(one.id),
    }));
}
