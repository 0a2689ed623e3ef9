import { inflow, inpText, reach, wave, type Reach } from '../inp-text.ts';
import type { VerificationCase } from '../verification-case.ts';

const ditch = (changes: Partial<Reach> = {}): ReturnType<typeof reach> =>
  reach({ count: 6, length: 150, slope: 0.001, section: 'RECT_OPEN 1.5 2 0 0', maximumDepth: 1.5, roughness: 0.02, ...changes });

const fed = (peak: number, base = 0.1): Record<string, string> => ({ INFLOWS: inflow('N0', 'Q'), TIMESERIES: wave('Q', { base, peak }) });

const floodPlain = `NC 0.06 0.06 0.03
  X1 VALLEY 8 20 30 0 0 0 0 0
  GR 3 0 2 5 1.8 20 0.2 22 0 25 0.3 28 1.7 30
  GR 3 50`;

/** A canal through a culvert of the given section. */
const culvert = (section: string): string =>
  inpText('Culvert', {
    JUNCTIONS: 'N0 2 4\nN1 1.6 4\nN2 0.8 4',
    OUTFALLS: 'OUT 0.4 FREE',
    CONDUITS: 'C0 N0 N1 100 0.02 0 0\nC1 N1 N2 30 0.012 0 0\nC2 N2 OUT 100 0.02 0 0',
    XSECTIONS: `C0 RECT_OPEN 4 3 0 0\nC1 ${section}\nC2 RECT_OPEN 4 3 0 0`,
    ...fed(4),
  });

