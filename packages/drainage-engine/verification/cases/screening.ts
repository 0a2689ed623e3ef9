import { inflow, inpText, reach, wave } from '../inp-text.ts';
import type { VerificationCase } from '../verification-case.ts';

const fed = (peak: number): Record<string, string> => ({ INFLOWS: inflow('N0', 'Q'), TIMESERIES: wave('Q', { base: 0.05, peak }) });

/** A main of ditches with a branch of pipes. */
const tree = (title: string, routing: string, peak: number): string =>
  inpText(
    title,
    {
      JUNCTIONS: 'A0 3 2\nA1 2.5 2\nA2 2 2\nB0 3.2 2\nB1 2.6 2',
      OUTFALLS: 'OUT 1 FREE',
      CONDUITS: 'C0 A0 A1 150 0.015 0 0\nC1 A1 A2 180 0.015 0 0\nC2 A2 OUT 200 0.02 0 0\nP0 B0 B1 120 0.013 0 0\nP1 B1 A2 140 0.013 0 0.2',
      XSECTIONS:
        'C0 RECT_OPEN 1.5 1.2 0 0\nC1 RECT_OPEN 1.5 1.5 0 0\nC2 TRAPEZOIDAL 1.5 1.5 1 1\nP0 CIRCULAR 0.8 0 0 0\nP1 CIRCULAR 0.9 0 0 0 2',
      INFLOWS: `${inflow('A0', 'QA')}\n${inflow('B0', 'QB')}`,
      TIMESERIES: `${wave('QA', { base: 0.05, peak })}\n${wave('QB', { base: 0.02, peak: 0.5 * peak, start: 0.8 })}`,
    },
    { FLOW_ROUTING: routing },
  );

/** Kinematic wave and steady flow, which know no backwater. */
export const screeningCases: readonly VerificationCase[] = [
  {
    name: 'kinematic-pipes',
    pins: 'kinematic wave in a line of pipes',
    inp: inpText(
      'Pipes',
      { ...reach({ count: 6, length: 200, slope: 0.004, section: 'CIRCULAR 1 0 0 0', maximumDepth: 2 }), ...fed(0.9) },
      { FLOW_ROUTING: 'KINWAVE' },
    ),
  },
  {
    name: 'kinematic-overfull',
    pins: 'kinematic wave with more inflow than the pipes carry',
    inp: inpText(
      'Overfull',
      { ...reach({ count: 4, length: 150, slope: 0.003, section: 'CIRCULAR 0.8 0 0 0', maximumDepth: 2 }), ...fed(1.4) },
      { FLOW_ROUTING: 'KINWAVE' },
    ),
  },
  { name: 'kinematic-tree', pins: 'kinematic wave in joining ditches and pipes', inp: tree('Tree', 'KINWAVE', 1.2) },
  { name: 'steady-tree', pins: 'steady flow in joining ditches and pipes', inp: tree('Tree', 'STEADY', 1.2) },
];
