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

const steps: Readonly<Record<string, string | number>> = { FLOW_ROUTING: 'KINWAVE', ROUTING_STEP: 30, VARIABLE_STEP: 0 };

/** One line of conduits of ever other shapes. */
const shapes = [
  'RECT_OPEN 1 1 0 0', 'TRAPEZOIDAL 1 0.6 1 1.5', 'TRIANGULAR 1.2 2 0 0', 'PARABOLIC 1.2 2 0 0', 'POWER 1.2 1.8 1.5 0', 'CIRCULAR 0.9 0 0 0',
  'EGG 1.2 0 0 0', 'HORSESHOE 1 0 0 0', 'ARCH 0.9 1.4 0 0', 'RECT_CLOSED 0.9 0.9 0 0', 'MODBASKETHANDLE 1 1 0.6 0', 'RECT_TRIANGULAR 1.2 1 0.3 0',
  'RECT_ROUND 1.2 1 0.7 0', 'FILLED_CIRCULAR 1.2 0.2 0 0', 'IRREGULAR T',
]; // prettier-ignore
const line = shapes.map((_, k) => ({
  node: `N${k}`,
  level: (0.45 * (shapes.length - k)).toFixed(2),
  next: k + 1 < shapes.length ? `N${k + 1}` : 'OUT',
}));
const sections = inpText(
  'Sections',
  {
    JUNCTIONS: line.map(({ node, level }) => `${node} ${level} 2`).join('\n'),
    OUTFALLS: 'OUT 0 FREE',
    CONDUITS: line.map(({ node, next }, k) => `C${k} ${node} ${next} 100 0.015 0 0`).join('\n'),
    XSECTIONS: shapes.map((shape, k) => `C${k} ${shape}`).join('\n'),
    TRANSECTS: 'NC 0.03 0.03 0.02\nX1 T 6 2 6 0 0 0 0 0 0\nGR 1.4 0 0.6 2 0 3 0 5 0.6 6 1.5 8',
    INFLOWS: inflow('N0', 'Q'),
    TIMESERIES: wave('Q', { base: 0.05, peak: 0.8 }),
  },
  { ...steps, ROUTING_STEP: 15 },
);

