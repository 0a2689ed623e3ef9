import { inflow, inpText, tideRows, wave } from '../inp-text.ts';
import type { VerificationCase } from '../verification-case.ts';

/** A pond with a gate and a pump into a tidal canal, and rules. */
const steered = (rules: string, { curves = '', series = '' } = {}, options: Record<string, string | number> = {}): string =>
  inpText(
    'Steered pond',
    {
      STORAGE: 'POND 0 4 0.8 FUNCTIONAL 0 0 2500 0 0',
      JUNCTIONS: 'J 0 4',
      OUTFALLS: 'SEA -0.2 TIMESERIES TIDE',
      CONDUITS: 'CANAL J SEA 250 0.022 0 0',
      ORIFICES: 'GATE POND J SIDE 0 0.62 NO 0.1',
      PUMPS: 'PUMP POND J PC OFF 0 0',
      XSECTIONS: 'CANAL RECT_OPEN 4 4 0 0\nGATE RECT_CLOSED 1.2 1.5 0 0',
      CURVES: `PC PUMP3 0 0.9 4 0.4\n${curves}`,
      INFLOWS: inflow('POND', 'Q'),
      TIMESERIES: `${wave('Q', { base: 0.1, peak: 2, start: 1, fall: 3 })}\n${tideRows('TIDE', { mean: 0.6, range: 1.6 })}\n${series}`,
      CONTROLS: rules,
    },
    { END_TIME: '12:00:00', ...options },
  );

/** A gate that rain of the past hours opens, by a curve and by a bound. */
const openedByRain = inpText('Gate by rain', {
  RAINGAGES: 'G VOLUME 0:10 1 TIMESERIES RAIN',
  SUBCATCHMENTS: 'S G POND 6 60 200 0.5 0',
  SUBAREAS: 'S 0.015 0.2 1.5 4 25 OUTLET',
  INFILTRATION: 'S 60 8 4 7 0',
  STORAGE: 'POND 0 4 1.5 FUNCTIONAL 0 0 2500 0 0',
  JUNCTIONS: 'J 0 4',
  OUTFALLS: 'SEA -0.2 FREE',
  CONDUITS: 'CANAL J SEA 250 0.022 0 0',
  ORIFICES: 'GATE POND J SIDE 0 0.62 NO 0\nSLUICE POND J SIDE 0.5 0.62 NO 0',
  XSECTIONS: 'CANAL RECT_OPEN 4 4 0 0\nGATE RECT_CLOSED 1.2 0.5 0 0\nSLUICE CIRCULAR 0.3 0 0 0',
  CURVES: 'OPENING CONTROL 0 0 40 1',
  TIMESERIES: 'RAIN 0:20 6\nRAIN 0:30 0\nRAIN 1:10 16\nRAIN 1:20 6\nRAIN 1:30 0\nRAIN 2:50 12\nRAIN 3:00 0',
  CONTROLS: `RULE GATE
      IF GAGE G 2-HR_DEPTH > 0
      THEN ORIFICE GATE SETTING = CURVE OPENING
      ELSE ORIFICE GATE SETTING = 0
      RULE SLUICE
      IF GAGE G 1-HR_DEPTH >= 20
      THEN ORIFICE SLUICE SETTING = 1
      ELSE ORIFICE SLUICE SETTING = 0`,
});

