import { inflow, inpText, reach, wave } from '../inp-text.ts';
import type { VerificationCase } from '../verification-case.ts';

const pipes = (changes: Partial<Parameters<typeof reach>[0]> = {}): ReturnType<typeof reach> =>
  reach({ count: 5, length: 100, slope: 0.003, section: 'CIRCULAR 0.8 0 0 0', maximumDepth: 3, ...changes });

const flooded = (peak: number): Record<string, string> => ({ INFLOWS: inflow('N0', 'Q'), TIMESERIES: wave('Q', { base: 0.02, peak }) });

const shaped = (
  shapes: readonly (readonly [name: string, section: string])[],
  water: Readonly<Record<string, string>>,
): VerificationCase[] =>
  shapes.map(([name, section]) => ({
    name: `shape-${name}`,
    pins: `a wave through sections of the shape ${name}`,
    inp: inpText(name, { ...pipes({ section, maximumDepth: 4 }), ...water }),
  }));

/** Two ways from A to D, of different size, and a cross link. */
const loop = {
  JUNCTIONS: 'A 3 3\nB 2 3\nC 2.1 3\nD 1 3',
  OUTFALLS: 'OUT 0 FREE',
  CONDUITS: `AB A B 200 0.013 0 0
    AC A C 180 0.013 0 0
    BC B C 120 0.013 0 0
    BD B D 200 0.013 0 0
    CD C D 220 0.013 0 0
    DO D OUT 150 0.013 0 0`,
  XSECTIONS: `AB CIRCULAR 0.6 0 0 0
    AC CIRCULAR 0.8 0 0 0
    BC CIRCULAR 0.5 0 0 0
    BD CIRCULAR 0.6 0 0 0
    CD CIRCULAR 0.7 0 0 0
    DO CIRCULAR 1 0 0 0`,
};

