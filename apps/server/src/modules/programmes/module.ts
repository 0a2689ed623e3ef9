import { z } from 'zod';
import { positionEndedEvent, type PositionEnded } from '#events/position-ended';
import { taskDoneEvent, type TaskDone } from '#events/task-done';
import type { Context } from '#platform/context';
import { reaction } from '#platform/event-bus';
import { job } from '#platform/jobs';
import type { Module } from '#platform/module';
import { checkInRoutes } from './carrying/check-in/routes.ts';
import { planRoutes } from './carrying/plan/routes.ts';
import { closeSeatOfDoneTask, reopenSeats } from './commands/move-by-itself.ts';
import { sendNotices } from './commands/send-notices.ts';
import { tellOpened } from './commands/tell-opened.ts';
import { escalatedNominations, nominationAsks, nominationsDoneToday, nominationWaiting } from './queries/asks.ts';
import { visibleNominations } from './queries/nominations-page.ts';
import { searchProgrammes } from './queries/search.ts';
import { programmeRoutes } from './routes.ts';

// A topic's id comes from an address line; what is no id names no record.
const isId = (id: string): boolean => z.uuid().safeParse(id).success;

async function mayFollowNomination(context: Context, id: string): Promise<boolean> {
  return (await visibleNominations(context).where('nomination.id', '=', id).executeTakeFirst()) !== undefined;
}

/** Programmes, and the nominations by which every seat finds a person who agreed to answer. */
export const programmesModule: Module = {
  name: 'programmes',
  routes: [...programmeRoutes, ...planRoutes, ...checkInRoutes],
  reactions: [
    reaction<PositionEnded>(positionEndedEvent, 'programmes.reopen-seats', reopenSeats),
    reaction<TaskDone>(taskDoneEvent, 'programmes.close-seat-of-done-task', closeSeatOfDoneTask),
  ],
  jobs: [
    job<{ nominationIds: readonly string[] }>('programmes.tell-opened', tellOpened),
    // Terms of 48 hours end at any hour, so the clock is looked at often.
    job('programmes.send-notices', (tx) => sendNotices(tx), '*/15 * * * *'),
  ],
  asks: nominationAsks,
  waiting: nominationWaiting,
  doneToday: nominationsDoneToday,
  escalated: escalatedNominations,
  search: searchProgrammes,
  liveTopics: {
    nomination: async (context, id) => isId(id) && mayFollowNomination(context, id),
    // The city's common plan, which every signed-in official reads.
    programme: (_, id) => Promise.resolve(isId(id)),
  },
};
