import type { StoryCity } from '../../apps/server/src/demo/city-people.ts';
import { spokenDirectives } from '../../apps/server/src/demo/spoken-directives.ts';
import type { runningRakorsus } from './rakorsus.ts';

/** The directives of the demo's night, as a clerk would write them down at once. */
export function spokenParts(people: StoryCity): Parameters<typeof runningRakorsus>[2] {
  return spokenDirectives.map((spoken) => ({
    words: spoken.words,
    deadline: spoken.deadline,
    measure: spoken.measure,
    reviewerId: people.head(spoken.reviewer),
    isCascading: spoken.isCascading ?? false,
    nominationDueOn: spoken.nominateBy,
    ...(spoken.to === 'all-kecamatan'
      ? { groups: ['all-kecamatan' as const] }
      : { addressees: spoken.to.map((name) => ({ unitId: people.unit(name).id, picId: null, nominationDueOn: spoken.nominateBy })) }),
  }));
}
