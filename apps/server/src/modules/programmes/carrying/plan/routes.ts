import * as endpoints from '@makaverse/contract/programmes-plan';
import { command, query, type Route } from '#platform/module';
import { writeMilestones } from './commands/write-milestones.ts';
import { programmePlan } from './queries/programme-plan.ts';

/** A programme's plan. */
export const planRoutes: readonly Route[] = [
  query(endpoints.readPlan, (context, { params }) => programmePlan(context, params.id)),
  command(endpoints.writeMilestones, (tx, { params, body }) => writeMilestones(tx, { ...body, ...params })),
];
