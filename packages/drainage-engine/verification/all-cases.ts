import { closedPipeCases } from './cases/closed-pipes.ts';
import { controlCases } from './cases/controls.ts';
import { eventCases } from './cases/events.ts';
import { fuzzedCases } from './cases/found-by-fuzzing.ts';
import { hydrologyCases } from './cases/hydrology.ts';
import { networkCases } from './cases/networks.ts';
import { openChannelCases } from './cases/open-channels.ts';
import { screeningCases } from './cases/screening.ts';
import { screeningPondCases } from './cases/screening-ponds.ts';
import { storageCases } from './cases/storages.ts';
import { structureCases } from './cases/structures.ts';
import { tideCases } from './cases/tides.ts';
import { unitCases } from './cases/units-and-formats.ts';
import type { VerificationCase } from './verification-case.ts';

/** Every case, by kind. */
export const caseGroups: Readonly<Record<string, readonly VerificationCase[]>> = {
  'Closed pipes': closedPipeCases,
  'Open channels': openChannelCases,
  Tides: tideCases,
  Structures: structureCases,
  Storage: storageCases,
  Controls: controlCases,
  'Kinematic wave and steady flow': [...screeningCases, ...screeningPondCases],
  'Events and steady spells': eventCases,
  Hydrology: hydrologyCases,
  'Units and formats': unitCases,
  'Found by random models': fuzzedCases,
  Cities: networkCases,
};

/** Every case in one list. */
export const allCases: readonly VerificationCase[] = Object.values(caseGroups).flat();
