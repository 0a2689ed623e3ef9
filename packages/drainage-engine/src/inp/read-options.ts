import type { InfiltrationMethod, ModelOptions } from '../model/options.ts';
import { flowUnits, type FlowUnit } from '../model/units.ts';
import type { Draft } from './draft.ts';
import { RowRefused } from './inp-problem.ts';
import { dateIn, spanIn } from './moments.ts';
import { shortened, type Row } from './row.ts';

/** Words for infiltration methods in [OPTIONS] and [INFILTRATION]. */
export const infiltrationWords: Readonly<Record<string, InfiltrationMethod>> = {
  HORTON: 'horton',
  MODIFIED_HORTON: 'modified-horton',
  GREEN_AMPT: 'green-ampt',
  MODIFIED_GREEN_AMPT: 'modified-green-ampt',
  CURVE_NUMBER: 'curve-number',
};

const routingWords = {
  DYNWAVE: 'dynamic-wave',
  KINWAVE: 'kinematic-wave',
  STEADY: 'steady',
  // Names of SWMM 5.0 and older.
  DW: 'dynamic-wave',
  KW: 'kinematic-wave',
  EKW: 'kinematic-wave',
  SF: 'steady',
  NF: 'steady',
  XKINWAVE: 'kinematic-wave',
} as const;

/** Parts of the clock that the file gives one by one; put together after the section. */
export interface ClockParts {
  startDate: number | null;
  startTime: number;
  reportDate: number | null;
  reportTime: number | null;
  endDate: number | null;
  endTime: number;
}

type Reader = (draft: Draft, row: Row, clock: ClockParts) => void;

function date(row: Row): number {
  const value = dateIn(row.word(1, 'a date'));
  if (value === null) throw new RowRefused(`expected a date as MM/DD/YYYY, found "${row.words[1]!.slice(0, 40)}"`);
  return value;
}

function span(row: Row, least = 0): number {
  const value = spanIn(row.word(1, 'a time'));
  if (value === null || value < least) throw new RowRefused(`expected a time as HH:MM:SS, found "${row.words[1]!.slice(0, 40)}"`);
  return value;
}

/** A step of routing: `HH:MM:SS`, or plain seconds. All other steps without a colon are hours. */
function seconds(row: Row, least: number): number {
  return row.word(1, 'a step').includes(':') ? span(row, least) : row.number(1, 'a number of seconds', least);
}

const ignored = (key: keyof ModelOptions['ignored']): Reader =>
  function ignore(draft, row) {
    draft.options.ignored = { ...draft.options.ignored, [key]: row.yesOrNo(1, 'YES or NO') };
  };

