import { inflow, inpText, wave, type SectionRows } from '../inp-text.ts';
import type { VerificationCase } from '../verification-case.ts';

type Options = Readonly<Record<string, string | number>>;

const kinematic: Options = { FLOW_ROUTING: 'KINWAVE', ROUTING_STEP: 20, VARIABLE_STEP: 0 };

/** A pond P between a feeding pipe and a ditch; the rows say how it empties. */
const pond = (title: string, rows: SectionRows, options: Options = {}): string => {
  const { CONDUITS = '', XSECTIONS = '', TIMESERIES = '', ...others } = rows;
  return inpText(
    title,
    {
      JUNCTIONS: 'A 3 3\nB 0.5 2',
      STORAGE: 'P 1 3 0 TABULAR SC 0 0',
      OUTFALLS: 'OUT 0 FREE',
      CONDUITS: `IN A P 150 0.014 0 0.2\nDITCH B OUT 120 0.02 0 0\n${CONDUITS}`,
      XSECTIONS: `IN CIRCULAR 1.2 0 0 0\nDITCH TRAPEZOIDAL 1.5 1 1.5 1.5\n${XSECTIONS}`,
      INFLOWS: inflow('A', 'Q'),
      TIMESERIES: `${wave('Q', { base: 0.05, peak: 1.8 })}\n${TIMESERIES}`,
      ...others,
      CURVES: `SC STORAGE 0 300 1 700 2 1300 3 2000\n${others['CURVES'] ?? ''}`,
    },
    { ...kinematic, ...options },
  );
};

/** A pond that a low opening and an emergency weir empty. */
const detention: SectionRows = {
  ORIFICES: 'LOW P B SIDE 0 0.62 NO 0',
  WEIRS: 'HIGH P B TRANSVERSE 1.4 1.8 NO 0 0 YES',
  XSECTIONS: 'LOW CIRCULAR 0.3 0 0 0\nHIGH RECT_OPEN 1 2 0 0',
};

/** A wet well with two pumps that lift into a rising main. */
const station = (rows: SectionRows = {}, options: Options = {}): string =>
  inpText(
    'Pump station',
    {
      JUNCTIONS: 'A 3 3\nB 5 2',
      STORAGE: 'WELL 0 4 0.6 FUNCTIONAL 0 0 200 0 0',
      OUTFALLS: 'OUT 4 FREE',
      CONDUITS: 'IN A WELL 100 0.013 0 1\nMAIN B OUT 200 0.012 0 0',
      PUMPS: 'P1 WELL B LOW OFF 1 0.4\nP2 WELL B HIGH OFF 1.6 0.8',
      XSECTIONS: 'IN CIRCULAR 0.8 0 0 0\nMAIN FORCE_MAIN 0.7 110 0 0',
      CURVES: 'LOW PUMP4 0 0.15 4 0.25\nHIGH PUMP3 0 0.3 3 0.2 6 0.05',
      INFLOWS: inflow('A', 'Q'),
      TIMESERIES: wave('Q', { base: 0.16, peak: 0.45 }),
      ...rows,
    },
    { ...kinematic, ROUTING_STEP: 10, ...options },
  );

/** A divider V that sends part of what comes past a pipe into a relief drain. */
const divided = (rule: string, curves = '', options: Options = {}): string =>
  inpText(
    'Divider',
    {
      JUNCTIONS: 'A 3 3\nB 1.5 2\nD 1.4 2',
      DIVIDERS: `V 2.2 RELIEF ${rule} 2 0 0 0`,
      OUTFALLS: 'OUT 0.8 FREE\nRIVER 0.5 FREE',
      CONDUITS:
        'IN A V 120 0.013 0 0\nMAIN V B 150 0.013 0 0\nRELIEF V D 140 0.015 0.1 0\nDOWN B OUT 150 0.013 0 0\nLAST D RIVER 150 0.018 0 0',
      XSECTIONS:
        'IN CIRCULAR 1.2 0 0 0\nMAIN CIRCULAR 0.6 0 0 0\nRELIEF RECT_CLOSED 0.9 1.2 0 0\nDOWN CIRCULAR 0.8 0 0 0\nLAST RECT_OPEN 1.2 1.2 0 0',
      INFLOWS: inflow('A', 'Q'),
      TIMESERIES: wave('Q', { base: 0.05, peak: 1.6 }),
      ...(curves ? { CURVES: curves } : {}),
    },
    { ...kinematic, ROUTING_STEP: 10, ...options },
  );

