import * as endpoints from '@makaverse/contract/programmes-check-in';
import { command, query, type Route } from '#platform/module';
import { sendCheckIn } from './commands/send-check-in.ts';
import { checkInFormFor } from './queries/check-in-form.ts';
import { checkInById, checkInPage } from './queries/check-in-page.ts';

/** Reports of progress, their photos, and what the reviewer says of those. */
export const checkInRoutes: readonly Route[] = [
  query(endpoints.listCheckIns, (context, { params, query: asked }) => checkInPage(context, { ...asked, programmeId: params.id })),
  query(endpoints.readCheckIn, (context, { params }) => checkInById(context, params.id)),
  query(endpoints.readCheckInForm, (context, { params, query: asked }) => checkInFormFor(context, { ...asked, programmeId: params.id })),
  command(endpoints.sendCheckIn, (tx, { params, body }) => sendCheckIn(tx, { ...body, programmeId: params.id, via: 'app' })),
];
