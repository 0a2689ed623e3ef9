import { expect, test } from 'vitest';
import { inflow, inpText, wave } from '../../verification/inp-text.ts';
import { runOracle } from '../../verification/oracle.ts';
import { InpUnreadable } from '../inp/inp-problem.ts';
import { parseInp } from '../inp/parse-inp.ts';
import { writeInp } from '../inp/write-inp.ts';
import type { ReportedSeries } from '../model/results.ts';
import { readOut } from '../out/read-out.ts';
import { run } from '../run.ts';

/** A pond over a weir, a pump and canals into the sea; each rule sets one of as many orifices, too small to matter. */
const works = (rules: readonly string[], { before = '', curves = '', unit = 'CMS' } = {}): string => {
  const each = (row: (name: string) => string): string => rules.map((_, k) => row(`O${k}`)).join('\n');
  return inpText(
    'Premises',
    {
      RAINGAGES: 'G VOLUME 0:10 1 TIMESERIES R',
      SUBCATCHMENTS: 'S G P 6 60 200 0.5 0',
      SUBAREAS: 'S 0.015 0.2 1.5 4 25 OUTLET',
      INFILTRATION: 'S 60 8 4 7 0',
      STORAGE: 'P 0.6 4 0.4 FUNCTIONAL 0 0 500',
      JUNCTIONS: 'J 0 4\nK 0.5 3',
      OUTFALLS: 'SEA -0.2 FREE\nX 0 FREE',
      CONDUITS: 'A P J 100 0.02 0 0\nCANAL J SEA 250 0.022 0 0\nB K J 100 0.02 0 0',
      PUMPS: 'PU P X PC ON 0 0',
      ORIFICES: each((name) => `${name} K J SIDE 2.5 0.6 NO 0`),
      WEIRS: 'W P K TRANSVERSE 0.3 1.8 NO 0 0 YES',
      XSECTIONS: `A RECT_OPEN 2 2 0 0\nCANAL RECT_OPEN 4 4 0 0\nB CIRCULAR 0.8 0 0 0\nW RECT_OPEN 1 0.5 0 0\n${each((name) => `${name} RECT_CLOSED 0.001 0.001 0 0`)}`,
      CURVES: `PC PUMP3 0 0.05 4 0.04\n${curves}`,
      INFLOWS: `${inflow('K', 'Q')}\n${inflow('J', 'Q')}`,
      TIMESERIES: `${wave('Q', { base: 0.1, peak: 0.8, start: 0.6, fall: 1 })}\nR 0:10 5\nR 0:20 12\nR 0:30 3\nR 0:40 0\nR 1:30 4\nR 1:40 0`,
      CONTROLS: `${before}\n${rules.map((rule, k) => `RULE R${k}\n${rule.replaceAll('@', `ORIFICE O${k} SETTING`)}`).join('\n')}`,
    },
    { FLOW_UNITS: unit, START_TIME: '22:00:00', REPORT_START_TIME: '22:00:00', END_DATE: '01/16/2024', END_TIME: '01:00:00' },
  );
};

/** Settings of an orifice over time. */
function settingsOf({ links, times }: ReportedSeries, name: string): number[] {
  const at = links.names.indexOf(name);
  return Array.from(times, (_, k) => links.values.capacity[k * links.names.length + at]!);
}

/** Share of the report times at which the two engines set an orifice alike, to a hundredth. */
async function alike(inp: string, count: number): Promise<number[]> {
  const { code, out, report } = await runOracle(inp);
  expect(code, /ERROR[^]{0,200}/.exec(report)?.[0]).toBe(0);
  const theirs = readOut(out);
  const ours = run(parseInp(inp).model).series;
  return Array.from({ length: count }, (_, k) => {
    const [a, b] = [settingsOf(ours, `O${k}`), settingsOf(theirs, `O${k}`)];
    return a.filter((setting, at) => Math.abs(setting - b[at]!) <= 0.01).length / a.length;
  });
}