/** Closed conduits: part-full, surcharged, flooding, ponding, looped. */
export const closedPipeCases: readonly VerificationCase[] = [
  {
    name: 'pipe-part-full',
    pins: 'a wave through pipes that stay part full',
    inp: inpText('Part-full pipes', { ...pipes(), ...flooded(0.35) }),
  },
  {
    name: 'pipe-surcharge',
    pins: 'surcharge below the rim and recovery',
    inp: inpText('Surcharge', { ...pipes({ maximumDepth: 8 }), ...flooded(0.95) }),
  },
  {
    name: 'pipe-surcharge-slot',
    pins: 'the same with the slot method',
    inp: inpText('Slot', { ...pipes({ maximumDepth: 8 }), ...flooded(0.95) }, { SURCHARGE_METHOD: 'SLOT', ROUTING_STEP: 2 }),
  },
  {
    name: 'pipe-flooding',
    pins: 'water lost over the rim',
    inp: inpText('Flooding', { ...pipes({ maximumDepth: 1.5 }), ...flooded(1.4) }),
  },
  {
    name: 'pipe-ponding',
    pins: 'water ponds above the rim and drains back',
    inp: inpText('Ponding', { ...pipes({ maximumDepth: 1.5, tail: '0 0 800' }), ...flooded(1.4) }, { ALLOW_PONDING: 'YES' }),
  },
  {
    name: 'pipe-surcharge-depth',
    pins: 'a sealed node holds head above its rim',
    inp: inpText('Sealed', { ...pipes({ maximumDepth: 1.5, tail: '0 3 0' }), ...flooded(1.1) }),
  },
  {
    name: 'pipe-losses',
    pins: 'entry, exit and bend losses',
    inp: inpText('Losses', {
      ...pipes({ maximumDepth: 6 }),
      ...flooded(0.7),
      LOSSES: 'C0 0.5 0.5 0.2\nC1 0.5 1 0\nC2 0.2 0.3 0.8\nC3 0.5 1 0\nC4 0.5 1 0.1',
    }),
  },
  { name: 'pipe-fixed-step', pins: 'a fixed step of 5 s', inp: inpText('Fixed', { ...pipes(), ...flooded(0.5) }, { VARIABLE_STEP: 0 }) },
  {
    name: 'pipe-loop',
    pins: 'flow splits and joins in a looped network',
    inp: inpText('Loop', { ...loop, INFLOWS: inflow('A', 'Q'), TIMESERIES: wave('Q', { base: 0.05, peak: 0.6 }) }),
  },
  {
    name: 'pipe-loop-surcharged',
    pins: 'the same loop under pressure',
    inp: inpText('Loop under pressure', { ...loop, INFLOWS: inflow('A', 'Q'), TIMESERIES: wave('Q', { base: 0.05, peak: 1.3 }) }),
  },
  {
    name: 'pipe-free-falls',
    pins: 'drops between pipes through offsets',
    inp: inpText('Falls', {
      JUNCTIONS: 'N0 6 4\nN1 4 4\nN2 2 4',
      OUTFALLS: 'OUT 0 FREE',
      CONDUITS: 'C0 N0 N1 120 0.013 0 1.2\nC1 N1 N2 120 0.013 0.2 1.0\nC2 N2 OUT 120 0.013 0 0.8',
      XSECTIONS: 'C0 CIRCULAR 0.7 0 0 0\nC1 CIRCULAR 0.7 0 0 0\nC2 CIRCULAR 0.7 0 0 0',
      ...flooded(0.6),
    }),
  },
  {
    name: 'pipe-barrels',
    pins: 'two and three barrels',
    inp: inpText('Barrels', { ...pipes({ section: 'CIRCULAR 0.6 0 0 0 2', count: 4 }), ...flooded(0.7) }),
  },
  {
    name: 'pipe-closed-rectangles',
    pins: 'box culverts that fill and empty',
    inp: inpText('Boxes', { ...pipes({ section: 'RECT_CLOSED 0.8 1.2 0 0', slope: 0.001, maximumDepth: 4 }), ...flooded(1.6) }),
  },
  {
    name: 'pipe-sediment',
    pins: 'circles with sediment on the bottom',
    inp: inpText('Sediment', { ...pipes({ section: 'FILLED_CIRCULAR 0.9 0.25 0 0' }), ...flooded(0.4) }),
  },
  {
    name: 'pipe-maximum-flow',
    pins: 'a conduit with a flow limit',
    inp: inpText('Limit', {
      ...pipes(),
      CONDUITS: pipes().CONDUITS.replace('C2 N2 N3 100 0.015 0 0', 'C2 N2 N3 100 0.015 0 0 0 0.3'),
      ...flooded(0.5),
    }),
  },
  {
    name: 'pipe-force-main',
    pins: 'Hazen-Williams force mains under pressure',
    inp: inpText(
      'Force main',
      { ...pipes({ section: 'FORCE_MAIN 0.5 120 0 0', maximumDepth: 12 }), ...flooded(0.5) },
      { FORCE_MAIN_EQUATION: 'H-W' },
    ),
  },
  ...shaped(
    [
      ['egg', 'EGG 1 0 0 0'],
      ['horseshoe', 'HORSESHOE 1 0 0 0'],
      ['horizontal-ellipse', 'HORIZ_ELLIPSE 0.8 1.293 0 0'],
      ['vertical-ellipse', 'VERT_ELLIPSE 1.293 0.8 0 0'],
      ['standard-ellipse', 'HORIZ_ELLIPSE 8 0 0 0'],
      ['rect-triangular', 'RECT_TRIANGULAR 1 1 0.3 0'],
      // Its base flow stands in the round bottom, where SWMM's hydraulic radius is far too small: the depths of low flow do not agree.
      ['rect-round', 'RECT_ROUND 1 1 0.6 0'],
      ['modified-basket-handle', 'MODBASKETHANDLE 1 1 0.6 0'],
    ],
    flooded(0.7),
  ),
  // SWMM keeps the areas of these in tables read off drawings, from one step to the next of which the width jumps by up to a third. A fast
  // wave would show that; a slow one shows what the sections carry.
  ...shaped(
    [
      ['arch', 'ARCH 0.8 1.2 0 0'],
      ['standard-arch', 'ARCH 7 0 0 0'],
      ['gothic', 'GOTHIC 1 0 0 0'],
      ['catenary', 'CATENARY 1 0 0 0'],
      ['semielliptical', 'SEMIELLIPTICAL 1 0 0 0'],
      ['basket-handle', 'BASKETHANDLE 1 0 0 0'],
      ['semicircular', 'SEMICIRCULAR 1 0 0 0'],
    ],
    { INFLOWS: inflow('N0', 'Q'), TIMESERIES: wave('Q', { base: 0.02, peak: 0.7, rise: 1.5, fall: 2.5 }) },
  ),
  {
    name: 'shape-custom',
    pins: 'a closed section from a shape curve',
    inp: inpText('Custom', {
      ...pipes({ section: 'CUSTOM 1 OVAL 0 0 1', maximumDepth: 4 }),
      CURVES: 'OVAL SHAPE 0 0.2\nOVAL 0.2 0.7\nOVAL 0.5 1\nOVAL 0.8 0.8\nOVAL 1 0.1',
      ...flooded(0.6),
    }),
  },
];
