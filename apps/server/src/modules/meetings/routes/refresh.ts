import { adoptRefresh as adoptEndpoint, readRefresh, steerRefresh as steerEndpoint } from '@makaverse/contract/meetings-room';
import { command, query, type Route } from '#platform/module';
import { adoptRefresh } from '../refresh/commands/adopt-refresh.ts';
import { steerRefresh } from '../refresh/commands/steer-refresh.ts';
import { openRefresh } from '../refresh/queries/open-refresh.ts';
import { refreshAgendaOf } from '../refresh/queries/refresh-agenda.ts';

/** The refresh agenda: drawn, steered, adopted. */
export const refreshRoutes: readonly Route[] = [
  query(readRefresh, async (context, { params }) => refreshAgendaOf(context, await openRefresh(context, params.id))),
  command(steerEndpoint, (tx, { params, body: { version, ...steering } }) => steerRefresh(tx, { ...params, version, steering })),
  command(adoptEndpoint, (tx, { params, body }) => adoptRefresh(tx, { ...params, ...body })),
];
