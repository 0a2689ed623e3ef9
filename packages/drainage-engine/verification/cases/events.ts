import { inflow, inpText, wave } from '../inp-text.ts';
import type { VerificationCase } from '../verification-case.ts';

/** A pond above a canal, with rain on a catchment and an inflow from outside. */
const canal = (sections: Readonly<Record<string, string>>, options: Readonly<Record<string, string | number>> = {}): string =>
  inpText(
    'Pond and canal',
    {
      RAINGAGES: 'G VOLUME 0:10 1 TIMESERIES R',
      SUBCATCHMENTS: 'S G P 4 60 200 0.5 0',
      SUBAREAS: 'S 0.015 0.2 1.5 4 25 OUTLET',
      INFILTRATION: 'S 60 8 4 7 0',
      STORAGE: 'P 0.2 4 0.2 FUNCTIONAL 0 0 300',
      JUNCTIONS: 'J 0 4',
      OUTFALLS: 'SEA -0.2 FREE',
      CONDUITS: 'A P J 100 0.02 0 0\nCANAL J SEA 250 0.022 0 0',
      XSECTIONS: 'A RECT_OPEN 2 2 0 0\nCANAL RECT_OPEN 4 4 0 0',
      INFLOWS: inflow('J', 'Q'),
      TIMESERIES: `${wave('Q', { base: 0.1, peak: 2, start: 1, fall: 3 })}\nR 0:40 4\nR 0:50 12\nR 1:00 5\nR 1:10 0\nR 4:00 8\nR 4:10 0`,
      ...sections,
    },
    options,
  );

/** Times that are not routed, and steps that are skipped. */
export const eventCases: readonly VerificationCase[] = [
  {
    name: 'events-two',
    pins: 'two routing events; the network stands before, between and after them, the runoff goes on',
    inp: canal({ EVENTS: '01/15/2024 00:50 01/15/2024 02:12\n01/15/2024 03:55:30 01/15/2024 05:00' }),
  },
  {
    name: 'events-overlapping',
    pins: 'events that overlap and stand in any order',
    inp: canal({ EVENTS: '01/15/2024 02:00 01/15/2024 04:00\n01/15/2024 00:30 01/15/2024 02:30\n01/16/2024 00:00 01/17/2024 00:00' }),
  },
  {
    name: 'steady-state-skipped',
    pins: 'steady spells between two waves are skipped',
    inp: canal(
      { TIMESERIES: 'Q 0 0.5\nQ 2 0.5\nQ 2.2 1.5\nQ 4 1.5\nQ 4.2 0.3\nQ 8 0.3\nR 0 0' },
      { SKIP_STEADY_STATE: 'YES', SYS_FLOW_TOL: 1, LAT_FLOW_TOL: 1, END_TIME: '08:00:00' },
    ),
  },
];