const weekend = Array.from({ length: 24 }, (_, hour) => (0.6 + 0.5 * Math.sin((hour - 9) / 3.82)).toFixed(3)).join(' ');
const workday = Array.from({ length: 24 }, (_, hour) => (0.9 + 0.6 * Math.sin((hour - 7) / 3.82)).toFixed(3)).join(' ');

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
  { name: 'kinematic-sections', pins: 'kinematic wave through sections of fifteen shapes', inp: sections },
  {
    name: 'kinematic-ponding',
    pins: 'kinematic wave with a pond over a manhole',
    inp: inpText(
      'Ponding',
      {
        JUNCTIONS: 'A 3 2 0 0 500\nB 2.4 2 0 0 500\nC 1.8 2 0 0 500',
        OUTFALLS: 'OUT 1.2 FREE',
        CONDUITS: 'C0 A B 150 0.013 0 0\nC1 B C 150 0.013 0 0\nC2 C OUT 150 0.013 0 0',
        XSECTIONS: 'C0 CIRCULAR 0.8 0 0 0\nC1 CIRCULAR 1 0 0 0\nC2 CIRCULAR 1 0 0 0',
        ...fed(1.8),
        INFLOWS: inflow('A', 'Q'),
      },
      { ...steps, ROUTING_STEP: 10, ALLOW_PONDING: 'YES' },
    ),
  },
  {
    name: 'kinematic-dummy',
    pins: 'kinematic wave past conduits without a section, a flow limit and two links at an outfall',
    inp: inpText(
      'Dummy',
      {
        JUNCTIONS: 'A 4 2\nB 3.2 2\nC 2.5 2\nD 2 2',
        OUTFALLS: 'OUT 1.5 FREE',
        CONDUITS: 'C0 A B 150 0.015 0 0\nC1 B C 400 0.015 0 0\nC2 C OUT 150 0.015 0 0 0 0.7\nC3 D OUT 90 0.015 0 0.1',
        XSECTIONS: 'C0 CIRCULAR 1 0 0 0\nC1 DUMMY 0 0 0 0\nC2 CIRCULAR 1 0 0 0\nC3 CIRCULAR 0.6 0 0 0',
        INFLOWS: `${inflow('A', 'Q')}\n${inflow('D', 'Q2')}`,
        TIMESERIES: `${wave('Q', { base: 0.05, peak: 0.9 })}\n${wave('Q2', { base: 0.02, peak: 0.2 })}`,
      },
      steps,
    ),
  },
  {
    name: 'kinematic-dry-weather',
    pins: 'four days of waste water with patterns of hours, weekends and days',
    inp: inpText(
      'Dry weather',
      {
        ...reach({ count: 8, length: 250, slope: 0.004, section: 'CIRCULAR 0.6 0 0 0', maximumDepth: 2.5, roughness: 0.013 }),
        DWF: Array.from({ length: 8 }, (_, k) => `N${k} FLOW 0.008 H W D`).join('\n'),
        PATTERNS: `H HOURLY ${workday}\nW WEEKEND ${weekend}\nD DAILY 0.9 1 1 1.05 1 1.1 0.95`,
      },
      {
        ...steps,
        START_DATE: '01/18/2024',
        REPORT_START_DATE: '01/18/2024',
        END_DATE: '01/22/2024',
        END_TIME: '00:00:00',
        ROUTING_STEP: 60,
        REPORT_STEP: '00:15:00',
      },
    ),
  },
  {
    name: 'kinematic-long-steps',
    pins: 'long ditches at steps of five minutes',
    inp: inpText(
      'Long',
      {
        ...reach({ count: 5, length: 1500, slope: 0.002, section: 'TRAPEZOIDAL 2 2 1.5 1.5', maximumDepth: 2.5, roughness: 0.03 }),
        INFLOWS: inflow('N0', 'Q'),
        TIMESERIES: wave('Q', { base: 0.5, peak: 6, rise: 2, fall: 4 }),
      },
      { ...steps, ROUTING_STEP: 300, REPORT_STEP: '00:05:00', END_TIME: '18:00:00' },
    ),
  },
  {
    name: 'kinematic-barrels',
    pins: 'kinematic wave through culverts of several barrels, with flap gates and losses',
    inp: inpText(
      'Barrels',
      {
        JUNCTIONS: 'A 3 3\nB 2.4 3\nC 1.8 3',
        OUTFALLS: 'OUT 1.2 NORMAL YES',
        CONDUITS: 'C0 A B 120 0.014 0 0\nC1 B C 120 0.014 0.1 0\nC2 C OUT 120 0.014 0 0',
        XSECTIONS: 'C0 CIRCULAR 0.8 0 0 0 3\nC1 RECT_CLOSED 0.8 1 0 0 2 4\nC2 ARCH 0.9 1.4 0 0 2',
        LOSSES: 'C0 0.5 1 0 NO\nC1 0.5 0.5 0 YES',
        INFLOWS: inflow('A', 'Q'),
        TIMESERIES: wave('Q', { base: 0.1, peak: 2.4 }),
      },
      steps,
    ),
  },
  {
    name: 'kinematic-initial-flow',
    pins: 'kinematic wave that begins with flow in its conduits, lengthening asked for and not done',
    inp: inpText(
      'Initial',
      {
        JUNCTIONS: 'A 3 3 0.4\nB 2.4 3 0.4',
        OUTFALLS: 'OUT 1.8 FIXED 1.2',
        CONDUITS: 'C0 A B 40 0.014 0 0 0.4\nC1 B OUT 40 0.014 0 0 0.4',
        XSECTIONS: 'C0 CIRCULAR 0.8 0 0 0\nC1 CIRCULAR 0.8 0 0 0',
        INFLOWS: inflow('A', 'Q'),
        TIMESERIES: wave('Q', { base: 0.1, peak: 0.8 }),
      },
      { ...steps, LENGTHENING_STEP: 30 },
    ),
  },
];
