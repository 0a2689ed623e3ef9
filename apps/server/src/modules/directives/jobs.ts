import { job, type JobDefinition } from '#platform/jobs';
import { remind } from './commands/remind.ts';
import { tellUnits } from './commands/tell-units.ts';

/** What the directives do by themselves. */
export const directivesJobs: readonly JobDefinition[] = [
  job<{ directiveIds: readonly string[] }>('directives.tell-units', tellUnits),
  // Before the offices open, so that the day can still be used.
  job('directives.remind', (tx) => remind(tx), '0 7 * * *'),
];
