import { z } from 'zod';
import type { Context } from '#platform/context';
import type { Module } from '#platform/module';
import { deadlineNotices } from './commands/deadline-notices.ts';
import { directivesJobs } from './jobs.ts';
import { directiveAsks } from './queries/asks.ts';
import { doneToday, escalatedTasks } from './queries/city-standing.ts';
import { canReadDirective } from './queries/one-directive.ts';
import { canReadTask } from './queries/one-task.ts';
import { searchDirectives } from './queries/search-directives.ts';
import { directiveWaiting } from './queries/waiting.ts';
import { directiveRoutes } from './routes/directives.ts';
import { taskRoutes } from './routes/tasks.ts';

async function mayFollowTask(context: Context, id: string): Promise<boolean> {
  const row = await context.db.selectFrom('directives.task').selectAll().where('id', '=', id).executeTakeFirst();
  return row !== undefined && canReadTask(context, row);
}

// A topic's id comes from an address line; what is no id names no record.
const isId = (id: string): boolean => z.uuid().safeParse(id).success;

/** Words, addressees, completeness, acknowledgement, cascade, the clock of escalation. */
export const directivesModule: Module = {
  name: 'directives',
  routes: [...directiveRoutes, ...taskRoutes],
  jobs: directivesJobs,
  morningNotices: deadlineNotices,
  asks: directiveAsks,
  waiting: directiveWaiting,
  doneToday,
  escalated: escalatedTasks,
  search: searchDirectives,
  liveTopics: {
    directive: async (context, id) => isId(id) && canReadDirective(context, id),
    task: async (context, id) => isId(id) && mayFollowTask(context, id),
  },
};