const quantities: readonly (readonly [variable: string, scale: number])[] = [
  ['NODE P DEPTH', 3], ['NODE P MAXDEPTH', 20], ['NODE K HEAD', 8], ['NODE P VOLUME', 3000], ['NODE P INFLOW', 4], ['NODE J INFLOW', 4],
  ['NODE SEA INFLOW', 2], ['NODE SEA DEPTH', 2], ['LINK CANAL FLOW', 4], ['CONDUIT CANAL FULLFLOW', 400], ['LINK B FULLFLOW', 4],
  ['CONDUIT CANAL DEPTH', 4], ['CONDUIT B FULLDEPTH', 4], ['CONDUIT CANAL VELOCITY', 4], ['CONDUIT A LENGTH', 400], ['LINK B SLOPE', 0.02],
  ['PUMP PU SETTING', 2], ['PUMP PU FLOW', 0.2], ['WEIR W SETTING', 2], ['WEIR W FLOW', 2], ['ORIFICE O0 SETTING', 2],
  ['GAGE G INTENSITY', 200], ['GAGE G 1-HR_DEPTH', 80], ['GAGE G 48-HR_DEPTH', 80],
]; // prettier-ignore

test.each(['CMS', 'CFS'])('quantities are those of SWMM, as the curves that they set orifices by show (%s)', async (unit) => {
  const curves = quantities.map(([, scale], k) => `C${k} CONTROL ${-scale} 0 ${scale} 1`).join('\n');
  const inp = works(quantities.map(([variable], k) => `IF ${variable} > -9999\nTHEN @ = CURVE C${k}`), { curves, unit }); // prettier-ignore
  const shares = await alike(inp, quantities.length);
  // The engines see a change of the rain a step apart, and the first steps after it differ.
  expect(quantities.flatMap(([variable], k) => (shares[k]! < 0.9 ? [[variable, shares[k]]] : []))).toEqual([]);
});

const before = `VARIABLE PD = NODE P DEPTH
VARIABLE JD = NODE J DEPTH
VARIABLE T = SIMULATION TIME
VARIABLE CT = SIMULATION CLOCKTIME
VARIABLE ST = PUMP PU STATUS
VARIABLE RAIN = GAGE G 1-HR_DEPTH
EXPRESSION DIFFERENCE = abs(PD - 2*JD)
EXPRESSION POWERS = 2^3^0.5 + PD^2 - JD
EXPRESSION MEAN = (PD+JD)/2 - T*2.4
EXPRESSION HOURS = T * 24
EXPRESSION TRIG = exp(PD)-cos(JD)+tanh(PD)*sinh(JD)+acot(PD)+coth(PD+1)
EXPRESSION ROOTS = sqrt(PD)*log10(10*PD+1)+log(1+JD)+asin(0.1)*acos(0.2)+atan(PD)
EXPRESSION SIGNS = sgn(JD - PD) + step(PD - 0.45) + sgn(0)`;
const premises: readonly string[] = [
  'SIMULATION DAY = 2', 'SIMULATION DAY > 2', 'SIMULATION MONTH = 1', 'SIMULATION DATE = 01/16/2024', 'SIMULATION DATE >= JAN-16-2024',
  'SIMULATION DAYOFYEAR = 15', 'SIMULATION DAYOFYEAR > 01/15', 'SIMULATION TIME > 1.5', 'SIMULATION TIME > 1:30', 'SIMULATION TIME = 1:30',
  'SIMULATION TIME <> 1:30:00', 'SIMULATION CLOCKTIME >= 23:30', 'SIMULATION CLOCKTIME > 22.75', 'SIMULATION CLOCKTIME <= 0:30:00',
  'PUMP PU TIMEOPEN > 1:00', 'PUMP PU TIMECLOSED > 0', 'CONDUIT A TIMEOPEN > 0:30', 'CONDUIT A STATUS = OPEN', 'PUMP PU STATUS <> OFF',
  'NODE P DEPTH > NODE J DEPTH', 'NODE P HEAD > NODE K HEAD', 'LINK A FLOW > LINK B FLOW', 'SIMULATION TIME < PUMP PU TIMEOPEN',
  'GAGE G INTENSITY > 0', 'PD > 0.5', 'PD < JD', 'NODE P DEPTH < JD', 'JD >= NODE P DEPTH', 'T > 1:30', 'CT >= 23:15', 'ST = ON', 'ST <> ON',
  'RAIN > 12', 'DIFFERENCE > 0.3', 'POWERS > 4', 'MEAN > 0.3', 'TRIG > 2.9', 'ROOTS > 0.9', 'SIGNS > 0', 'MEAN < NODE J DEPTH',
  'DIFFERENCE > PD', 'HOURS > 1.5', 'JD > 0.5\nAND PD > 0.5\nOR T > 2', 'T > 0\nAND T > 9\nOR T > 1', 'PD > 9\nOR JD > 0.3\nAND T < 2', 'T > 9\nAND T > 9\nOR T > 0\nAND T > 1',
]; // prettier-ignore