/** The usual US model: catchments, pipes and a pond whose outlet structure has two openings and a spillway, in feet. */
const subdivision = inpText(
  'Subdivision',
  {
    RAINGAGES: 'G INTENSITY 0:15 1 TIMESERIES R',
    SUBCATCHMENTS: 'S1 G J1 8 45 800 1.2 0\nS2 G J2 12 60 1000 0.8 0\nS3 G POND 3 10 500 3 0',
    SUBAREAS: 'S1 0.013 0.24 0.06 0.2 25 OUTLET\nS2 0.013 0.24 0.06 0.2 25 OUTLET\nS3 0.013 0.24 0.06 0.2 25 OUTLET',
    INFILTRATION: 'S1 2.5 0.4 4 7 0\nS2 2.5 0.4 4 7 0\nS3 2.5 0.4 4 7 0',
    JUNCTIONS: 'J1 108 6\nJ2 105 6\nJ3 94 5',
    STORAGE: 'POND 96 6 0 TABULAR SC 0 0',
    OUTFALLS: 'CREEK 90 FREE',
    CONDUITS: 'P1 J1 J2 500 0.013 0 0\nP2 J2 POND 450 0.013 0 1\nSWALE J3 CREEK 400 0.035 0 0',
    ORIFICES: 'LOW POND J3 SIDE 0 0.65 NO 0\nMID POND J3 SIDE 2 0.65 NO 0',
    WEIRS: 'SPILL POND J3 TRAPEZOIDAL 4 3.33 NO 0 2.5 YES',
    XSECTIONS:
      'P1 CIRCULAR 2.5 0 0 0\nP2 CIRCULAR 3.5 0 0 0\nSWALE TRAPEZOIDAL 4 4 3 3\nLOW CIRCULAR 0.5 0 0 0\nMID RECT_CLOSED 0.75 2 0 0\nSPILL TRAPEZOIDAL 2 6 1 1',
    CURVES: 'SC STORAGE 0 8000 2 12000 4 17000 6 23000',
    TIMESERIES: [0.2, 0.4, 0.8, 2.4, 3.6, 1.5, 0.7, 0.4, 0.2, 0].map((rate, k) => `R ${k / 4} ${rate}`).join('\n'),
  },
  { ...kinematic, FLOW_UNITS: 'CFS', ROUTING_STEP: 15, REPORT_STEP: '00:05:00', WET_STEP: '00:05:00', END_TIME: '18:00:00' },
);

