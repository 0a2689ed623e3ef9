import { inflow, inpText, tideRows, wave } from '../inp-text.ts';
import type { VerificationCase } from '../verification-case.ts';

/** A pond that a structure empties into a canal with a free or drowned end. */
const pond = (structure: Record<string, string>, { stage = 'FREE', peak = 1.5, offsets = '' } = {}): Record<string, string> => ({
  STORAGE: `POND 0 4 0.5 FUNCTIONAL 0 0 1500 0 0 ${offsets}`,
  JUNCTIONS: 'J 0 4',
  OUTFALLS: `OUT -0.2 ${stage}`,
  CONDUITS: 'CANAL J OUT 200 0.02 0 0',
  INFLOWS: inflow('POND', 'Q'),
  TIMESERIES: wave('Q', { base: 0.05, peak }),
  ...structure,
  XSECTIONS: `CANAL RECT_OPEN 4 3 0 0\n${structure['XSECTIONS'] ?? ''}`,
});

const weir = (form: string, section: string, extra = '', crest = 0.8, stage = 'FREE'): string =>
  inpText(`Weir ${form}`, pond({ WEIRS: `W POND J ${form} ${crest} 1.84 ${extra}`, XSECTIONS: `W ${section}` }, { stage }));

const orifice = (position: string, section: string, extra = '', stage = 'FREE'): string =>
  inpText(`Orifice ${position}`, pond({ ORIFICES: `O POND J ${position} 0.2 0.62 ${extra}`, XSECTIONS: `O ${section}` }, { stage }));

const pump = (curve: string, extra = '', rows = ''): string =>
  inpText('Pump', pond({ PUMPS: `P POND J ${curve} ${extra}`, ...(rows ? { CURVES: rows } : {}) }));

const outlet = (rating: string, curves = ''): string =>
  inpText('Outlet', pond({ OUTLETS: `L POND J 0.3 ${rating}`, ...(curves ? { CURVES: curves } : {}) }));

