import { pageOf } from '@makaverse/contract/pages';
import type { ObstacleAction } from '@makaverse/contract/programmes-obstacles';
import type { StoryEvent } from '@makaverse/contract/programmes-truth';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import { rungAt } from '../domain/clock.ts';
import { visibleObstacles } from './visible-obstacles.ts';

type ObstacleEvent = Omit<StoryEvent, 'at' | 'by'> & { readonly at: Date; readonly byId: string | null };

const kindOf: Readonly<Record<ObstacleAction, StoryEvent['kind']>> = {
  report: 'obstacle',
  'take-on': 'obstacle',
  'pass-up': 'obstacle',
  climb: 'obstacle',
  'send-letter': 'letter',
  'answer-letter': 'letter',
  solve: 'solved',
  reopen: 'obstacle',
};

/** The steps of a programme's obstacles as parts of its story, of those the reader may see. */
export async function obstacleEvents(context: Context, programmeId: string): Promise<ObstacleEvent[]> {
  const { db, language } = context;
  const rows = await visibleObstacles(context, sql`obstacle.programme_id = ${programmeId}`);
  if (rows.length === 0) return [];
  const wordsOf = new Map(rows.map((row) => [row.id, row.words]));
  const steps = await db
    .selectFrom('programmes.obstacle_step')
    .selectAll()
    .where('obstacle_id', '=', sql<string>`any(${rows.map((row) => row.id)}::uuid[])`)
    .orderBy('at', 'desc')
    .limit(400)
    .execute();
  return steps.map((step) => ({
    at: step.at,
    kind: kindOf[step.action],
    title: text(language, `obstacles.steps.${step.action}`, { rung: text(language, `obstacles.rungs.${rungAt(step.height)}`) }),
    detail: [wordsOf.get(step.obstacle_id), step.action === 'report' ? null : step.words].filter(Boolean).join(' — '),
    byId: step.by_id,
    href: pageOf.obstacle(step.obstacle_id),
  }));
}