const readers: Readonly<Record<string, Reader>> = {
  FLOW_UNITS: (draft, row) => {
    draft.options.flowUnit = row.choice(
      1,
      'flow units',
      Object.fromEntries(flowUnits.map((unit) => [unit, unit])) as Record<string, FlowUnit>,
    );
  },
  INFILTRATION: (draft, row) => {
    draft.options.infiltration = row.choice(1, 'an infiltration method', infiltrationWords);
  },
  FLOW_ROUTING: (draft, row) => {
    if (row.word(1, 'a routing method').toUpperCase() === 'NONE') draft.options.ignored = { ...draft.options.ignored, routing: true };
    else draft.options.routing = row.choice(1, 'a routing method', routingWords);
  },
  LINK_OFFSETS: (draft, row) => {
    draft.options.linkOffsets = row.choice(1, 'a kind of offset', { DEPTH: 'depth', ELEVATION: 'elevation' } as const);
  },
  FORCE_MAIN_EQUATION: (draft, row) => {
    draft.options.forceMainEquation = row.choice(1, 'an equation', { 'H-W': 'hazen-williams', 'D-W': 'darcy-weisbach' } as const);
  },
  IGNORE_RAINFALL: ignored('rainfall'),
  IGNORE_SNOWMELT: ignored('snowmelt'),
  IGNORE_GROUNDWATER: ignored('groundwater'),
  IGNORE_RDII: ignored('rdii'),
  IGNORE_ROUTING: ignored('routing'),
  IGNORE_QUALITY: ignored('quality'),
  ALLOW_PONDING: (draft, row) => void (draft.options.allowsPonding = row.yesOrNo(1, 'YES or NO')),
  SKIP_STEADY_STATE: (draft, row) => void (draft.options.skipsSteadyState = row.yesOrNo(1, 'YES or NO')),
  SYS_FLOW_TOL: (draft, row) => void (draft.options.systemFlowTolerance = row.number(1, 'a percentage', 0) / 100),
  LAT_FLOW_TOL: (draft, row) => void (draft.options.lateralFlowTolerance = row.number(1, 'a percentage', 0) / 100),
  START_DATE: (_, row, clock) => void (clock.startDate = date(row)),
  START_TIME: (_, row, clock) => void (clock.startTime = span(row)),
  REPORT_START_DATE: (_, row, clock) => void (clock.reportDate = date(row)),
  REPORT_START_TIME: (_, row, clock) => void (clock.reportTime = span(row)),
  END_DATE: (_, row, clock) => void (clock.endDate = date(row)),
  END_TIME: (_, row, clock) => void (clock.endTime = span(row)),
  SWEEP_START: (draft, row) => void (draft.options.sweepStart = row.word(1, 'a day as MM/DD')),
  SWEEP_END: (draft, row) => void (draft.options.sweepEnd = row.word(1, 'a day as MM/DD')),
  DRY_DAYS: (draft, row) => void (draft.options.dryDays = row.number(1, 'a number of days', 0)),
  REPORT_STEP: (draft, row) => void (draft.options.reportStep = span(row, 1)),
  WET_STEP: (draft, row) => void (draft.options.wetStep = span(row, 1)),
  DRY_STEP: (draft, row) => void (draft.options.dryStep = span(row, 1)),
  ROUTING_STEP: (draft, row) => void (draft.options.routingStep = seconds(row, Number.MIN_VALUE)),
  RULE_STEP: (draft, row) => void (draft.options.ruleStep = span(row)),
  INERTIAL_DAMPING: (draft, row) => {
    draft.options.inertialDamping = row.choice(1, 'a damping', { NONE: 'none', PARTIAL: 'partial', FULL: 'full' } as const);
  },
  NORMAL_FLOW_LIMITED: (draft, row) => {
    // NO and YES are the words of SWMM 5.0.
    draft.options.normalFlowLimit = row.choice(1, 'a criterion', {
      SLOPE: 'slope',
      FROUDE: 'froude',
      BOTH: 'both',
      NONE: 'none',
      NO: 'slope',
      YES: 'both',
    } as const);
  },
  SURCHARGE_METHOD: (draft, row) => {
    draft.options.surcharge = row.choice(1, 'a surcharge method', { EXTRAN: 'extran', SLOT: 'slot' } as const);
  },
  VARIABLE_STEP: (draft, row) => void (draft.options.variableStep = row.number(1, 'a Courant factor', 0, 2)),
  LENGTHENING_STEP: (draft, row) => void (draft.options.lengtheningStep = row.number(1, 'a number of seconds', 0)),
  MINIMUM_STEP: (draft, row) => void (draft.options.minimumStep = row.number(1, 'a number of seconds', 0)),
  MIN_SURFAREA: (draft, row) => {
    const area = row.number(1, 'an area', 0) * draft.units.area;
    if (area > 0) draft.options.minimumNodeArea = area;
  },
  MAX_TRIALS: (draft, row) => {
    const trials = Math.round(row.number(1, 'a number of trials', 0));
    if (trials > 0) draft.options.maximumTrials = trials;
  },
  HEAD_TOLERANCE: (draft, row) => {
    const tolerance = row.number(1, 'a height', 0) * draft.units.length;
    if (tolerance > 0) draft.options.headTolerance = tolerance;
  },
  MIN_SLOPE: (draft, row) => void (draft.options.minimumSlope = row.number(1, 'a percentage', 0, 100) / 100),
  THREADS: (draft, row) => void (draft.options.threads = Math.max(1, Math.round(row.number(1, 'a number of threads', 0)))),
  // Where scratch files go, and options of older files that SWMM 5.2 reads and does not use.
  TEMPDIR: () => undefined,
  COMPATIBILITY: () => undefined,
  SLOPE_WEIGHTING: () => undefined,
};

/** Reads one row of [OPTIONS]. */
export function readOption(draft: Draft, row: Row, clock: ClockParts): void {
  const key = row.words[0]!.toUpperCase();
  const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
  if (!reader) throw new RowRefused(`expected the name of an option of SWMM 5.2, found "${key.slice(0, 40)}"`);
  reader(draft, row, clock);
}

/** One row of [EVENTS]: date and time of its beginning and of its end. */
export function readEvent(draft: Draft, row: Row): void {
  const [start, end] = [0, 2].map((index) => {
    const day = dateIn(row.word(index, 'a date'));
    const time = spanIn(row.word(index + 1, 'a time'));
    if (day === null || time === null) {
      throw new RowRefused(`expected a date (MM/DD/YYYY) and a time, found "${shortened(row.words.slice(index, index + 2).join(' '))}"`);
    }
    return day + time;
  });
  if (end! <= start!) throw new RowRefused('expected the end of the event after its start');
  draft.events.push({ start: start!, end: end! });
}

/** Puts dates and times of day together; what the file leaves out follows the start. */
export function settleClock(draft: Draft, clock: ClockParts): void {
  const startDate = clock.startDate ?? draft.options.start;
  draft.options.start = startDate + clock.startTime;
  draft.options.end = (clock.endDate ?? startDate) + clock.endTime;
  const reportStart = (clock.reportDate ?? startDate) + (clock.reportTime ?? (clock.reportDate === null ? clock.startTime : 0));
  draft.options.reportStart = Math.max(draft.options.start, reportStart);
}
