import {
  changeDirective as changeEndpoint,
  exportDirectives,
  listDirectives,
  readCascade,
  readDirective,
  readDirectiveHistory,
  readHeatMap,
  withdrawDirective as withdrawEndpoint,
} from '@makaverse/contract/directives';
import { witaDate } from '@makaverse/calendar';
import { fromCursor, newestKey, toCursor } from '#platform/cursor';
import { command, query, type Route } from '#platform/module';
import { changeDirective } from '../commands/change-directive.ts';
import { withdrawDirective } from '../commands/withdraw-directive.ts';
import { cascadeOf } from '../queries/cascade.ts';
import { directiveHistory } from '../queries/directive-history.ts';
import { directivePage } from '../queries/directive-page.ts';
import { directivesCsv } from '../queries/directives-csv.ts';
import { heatMap } from '../queries/heat-map.ts';
import { oneDirective } from '../queries/one-directive.ts';

/** Directives as they are read, completed and struck. They are kept in a meeting, by the meetings' own route. */
export const directiveRoutes: readonly Route[] = [
  query(listDirectives, async (context, { query: { limit, cursor, ...filter } }) => {
    const page = await directivePage(context, { filter, limit, after: fromCursor(cursor, newestKey) });
    return { items: page.items, next: page.next && toCursor(page.next) };
  }),
  query(exportDirectives, async (context, { query: filter }) => ({
    body: await directivesCsv(context, filter),
    fileName: `arahan-${witaDate(context.now)}.csv`,
  })),
  query(readDirective, (context, { params }) => oneDirective(context, params.id)),
  command(changeEndpoint, (tx, { params, body: { version, ...parts } }) => changeDirective(tx, { id: params.id, version, parts })),
  command(withdrawEndpoint, (tx, { params, body }) => withdrawDirective(tx, { id: params.id, ...body })),
  query(readDirectiveHistory, async (context, { params }) => ({ items: await directiveHistory(context, params.id) })),
  query(readCascade, (context, { params }) => cascadeOf(context, params.id)),
  query(readHeatMap, (context, { query: asked }) => heatMap(context, asked)),
];