/** Pumps of every type, weirs of every form, orifices, outlets. */
export const structureCases: readonly VerificationCase[] = [
  { name: 'pump-type-1', pins: 'flow by volume in steps', inp: pump('PC', 'ON', 'PC PUMP1 1500 0.2 3000 0.6 6000 1'), hasPumps: true },
  { name: 'pump-type-2', pins: 'flow by depth in steps', inp: pump('PC', 'ON', 'PC PUMP2 1 0.2 2 0.6 4 1'), hasPumps: true },
  { name: 'pump-type-3', pins: 'flow by head', inp: pump('PC', 'ON', 'PC PUMP3 0 0.8 1 0.6 2 0.4 4 0'), hasPumps: true },
  { name: 'pump-type-4', pins: 'flow by depth, continuous', inp: pump('PC', 'ON', 'PC PUMP4 0.2 0 1 0.3 2 0.8 4 1'), hasPumps: true },
  { name: 'pump-type-5', pins: 'flow by head at a speed', inp: pump('PC', 'ON', 'PC PUMP5 0 0.8 1 0.6 2 0.4 4 0'), hasPumps: true },
  {
    name: 'pump-ideal',
    pins: 'an ideal pump passes on what arrives',
    hasPumps: true,
    inp: inpText('Ideal', {
      JUNCTIONS: 'N0 1 3\nN1 0.5 3\nN2 4 3',
      OUTFALLS: 'OUT 3.6 FREE',
      CONDUITS: 'C0 N0 N1 200 0.02 0 0\nC1 N2 OUT 200 0.02 0 0',
      PUMPS: 'P N1 N2 * ON 0 0',
      XSECTIONS: 'C0 RECT_OPEN 3 2 0 0\nC1 RECT_OPEN 3 2 0 0',
      INFLOWS: inflow('N0', 'Q'),
      TIMESERIES: wave('Q', { base: 0.1, peak: 1 }),
    }),
  },
  {
    name: 'pump-start-stop',
    pins: 'starts at one depth and stops at another',
    inp: pump('PC', 'OFF 1.5 0.6', 'PC PUMP3 0 0.9 4 0.3'),
    hasPumps: true,
  },
  { name: 'orifice-side', pins: 'a side orifice, free', inp: orifice('SIDE', 'CIRCULAR 0.6 0 0 0') },
  {
    name: 'orifice-side-rectangular',
    pins: 'a rectangular side orifice as a weir below its crown',
    inp: orifice('SIDE', 'RECT_CLOSED 0.8 1 0 0'),
  },
  { name: 'orifice-bottom', pins: 'a bottom orifice', inp: orifice('BOTTOM', 'RECT_CLOSED 0.6 0.6 0 0') },
  { name: 'orifice-drowned', pins: 'an orifice drowned from below', inp: orifice('SIDE', 'CIRCULAR 0.6 0 0 0', '', 'FIXED 1.4') },
  {
    name: 'orifice-flap',
    pins: 'an orifice with a flap gate under a tide',
    inp: inpText('Orifice flap', {
      ...pond({ ORIFICES: 'O POND J SIDE 0 0.62 YES', XSECTIONS: 'O RECT_CLOSED 1 1 0 0' }, { stage: 'TIMESERIES SEA' }),
      TIMESERIES: `${wave('Q', { base: 0.05, peak: 1.5 })}\n${tideRows('SEA', { mean: 0.6, range: 1.4 })}`,
    }),
  },
  {
    name: 'orifice-drain-down',
    pins: 'a full tank empties through an orifice',
    inp: inpText('Drain-down', {
      STORAGE: 'POND 0 4 3 FUNCTIONAL 0 0 500 0 0',
      OUTFALLS: 'OUT -1 FREE',
      ORIFICES: 'O POND OUT BOTTOM 0 0.6',
      XSECTIONS: 'O RECT_CLOSED 0.4 0.4 0 0',
    }),
  },
  { name: 'weir-transverse', pins: 'a transverse weir, free', inp: weir('TRANSVERSE', 'RECT_OPEN 1.5 2 0 0', 'NO 0 0 YES') },
  {
    name: 'weir-contracted',
    pins: 'a transverse weir with two end contractions',
    inp: weir('TRANSVERSE', 'RECT_OPEN 1.5 2 0 0', 'NO 2 0 YES'),
  },
  { name: 'weir-side-flow', pins: 'a side-flow weir', inp: weir('SIDEFLOW', 'RECT_OPEN 1.5 3 0 0', 'NO 0 0 YES') },
  { name: 'weir-v-notch', pins: 'a V-notch', inp: weir('V-NOTCH', 'TRIANGULAR 1.5 3 0 0', 'NO 0 0 YES', 0.6) },
  { name: 'weir-trapezoidal', pins: 'a trapezoidal weir', inp: weir('TRAPEZOIDAL', 'TRAPEZOIDAL 1.5 1 0.5 0.5', 'NO 0 1.38 YES') },
  { name: 'weir-roadway', pins: 'water over a paved road', inp: weir('ROADWAY', 'RECT_OPEN 1.5 6 0 0', 'NO 0 0 NO 8 PAVED') },
  {
    name: 'weir-drowned',
    pins: 'a transverse weir drowned from below',
    inp: weir('TRANSVERSE', 'RECT_OPEN 1.5 2 0 0', 'NO 0 0 YES', 0.8, 'FIXED 1.5'),
  },
  {
    name: 'weir-surcharged',
    pins: 'a low weir that turns into an orifice',
    inp: weir('TRANSVERSE', 'RECT_OPEN 0.4 0.8 0 0', 'NO 0 0 YES', 0.6),
  },
  {
    name: 'weir-not-surcharged',
    pins: 'a low weir that may not surcharge',
    inp: weir('TRANSVERSE', 'RECT_OPEN 0.4 0.8 0 0', 'NO 0 0 NO', 0.6),
  },
  {
    name: 'weir-reversed',
    pins: 'the sea flows back over a weir',
    inp: inpText(
      'Reversed',
      {
        ...pond(
          { WEIRS: 'W POND J TRANSVERSE 0.6 1.84 NO 0 0 YES', XSECTIONS: 'W RECT_OPEN 2 2 0 0' },
          { stage: 'TIMESERIES SEA', peak: 0.3 },
        ),
        TIMESERIES: `${wave('Q', { base: 0.05, peak: 0.3 })}\n${tideRows('SEA', { mean: 0.8, range: 1.6 })}`,
      },
      { END_TIME: '12:00:00' },
    ),
  },
  ...(
    [
      ['weir', { WEIRS: 'W POND J TRANSVERSE 0.2 1.84 NO 0 0 YES' }, 'W RECT_OPEN 1 2 0 0'],
      ['orifice', { ORIFICES: 'W POND J SIDE 0.2 0.62 NO 0' }, 'W RECT_CLOSED 0.6 0.8 0 0'],
      ['outlet', { OUTLETS: 'W POND J 0.2 FUNCTIONAL/DEPTH 0.6 0.5 NO' }, ''],
    ] as const
  ).map(([kind, rows, section]) => ({
    name: `${kind}-below-bed`,
    pins: `the ${kind} begins below the bed of the node it leads to, which is fed as well`,
    inp: inpText('Low crest', {
      ...pond({ ...rows, XSECTIONS: section }),
      JUNCTIONS: 'J 0.6 4',
      INFLOWS: `${inflow('POND', 'Q')}\n${inflow('J', 'Q')}`,
    }),
  })),
  { name: 'outlet-functional-depth', pins: 'an outlet by a formula of depth', inp: outlet('FUNCTIONAL/DEPTH 0.6 0.5') },
  { name: 'outlet-functional-head', pins: 'an outlet by a formula of head', inp: outlet('FUNCTIONAL/HEAD 0.6 0.5') },
  { name: 'outlet-tabular-depth', pins: 'an outlet by a table of depth', inp: outlet('TABULAR/DEPTH RC', 'RC RATING 0 0 1 0.4 3 0.9') },
  { name: 'outlet-tabular-head', pins: 'an outlet by a table of head', inp: outlet('TABULAR/HEAD RC', 'RC RATING 0 0 1 0.4 3 0.9') },
];
