import { z } from 'zod';
import { positionEndedEvent, type PositionEnded } from '#events/position-ended';
import { taskDoneEvent, type TaskDone } from '#events/task-done';
import type { Context } from '#platform/context';
import { reaction } from '#platform/event-bus';
import { job } from '#platform/jobs';
import type { Module } from '#platform/module';
import { areaRoutes } from './areas/routes.ts';
import { checkInAsks, checkInsDoneToday } from './carrying/check-in/queries/check-in-asks.ts';
import { checkInJobs, checkInRoutes } from './carrying/check-in/routes.ts';
import { searchProgrammeDocuments } from './carrying/plan/queries/search-documents.ts';
import { planRoutes } from './carrying/plan/routes.ts';
import { keepScore, keepScoreJob } from './carrying/truth/commands/keep-score.ts';
import { keepStanding, keepStandingJob, type StandingJob } from './carrying/truth/commands/keep-standing.ts';
import { tellOfSilence } from './carrying/truth/commands/tell-of-silence.ts';
import { escalatedSilence, truthAsks } from './carrying/truth/queries/truth-asks.ts';
import { truthRoutes } from './carrying/truth/routes.ts';
import { closeSeatOfDoneTask, reopenSeats } from './commands/move-by-itself.ts';
import { sendNotices } from './commands/send-notices.ts';
import { tellOpened } from './commands/tell-opened.ts';
import { climb } from './obstacles/commands/climb.ts';
import { isReadable } from './obstacles/queries/obstacle-detail.ts';
import {
  escalatedObstacles,
  obstacleAsks,
  obstaclesDoneToday,
  obstacleWaiting,
  searchObstacles,
} from './obstacles/queries/obstacle-asks.ts';
import { obstacleRoutes } from './obstacles/routes.ts';
import { escalatedNominations, nominationAsks, nominationsDoneToday, nominationWaiting } from './queries/asks.ts';
import { visibleNominations } from './queries/nominations-page.ts';
import { searchProgrammes } from './queries/search.ts';
import { programmeRoutes } from './routes.ts';
import { together } from './together.ts';

// A topic's id comes from an address line; what is no id names no record.
const isId = (id: string): boolean => z.uuid().safeParse(id).success;

async function mayFollowNomination(context: Context, id: string): Promise<boolean> {
  return (await visibleNominations(context).where('nomination.id', '=', id).executeTakeFirst()) !== undefined;
}

async function mayFollowObstacle(context: Context, id: string): Promise<boolean> {
  const row = await context.db.selectFrom('programmes.obstacle').selectAll().where('id', '=', id).executeTakeFirst();
  return row !== undefined && isReadable(context, row);
}

/** Programmes, and the nominations by which every seat finds a person who agreed to answer. */
export const programmesModule: Module = {
  name: 'programmes',
  routes: [...programmeRoutes, ...planRoutes, ...areaRoutes, ...checkInRoutes, ...truthRoutes, ...obstacleRoutes],
  reactions: [
    reaction<PositionEnded>(positionEndedEvent, 'programmes.reopen-seats', reopenSeats),
    reaction<TaskDone>(taskDoneEvent, 'programmes.close-seat-of-done-task', closeSeatOfDoneTask),
  ],
  jobs: [
    ...checkInJobs,
    job<{ nominationIds: readonly string[] }>('programmes.tell-opened', tellOpened),
    // Terms of 48 hours end at any hour, so the clock is looked at often.
    job('programmes.send-notices', (tx) => sendNotices(tx), '*/15 * * * *'),
    job<StandingJob>(keepStandingJob, keepStanding),
    // After midnight: the day before is over, and nobody waits for an answer.
    job('programmes.keep-standings', (tx) => keepStanding(tx, {}), '10 0 * * *'),
    job(keepScoreJob, (tx) => keepScore(tx), '20 0 * * *'),
    job('programmes.tell-of-silence', (tx) => tellOfSilence(tx), '0 8 * * *'),
    job('programmes.climb', (tx) => climb(tx), '*/15 * * * *'),
  ],
  asks: together(nominationAsks, checkInAsks, truthAsks, obstacleAsks),
  waiting: together(nominationWaiting, obstacleWaiting),
  doneToday: together(nominationsDoneToday, checkInsDoneToday, obstaclesDoneToday),
  escalated: together(escalatedNominations, escalatedObstacles, escalatedSilence),
  search: together(searchProgrammes, searchObstacles, searchProgrammeDocuments),
  liveTopics: {
    nomination: async (context, id) => isId(id) && mayFollowNomination(context, id),
    obstacle: async (context, id) => isId(id) && mayFollowObstacle(context, id),
    // The city's common plan, which every signed-in official reads.
    programme: (_, id) => Promise.resolve(isId(id)),
  },
};