test('premises hold when they hold in SWMM', async () => {
  const inp = works(premises.map((premise) => `IF ${premise}\nTHEN @ = 1\nELSE @ = 0.2`), { before }); // prettier-ignore
  const shares = await alike(inp, premises.length);
  expect(premises.flatMap((premise, k) => (shares[k]! < 0.97 ? [[premise, shares[k]]] : []))).toEqual([]);
  const { model } = parseInp(inp);
  expect(parseInp(writeInp(model)).model.controls).toEqual(model.controls);
});

test('how long a pump has run is counted from its last switch', () => {
  const rule = 'IF SIMULATION TIME < 0:30\nTHEN PUMP PU STATUS = OFF\nELSE PUMP PU STATUS = ON';
  const { series } = run(parseInp(works([rule, 'IF PUMP PU TIMEOPEN > 1:00\nTHEN @ = 1\nELSE @ = 0'])).model);
  expect(
    settingsOf(series, 'O1')
      .map((setting) => setting > 0.5)
      .lastIndexOf(false),
  ).toBe(89);
});

test.each([
  ['NODE P SPEED > 1', /expected an attribute \(DEPTH, MAXDEPTH, HEAD, VOLUME, INFLOW\), found "SPEED"/],
  ['LINK NOWHERE FLOW > 1', /no link is called "NOWHERE"/],
  ['POND P DEPTH > 1', /expected NODE, LINK, .* or a named variable, found "POND"/],
  ['NODE P DEPTH == 1', /expected =, <>, <, <=, > or >=, found "=="/],
  ['NODE P DEPTH > deep', /expected a value for DEPTH, found "deep"/],
  ['SIMULATION MONTH = JAN', /expected a value for MONTH, found "JAN"/],
  ['SIMULATION YEAR = 2024', /expected an attribute \(TIME, DATE, CLOCKTIME, DAY, MONTH, DAYOFYEAR\), found "YEAR"/],
  ['GAGE G 49-HR_DEPTH > 1', /expected 1 to 48 hours of past rain, found 49/],
  ['GAGE G NEXT_HOUR > 1', /expected an attribute \(INTENSITY\), found "NEXT_HOUR"/],
  ['NODE P DEPTH >', /expected a value as word 6, found the end/],
  ['T > soon', /expected a value for TIME, found "soon"/],
  ['NODE P DEPTH > NODE J', /expected an attribute as word 8, found the end/],
])('%s is refused at its line', (premise, message) => {
  const inp = works([`IF ${premise}\nTHEN @ = 1`], { before });
  const line = inp.split('\n').findIndex((text) => text === `IF ${premise}`) + 1;
  try {
    parseInp(inp);
    expect.unreachable();
  } catch (error) {
    const problems = error instanceof InpUnreadable ? error.problems : [];
    expect(problems[0]).toMatchObject({ line, section: 'CONTROLS' });
    expect(problems[0]!.message).toMatch(message);
  }
});

test('words after a value are passed over with a warning, as SWMM does', () => {
  const { warnings } = parseInp(works(['IF SIMULATION CLOCKTIME < 11:00 PM\nTHEN @ = 1']));
  expect(warnings.map(({ message }) => message)).toEqual(['what follows the value is passed over: "PM"']);
});