/** Rules: conditions, priorities, modulated settings. */
export const controlCases: readonly VerificationCase[] = [
  {
    name: 'rules-gate-by-tide',
    pins: 'a gate that closes against the sea, with ELSE',
    hasPumps: true,
    inp: steered('RULE R1\nIF NODE SEA HEAD > NODE POND HEAD\nTHEN ORIFICE GATE SETTING = 0\nELSE ORIFICE GATE SETTING = 1'),
  },
  {
    name: 'rules-pump-by-depth',
    pins: 'a pump by depth while the gate is shut, with AND',
    hasPumps: true,
    inp: steered(`RULE SHUT
      IF NODE SEA HEAD > 0.9
      THEN ORIFICE GATE SETTING = 0
      ELSE ORIFICE GATE SETTING = 1
      RULE LIFT
      IF NODE POND DEPTH > 1.2
      AND NODE SEA HEAD > 0.9
      THEN PUMP PUMP STATUS = ON
      RULE REST
      IF NODE POND DEPTH < 0.7
      OR NODE SEA HEAD < 0.85
      THEN PUMP PUMP STATUS = OFF`),
  },
  {
    name: 'rules-priority',
    pins: 'two rules that disagree, settled by priority',
    hasPumps: true,
    inp: steered(`RULE OPENS
      IF SIMULATION TIME > 1
      THEN ORIFICE GATE SETTING = 1
      PRIORITY 1
      RULE CLOSES
      IF SIMULATION TIME > 2
      AND SIMULATION TIME < 5:30
      THEN ORIFICE GATE SETTING = 0.25
      PRIORITY 5`),
  },
  {
    name: 'rules-clock',
    pins: 'settings by clock time',
    hasPumps: true,
    inp: steered(
      'RULE DAY\nIF SIMULATION CLOCKTIME >= 2:00\nAND SIMULATION CLOCKTIME < 8:00\nTHEN PUMP PUMP STATUS = ON\nELSE PUMP PUMP STATUS = OFF',
    ),
  },
  {
    name: 'rules-curve',
    pins: 'an opening by a control curve of depth',
    hasPumps: true,
    inp: steered('RULE OPENING\nIF NODE POND DEPTH >= 0\nTHEN ORIFICE GATE SETTING = CURVE CC', {
      curves: 'CC CONTROL 0 0 0.8 0.1 1.5 0.6 2 1',
    }),
  },
  {
    name: 'rules-series',
    pins: 'an opening by a time series',
    hasPumps: true,
    inp: steered('RULE OPENING\nIF SIMULATION TIME >= 0\nTHEN ORIFICE GATE SETTING = TIMESERIES S', {
      series: 'S 0 0.2\nS 3 0.2\nS 4 1\nS 12 0.5',
    }),
  },
  {
    name: 'rules-pid',
    pins: 'a PID controller holds a level',
    hasPumps: true,
    inp: steered('RULE HOLD\nIF NODE POND DEPTH <> 1.2\nTHEN ORIFICE GATE SETTING = PID -0.5 20 0'),
  },
  {
    name: 'rules-flow-and-status',
    pins: 'rules on flow, status and time since opening',
    hasPumps: true,
    inp: steered(`RULE START
      IF NODE POND DEPTH > 1.1
      AND PUMP PUMP STATUS = OFF
      AND PUMP PUMP TIMECLOSED > 0:20
      THEN PUMP PUMP STATUS = ON
      RULE STOP
      IF PUMP PUMP TIMEOPEN > 1:00
      OR LINK CANAL FLOW > 1.8
      THEN PUMP PUMP STATUS = OFF`),
  },
  {
    name: 'rules-conduit-and-expression',
    pins: 'a closed conduit, and a rule on an expression',
    hasPumps: true,
    inp: steered(`VARIABLE PONDHEAD = NODE POND HEAD
      VARIABLE SEAHEAD = NODE SEA HEAD
      EXPRESSION FALL = PONDHEAD - SEAHEAD
      RULE CLOSE
      IF FALL < 0
      THEN CONDUIT CANAL STATUS = CLOSED
      ELSE CONDUIT CANAL STATUS = OPEN`),
  },
  {
    name: 'rules-pump-speed',
    pins: 'speeds between 0 and 1.2',
    hasPumps: true,
    inp: steered(`RULE FAST
      IF NODE POND DEPTH > 1.5
      THEN PUMP PUMP SETTING = 1.2
      RULE SLOW
      IF NODE POND DEPTH > 0.9
      AND NODE POND DEPTH <= 1.5
      THEN PUMP PUMP SETTING = 0.5
      RULE OFF
      IF NODE POND DEPTH < 0.6
      THEN PUMP PUMP SETTING = 0`),
  },
  {
    name: 'rules-or-before-and',
    pins: 'OR binds closer than AND; named variables beside times of the clock and ON',
    hasPumps: true,
    inp: steered(`VARIABLE PONDDEPTH = NODE POND DEPTH
      VARIABLE HOUR = SIMULATION TIME
      VARIABLE LIFTS = PUMP PUMP STATUS
      RULE GATE
      IF HOUR > 1:30
      AND PONDDEPTH > 1.4
      OR NODE SEA HEAD < 0.2
      THEN ORIFICE GATE SETTING = 1
      ELSE ORIFICE GATE SETTING = 0.1
      RULE LIFT
      IF PONDDEPTH > 1.2
      AND LIFTS = OFF
      THEN PUMP PUMP STATUS = ON
      RULE REST
      IF PONDDEPTH < 0.6
      OR HOUR > 9:00
      AND PUMP PUMP TIMEOPEN > 0:30
      THEN PUMP PUMP STATUS = OFF`),
  },
  { name: 'rules-past-rain', pins: 'gates by the rain of the past hours', inp: openedByRain },
];
