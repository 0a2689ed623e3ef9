import { tidalCity } from '../tidal-city.ts';
import type { VerificationCase } from '../verification-case.ts';

/** Generated cities. The one of 10,000 conduits takes a minute. */
export const networkCases: readonly VerificationCase[] = [
  { name: 'city-100', pins: 'a tidal city of 100 conduits', inp: tidalCity({ conduits: 100 }) },
  { name: 'city-1000', pins: 'a tidal city of 1,000 conduits', inp: tidalCity({ conduits: 1000 }) },
  {
    name: 'city-1000-pipes',
    pins: 'the same with half of the ditches as closed pipes',
    inp: tidalCity({ conduits: 1000, seed: 11, pipeShare: 0.5 }),
  },
];

/** Run only when asked for, by name or with `--large`. */
export const largeNetworkCases: readonly VerificationCase[] = [
  { name: 'city-10000', pins: 'a tidal city of 10,000 conduits', inp: tidalCity({ conduits: 10_000 }) },
];
