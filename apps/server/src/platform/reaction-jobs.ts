import type { Reaction } from '#platform/event-bus';
import type { JobDefinition } from '#platform/jobs';

/** Each reaction is a kind of job, so that an event is delivered again until its reaction has committed. */
export function reactionJobs(reactions: readonly Reaction[]): JobDefinition[] {
  return reactions.map(({ name, run }) => ({ name, run }));
}
