import { inflow, inpText, reach, tideRows, wave } from '../inp-text.ts';
import type { VerificationCase } from '../verification-case.ts';

const canal = (outfall: string, conduits = ''): Record<string, string> => ({
  ...reach({
    count: 6,
    length: 250,
    slope: 0.0004,
    section: 'RECT_OPEN 3 4 0 0',
    maximumDepth: 3,
    roughness: 0.025,
    outfall,
    outfallInvert: -0.5,
  }),
  INFLOWS: inflow('N0', 'Q'),
  TIMESERIES: `${wave('Q', { base: 0.2, peak: 4, start: 3, rise: 1, fall: 3 })}\n${tideRows('SEA', { mean: 0.5, range: 1.4 })}`,
  ...(conduits ? { LOSSES: conduits } : {}),
});

const day = { END_TIME: '23:00:00', REPORT_STEP: '00:05:00' };

/** Outfalls under tide. */
export const tideCases: readonly VerificationCase[] = [
  { name: 'tide-series', pins: 'a tide from a series turns the flow', inp: inpText('Tide series', canal('TIMESERIES SEA NO'), day) },
  {
    name: 'tide-flap-gate',
    pins: 'a flap gate at the outfall keeps the sea out',
    inp: inpText('Flap gate', canal('TIMESERIES SEA YES'), day),
  },
  {
    name: 'tide-curve',
    pins: 'a tidal curve by hour of the day',
    inp: inpText('Tidal curve', { ...canal('TIDAL TIDE NO'), CURVES: tideRows('TIDE', { mean: 0.5, range: 1.4, first: 'TIDAL' }) }, day),
  },
  {
    name: 'tide-conduit-flap',
    pins: 'a flap gate inside a conduit',
    inp: inpText('Conduit flap', canal('TIMESERIES SEA NO', 'C4 0 0 0 YES'), day),
  },
  {
    name: 'tide-level',
    pins: 'still water under a level sea stays still',
    inp: inpText('Still', {
      ...reach({
        count: 4,
        length: 200,
        slope: 0.0004,
        section: 'RECT_OPEN 3 4 0 0',
        maximumDepth: 3,
        outfall: 'FIXED 1',
        outfallInvert: -0.5,
      }),
      JUNCTIONS: 'N0 -0.18 3 1.18\nN1 -0.26 3 1.26\nN2 -0.34 3 1.34\nN3 -0.42 3 1.42',
    }),
  },
];
