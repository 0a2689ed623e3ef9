import { job, type JobDefinition } from '#platform/jobs';
import { tellUnits } from './commands/tell-units.ts';

/** What the directives do by themselves. */
export const directivesJobs: readonly JobDefinition[] = [job<{ directiveIds: readonly string[] }>('directives.tell-units', tellUnits)];
