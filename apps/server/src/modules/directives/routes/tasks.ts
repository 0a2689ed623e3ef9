import {
  acknowledgeTask as acknowledgeEndpoint,
  cascadeTask as cascadeEndpoint,
  confirmTask as confirmEndpoint,
  listTasks,
  markTaskSeen as seenEndpoint,
  readTask,
  reopenTask as reopenEndpoint,
  reportTask as reportEndpoint,
} from '@makaverse/contract/directives';
import { fromCursor, newestKey, toCursor } from '#platform/cursor';
import { command, query, type Route } from '#platform/module';
import { acknowledgeTask, markTaskSeen, reportTask } from '../commands/answer-task.ts';
import { cascadeTask } from '../commands/cascade-task.ts';
import { confirmTask, reopenTask } from '../commands/judge-task.ts';
import { oneTask } from '../queries/one-task.ts';
import { taskPage } from '../queries/task-page.ts';

/** What each unit makes of its part. */
export const taskRoutes: readonly Route[] = [
  query(listTasks, async (context, { query: { limit, cursor, ...filter } }) => {
    const page = await taskPage(context, { filter, limit, after: fromCursor(cursor, newestKey) });
    return { items: page.items, next: page.next && toCursor(page.next) };
  }),
  query(readTask, (context, { params }) => oneTask(context, params.id)),
  command(seenEndpoint, (tx, { params }) => markTaskSeen(tx, params.id)),
  command(acknowledgeEndpoint, (tx, { params, body }) => acknowledgeTask(tx, { id: params.id, words: body.words })),
  command(cascadeEndpoint, async (tx, { params, body }) => ({
    tasks: await cascadeTask(tx, { id: params.id, unitIds: body.unitIds }),
  })),
  command(reportEndpoint, (tx, { params, body }) => reportTask(tx, { id: params.id, words: body.words })),
  command(confirmEndpoint, (tx, { params }) => confirmTask(tx, params.id)),
  command(reopenEndpoint, (tx, { params, body }) => reopenTask(tx, { id: params.id, reason: body.reason })),
];