/** Open channels: slopes, shapes, options of the momentum equation, backwater. */
export const openChannelCases: readonly VerificationCase[] = [
  { name: 'ditch-mild', pins: 'a wave along a mild U-ditch', inp: inpText('Mild', { ...ditch(), ...fed(1.8) }) },
  { name: 'ditch-flat', pins: 'a ditch without slope', inp: inpText('Flat', { ...ditch({ slope: 0 }), ...fed(0.8) }) },
  { name: 'ditch-steep', pins: 'supercritical flow on 3 %', inp: inpText('Steep', { ...ditch({ slope: 0.03 }), ...fed(4) }) },
  {
    name: 'ditch-steep-into-mild',
    pins: 'a steep reach that meets a mild one',
    inp: inpText('Jump', {
      JUNCTIONS: 'N0 8 2\nN1 5 2\nN2 2 2\nN3 1.9 2\nN4 1.8 2',
      OUTFALLS: 'OUT 1.7 FREE',
      CONDUITS: 'C0 N0 N1 100 0.015 0 0\nC1 N1 N2 100 0.015 0 0\nC2 N2 N3 100 0.02 0 0\nC3 N3 N4 100 0.02 0 0\nC4 N4 OUT 100 0.02 0 0',
      XSECTIONS: 'C0 RECT_OPEN 2 2 0 0\nC1 RECT_OPEN 2 2 0 0\nC2 RECT_OPEN 2 2 0 0\nC3 RECT_OPEN 2 2 0 0\nC4 RECT_OPEN 2 2 0 0',
      ...fed(2.5),
    }),
  },
  {
    name: 'ditch-adverse',
    pins: 'a reach that rises in the direction of flow',
    inp: inpText('Adverse', {
      JUNCTIONS: 'N0 1 2.5\nN1 0.7 2.5\nN2 0.9 2.5\nN3 0.5 2.5',
      OUTFALLS: 'OUT 0.2 FREE',
      CONDUITS: 'C0 N0 N1 150 0.02 0 0\nC1 N1 N2 150 0.02 0 0\nC2 N2 N3 150 0.02 0 0\nC3 N3 OUT 150 0.02 0 0',
      XSECTIONS: 'C0 RECT_OPEN 2.5 2 0 0\nC1 RECT_OPEN 2.5 2 0 0\nC2 RECT_OPEN 2.5 2 0 0\nC3 RECT_OPEN 2.5 2 0 0',
      ...fed(1.5),
    }),
  },
  ...(['NONE', 'PARTIAL', 'FULL'] as const).map((damping) => ({
    name: `damping-${damping.toLowerCase()}`,
    pins: `inertial damping ${damping}`,
    inp: inpText(`Damping ${damping}`, { ...ditch({ slope: 0.006 }), ...fed(3) }, { INERTIAL_DAMPING: damping }),
  })),
  ...(['SLOPE', 'FROUDE', 'BOTH'] as const).map((limit) => ({
    name: `normal-flow-${limit.toLowerCase()}`,
    pins: `the normal-flow limit by ${limit}`,
    inp: inpText(`Limit ${limit}`, { ...ditch({ slope: 0.012 }), ...fed(3) }, { NORMAL_FLOW_LIMITED: limit }),
  })),
  {
    name: 'ditch-backwater',
    pins: 'a fixed level downstream drowns the reach',
    inp: inpText('Backwater', { ...ditch({ outfall: 'FIXED 1.2', maximumDepth: 2.5, section: 'RECT_OPEN 2.5 2 0 0' }), ...fed(1.5) }),
  },
  {
    name: 'ditch-normal-outfall',
    pins: 'an outfall at normal depth',
    inp: inpText('Normal', { ...ditch({ outfall: 'NORMAL' }), ...fed(1.8) }),
  },
  {
    name: 'ditch-flooding',
    pins: 'an open ditch runs over',
    inp: inpText('Overflow', { ...ditch({ slope: 0.0005, maximumDepth: 1, section: 'RECT_OPEN 1 1.5 0 0' }), ...fed(2) }),
  },
  {
    name: 'ditch-ponding',
    pins: 'an open ditch ponds and drains back',
    inp: inpText(
      'Ponded',
      { ...ditch({ slope: 0.0005, maximumDepth: 1, section: 'RECT_OPEN 1 1.5 0 0', tail: '0 0 2000' }), ...fed(2) },
      { ALLOW_PONDING: 'YES' },
    ),
  },
  {
    name: 'ditch-trapezoidal',
    pins: 'a trapezoidal canal',
    inp: inpText('Trapezoid', { ...ditch({ section: 'TRAPEZOIDAL 1.5 1 1.5 1' }), ...fed(2) }),
  },
  {
    name: 'ditch-triangular',
    pins: 'a triangular ditch',
    inp: inpText('Triangle', { ...ditch({ section: 'TRIANGULAR 1.5 4 0 0' }), ...fed(1.2) }),
  },
  {
    name: 'ditch-parabolic',
    pins: 'a parabolic ditch',
    inp: inpText('Parabola', { ...ditch({ section: 'PARABOLIC 1.5 3 0 0' }), ...fed(1.2) }),
  },
  { name: 'ditch-power', pins: 'a power-law section', inp: inpText('Power', { ...ditch({ section: 'POWER 1.5 3 1.5 0' }), ...fed(1.2) }) },
  {
    name: 'ditch-sides-ignored',
    pins: 'an open rectangle whose walls carry no friction',
    inp: inpText('Walls', { ...ditch({ section: 'RECT_OPEN 1.5 2 2 0' }), ...fed(1.8) }),
  },
  {
    name: 'transect-overbank',
    pins: 'an irregular section with flow on the flood plain',
    inp: inpText('Transect', {
      ...ditch({ section: 'IRREGULAR VALLEY 0 0 0', maximumDepth: 3, length: 300 }),
      TRANSECTS: floodPlain,
      ...fed(25, 1),
    }),
  },
  {
    name: 'transect-meander',
    pins: 'a meandering channel in its flood plain',
    inp: inpText('Meander', {
      ...ditch({ section: 'IRREGULAR VALLEY 0 0 0', maximumDepth: 3, length: 300 }),
      TRANSECTS: floodPlain.replace('30 0 0 0 0 0', '30 0 0 1.3 0 0'),
      ...fed(25, 1),
    }),
  },
  {
    name: 'transect-scaled',
    pins: 'stations widened by a factor, elevations raised',
    inp: inpText('Scaled', {
      ...ditch({ section: 'IRREGULAR VALLEY 0 0 0', maximumDepth: 3, length: 300 }),
      TRANSECTS: floodPlain.replace('30 0 0 0 0 0', '30 0 0 0 2 1'),
      ...fed(25, 1),
    }),
  },
  {
    name: 'street-section',
    pins: 'water on a street',
    inp: inpText('Street', {
      ...ditch({ section: 'STREET ROAD 0 0 0', maximumDepth: 0.5, slope: 0.005 }),
      STREETS: 'ROAD 6 0.15 2 0.016 0 0 2 3 4 0.02',
      ...fed(0.4, 0.01),
    }),
  },
  {
    name: 'conduit-lengthening',
    pins: 'a short conduit lengthened for the step',
    inp: inpText('Lengthened', { ...ditch({ length: 12 }), ...fed(1.5) }, { LENGTHENING_STEP: 5, VARIABLE_STEP: 0 }),
  },
  {
    name: 'ditch-minimum-slope',
    pins: 'a minimum slope for flat conduits',
    inp: inpText('Minimum slope', { ...ditch({ slope: 0.0001 }), ...fed(0.8) }, { MIN_SLOPE: 0.1 }),
  },
  {
    name: 'ditch-seepage',
    pins: 'water lost through the bed',
    inp: inpText('Seepage', {
      ...ditch(),
      ...fed(0.8),
      LOSSES: Array.from({ length: 6 }, (_, index) => `C${index} 0 0 0 NO 50`).join('\n'),
    }),
  },
  {
    name: 'culvert-metal-box',
    pins: 'a culvert of corrugated metal with a thin wall, code 29',
    inp: culvert('RECT_CLOSED 1.1 1.2 0 0 1 29'),
  },
  { name: 'culvert-tapered', pins: 'a culvert with a slope-tapered inlet, code 56', inp: culvert('RECT_CLOSED 1.1 1 0 0 1 56') },
  {
    name: 'culvert-inlet-control',
    pins: 'a box culvert that its inlet controls',
    inp: culvert('CIRCULAR 1.2 0 0 0 1 4'),
  },
];
