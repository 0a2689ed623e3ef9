import * as endpoints from '@makaverse/contract/programmes-truth';
import { command, query, type Route } from '#platform/module';
import { confirmMilestone, sendMilestoneBack } from './commands/judge-milestone.ts';
import { rateProgramme } from './commands/rate-programme.ts';
import { programmeStory } from './queries/programme-story.ts';
import { programmeTruth } from './queries/programme-truth.ts';
import { promiseLedger } from './queries/promise-ledger.ts';
import { standingsPage } from './queries/standings-page.ts';

/** How programmes really stand, and what the reviewer says of it. */
export const truthRoutes: readonly Route[] = [
  query(endpoints.listStandings, (context, { query: asked }) => standingsPage(context, asked)),
  query(endpoints.readTruth, (context, { params }) => programmeTruth(context, params.id)),
  command(endpoints.rateProgramme, (tx, { params, body }) => rateProgramme(tx, { ...params, ...body })),
  command(endpoints.confirmMilestone, (tx, { params, body }) => confirmMilestone(tx, { ...params, ...body })),
  command(endpoints.sendMilestoneBack, (tx, { params, body }) => sendMilestoneBack(tx, { ...params, ...body })),
  query(endpoints.listPromises, (context, { query: asked }) => promiseLedger(context, asked)),
  query(endpoints.readStory, async (context, { params }) => ({ events: await programmeStory(context, params.id) })),
];