/** Storages, pumps and dividers without backwater. */
export const screeningPondCases: readonly VerificationCase[] = [
  { name: 'kinematic-pond', pins: 'a detention pond with an orifice and a spillway', inp: pond('Pond', detention) },
  {
    name: 'kinematic-pond-long-steps',
    pins: 'the same pond at steps of five minutes',
    inp: pond('Pond', detention, { ROUTING_STEP: 300, REPORT_STEP: '00:05:00' }),
  },
  {
    name: 'kinematic-pond-pipe',
    pins: 'a pond that a pipe and a higher culvert empty by its level alone',
    inp: pond('Pond', {
      CONDUITS: 'PIPE P B 100 0.013 0.1 0\nHIGH P B 60 0.015 1 0.2',
      XSECTIONS: 'PIPE CIRCULAR 0.5 0 0 0\nHIGH RECT_CLOSED 0.8 1 0 0 1 4',
    }),
  },
  {
    name: 'kinematic-outlet-curve',
    pins: 'outlets by a rating curve of depth and by a formula of head',
    inp: pond('Outlets', {
      OUTLETS: 'O1 P B 0.1 TABULAR/DEPTH RC NO\nO2 P B 1 FUNCTIONAL/HEAD 0.4 1.5 NO',
      CURVES: 'RC RATING 0 0 0.5 0.08 1 0.2 3 0.35',
    }),
  },
  {
    name: 'kinematic-pond-over',
    pins: 'a pond that runs over',
    inp: pond('Over', { ...detention, WEIRS: 'HIGH P B TRANSVERSE 2.6 1.8 NO 0 0 YES' }),
  },
  {
    name: 'kinematic-weirs',
    pins: 'notched, trapezoidal and side weirs, bottom orifice and flap gates out of ponds in a row',
    inp: pond('Weirs', {
      JUNCTIONS: 'A 3 3\nB 0.5 2',
      STORAGE: 'P 1 3 0 TABULAR SC 0 0\nP2 0.8 2 0 FUNCTIONAL 300 1 150 0 0',
      WEIRS: 'NOTCH P P2 V-NOTCH 0.4 1.35 NO 0 0 YES\nSIDE P P2 SIDEFLOW 1.2 1.7 YES 0 0 YES\nWIDE P2 B TRAPEZOIDAL 0.8 1.7 NO 0 1.3 YES',
      ORIFICES: 'BOTTOM P2 B BOTTOM 0 0.62 YES 0',
      XSECTIONS: 'NOTCH TRIANGULAR 1 1.5 0 0\nSIDE RECT_OPEN 0.8 2 0 0\nWIDE TRAPEZOIDAL 0.8 1 1 1\nBOTTOM RECT_CLOSED 0.3 0.4 0 0',
    }),
  },
  {
    name: 'kinematic-pond-losses',
    pins: 'evaporation and seepage of a pond and of ditches',
    inp: pond('Losses', {
      ...detention,
      STORAGE: 'P 1 3 0 TABULAR SC 0 1 100 20 0.25',
      EVAPORATION: 'CONSTANT 80',
      LOSSES: 'DITCH 0 0 0 NO 60',
    }),
  },
  {
    name: 'kinematic-pond-rules',
    pins: 'rules that move a gate slowly and close a pipe',
    inp: pond('Rules', {
      CONDUITS: 'PIPE P B 100 0.013 0 0',
      ORIFICES: 'GATE P B SIDE 0.3 0.62 NO 0.2',
      XSECTIONS: 'PIPE CIRCULAR 0.4 0 0 0\nGATE RECT_CLOSED 0.6 0.8 0 0',
      CONTROLS:
        'RULE LOW\nIF NODE P DEPTH > 1.2\nTHEN ORIFICE GATE SETTING = 0.8\nELSE ORIFICE GATE SETTING = 0.1\nRULE PIPE\nIF NODE P DEPTH < 0.5\nTHEN CONDUIT PIPE STATUS = CLOSED\nELSE CONDUIT PIPE STATUS = OPEN',
    }),
  },
  { name: 'kinematic-pumps', pins: 'a pump station with start and stop depths into a rising main', hasPumps: true, inp: station() },
  {
    name: 'kinematic-pump-steps',
    pins: 'pumps by steps of volume and depth, and an ideal pump that lifts into their well',
    hasPumps: true,
    inp: station({
      JUNCTIONS: 'A 0 3\nZ -1 3\nB 5 2',
      CONDUITS: 'IN A Z 100 0.013 0 0\nMAIN B OUT 200 0.012 0 0',
      PUMPS: 'P1 WELL B VOLUMES ON 0 0\nP2 WELL B DEPTHS ON 0 0\nP3 Z WELL * ON 0 0',
      CURVES: 'VOLUMES PUMP1 100 0.1 250 0.15 800 0.2\nDEPTHS PUMP2 1 0.05 2 0.1 4 0.2',
    }),
  },
  { name: 'kinematic-divider-cutoff', pins: 'a divider above a cutoff flow', inp: divided('CUTOFF 0.3') },
  { name: 'kinematic-divider-overflow', pins: 'a divider of what its main pipe cannot carry', inp: divided('OVERFLOW') },
  {
    name: 'kinematic-divider-tabular',
    pins: 'a divider by a curve',
    inp: divided('TABULAR DC', 'DC DIVERSION 0.1 0 0.4 0.15 1 0.7 2 1.6'),
  },
  { name: 'kinematic-divider-weir', pins: 'a divider by a weir, also above its full height', inp: divided('WEIR 0.15 0.6 1.4') },
  { name: 'kinematic-pond-cfs', pins: 'a detention pond under rain in US units', inp: subdivision },
  { name: 'steady-pond', pins: 'steady flow with a pond', inp: pond('Steady', detention, { FLOW_ROUTING: 'STEADY', ROUTING_STEP: 60 }) },
  {
    name: 'steady-divider',
    pins: 'steady flow with a divider',
    inp: divided('CUTOFF 0.3', '', { FLOW_ROUTING: 'STEADY' }),
  },
];
