import type { Draft } from './draft.ts';

const clock = (seconds: number): string =>
  [3600, 60, 1].map((unit, at) => String(Math.floor(seconds / unit) % (at === 0 ? 1000 : 60)).padStart(2, '0')).join(':');

/** Options of the run, as the usual models have them and now and then not. */
export function drawOptions(draft: Draft, hours: number): void {
  const { dice, style, options, scale } = draft;
  const isLong = hours > 24;
  const startHour = dice.happens(0.7) ? 0 : dice.whole(1, 23);
  const end = startHour + hours;
  const month = dice.one(['01', '05', '07', '11']);
  const day = (hour: number): string => `${month}/${String(12 + Math.floor(hour / 24)).padStart(2, '0')}/2024`;
  const reportLate = draft.isOdd(0.3) ? Math.floor(hours / 4) : 0;
  Object.assign(options, {
    FLOW_UNITS: scale.name,
    FLOW_ROUTING: style.routing,
    LINK_OFFSETS: draft.usesElevations ? 'ELEVATION' : 'DEPTH',
    MIN_SLOPE: draft.isOdd(0.2) ? 0.05 : 0,
    ALLOW_PONDING: dice.happens(0.4) ? 'YES' : 'NO',
    START_DATE: day(0),
    START_TIME: clock(startHour * 3600),
    REPORT_START_DATE: day(startHour + reportLate),
    REPORT_START_TIME: clock(((startHour + reportLate) % 24) * 3600),
    END_DATE: day(end),
    END_TIME: clock((end % 24) * 3600),
    SWEEP_START: '01/01',
    SWEEP_END: '12/31',
    DRY_DAYS: dice.one([0, 0, 5]),
    REPORT_STEP: clock(isLong ? dice.one([300, 900]) : dice.one([60, 60, 300, 300, 900])),
    WET_STEP: clock(dice.one([60, 300, 300, 900])),
    DRY_STEP: clock(dice.one([300, 3600, 3600])),
    ROUTING_STEP: isLong ? dice.one([15, 30]) : dice.one([1, 5, 5, 10, 15, 20, 30]),
    INERTIAL_DAMPING: draft.isOdd(0.5) ? dice.one(['NONE', 'FULL']) : 'PARTIAL',
    NORMAL_FLOW_LIMITED: draft.isOdd(0.4) ? dice.one(['SLOPE', 'FROUDE', 'NONE']) : 'BOTH',
    VARIABLE_STEP: dice.happens(0.85) ? dice.one([0.75, 0.75, 0.5, 0.9]) : 0,
    LENGTHENING_STEP: draft.isOdd(0.3) ? dice.one([2, 5, 10]) : 0,
    MIN_SURFAREA: draft.isOdd(0.3) ? draft.area(dice.between(0.5, 5)) : 0,
    MAX_TRIALS: draft.isOdd(0.3) ? dice.one([4, 12, 20]) : 8,
    HEAD_TOLERANCE: draft.isOdd(0.3) ? draft.length(0.0005) : 0,
    ...(draft.isOdd(0.2) ? { SURCHARGE_METHOD: 'SLOT' } : {}),
  });
  if (style.routing !== 'DYNWAVE') options['ROUTING_STEP'] = dice.one([15, 30, 60]);
  else if (options['VARIABLE_STEP'] === 0) options['ROUTING_STEP'] = dice.one([1, 2, 5]);
}

/** Rules that move pumps, gates and weirs by levels, flows or time. */
export function drawRules(draft: Draft): void {
  const { dice, links, nodes } = draft;
  const targets = links.filter(({ kind }) => kind !== 'CONDUIT');
  if (targets.length === 0 || !draft.isOdd(0.35)) return;
  const target = dice.one(targets);
  const node = nodes.find(({ name }) => name === target.from)!;
  const depth = draft.length(dice.between(0.2, 1));
  const value = (share: number): string => (target.kind === 'PUMP' ? `STATUS = ${share > 0.5 ? 'ON' : 'OFF'}` : `SETTING = ${share}`);
  const kind = dice.weighted({ depth: 4, hysteresis: 2, time: 1, curve: target.kind === 'PUMP' ? 0 : 2 });
  const rule = (name: string, ...lines: readonly string[]): void =>
    [`RULE ${name}`, ...lines].forEach((line) => draft.add('CONTROLS', line));
  const link = `${target.kind} ${target.name}`;
  if (kind === 'depth') rule('R1', `IF NODE ${node.name} DEPTH > ${depth}`, `THEN ${link} ${value(1)}`, `ELSE ${link} ${value(0.4)}`);
  else if (kind === 'hysteresis') {
    rule('R1', `IF NODE ${node.name} DEPTH > ${depth}`, `THEN ${link} ${value(1)}`, 'PRIORITY 1');
    rule('R2', `IF NODE ${node.name} DEPTH < ${(Number(depth) * 0.4).toFixed(3)}`, `THEN ${link} ${value(0.2)}`, 'PRIORITY 2');
  } else if (kind === 'time')
    rule('R1', 'IF SIMULATION TIME > 1', 'AND SIMULATION TIME < 3', `THEN ${link} ${value(0.5)}`, `ELSE ${link} ${value(1)}`);
  else {
    const curve = draft.name('CONTROL');
    draft.add('CURVES', curve, 'CONTROL', 0, 0.1, depth, 0.6, draft.length(2), 1);
    rule('R1', `IF NODE ${node.name} DEPTH >= 0`, `THEN ${link} SETTING = CURVE ${curve}`);
  }
}
