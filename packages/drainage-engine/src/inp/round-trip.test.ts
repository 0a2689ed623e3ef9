import { describe, expect, test } from 'vitest';
import { allCases } from '../../verification/all-cases.ts';
import { runOracle } from '../../verification/oracle.ts';
import { compareSeries } from '../compare/compare-series.ts';
import { emptyModel, type DrainageModel } from '../model/drainage-model.ts';
import type { Conduit } from '../model/links.ts';
import type { Section } from '../model/section.ts';
import { readOut } from '../out/read-out.ts';
import { parseInp } from './parse-inp.ts';
import { writeInp } from './write-inp.ts';

/** Numbers to twelve digits: the conversion from feet and back leaves noise in the last ones. */
function settled(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(12)) + 0;
  if (Array.isArray(value)) return value.map(settled);
  if (value instanceof Map) return [...value].map(settled);
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, settled(one)]))
    : value;
}

const fullModel = `[TITLE]
Everything that must come back
;; and a second line

[OPTIONS]
FLOW_UNITS MGD
LINK_OFFSETS ELEVATION
IGNORE_RDII YES
REPORT_START_TIME 1:00
END_TIME 5:00
MIN_SLOPE 0.05
[FILES]
SAVE HOTSTART "end state.hsf"
[REPORT]
NODES J1 OUT
LINKS ALL
[JUNCTIONS]
; the first manhole
J1 10 4 0 0 20 ; its rim was surveyed in 2021
J2 9 4
D1 8.5 4
[DIVIDERS]
DIV 8.4 C1 WEIR 1 2 3 4
[OUTFALLS]
OUT 8 TIMESERIES SEA YES
[STORAGE]
P 7 9 1 TABULAR SC 0 0.5 4 0.3 0.2
[CONDUITS]
C1 J1 J2 100 0.013 10.5 *
C2 J2 D1 80 0.013 9 8.5
C3 D1 DIV 80 0.013 * * 0.1 9
C4 DIV OUT 80 0.013 * *
[PUMPS]
PU P J1 PC ON 2 1
[WEIRS]
W P J2 ROADWAY 12 3 NO 0 0 NO 20 GRAVEL
[OUTLETS]
OL P J2 9 FUNCTIONAL/HEAD 2 0.7 YES
[XSECTIONS]
C1 CIRCULAR 2 0 0 0 2 4
C2 ARCH 0 0 12 0
C3 IRREGULAR T1 0 0 0
C4 STREET ST 0 0 0
W RECT_OPEN 2 20 0 0
[TRANSECTS]
NC 0.05 0.06 0.03
X1 T1 4 2 8 0 0 1.2 2 3
GR 3 0 0 2 0 8 3 10
[STREETS]
ST 20 0.5 4 0.016 2 2 2 10 4 0.02
[LOSSES]
C2 0.5 1 0 YES 0.2
[INFLOWS]
J1 FLOW Q FLOW 1 2 0.5 MONTHS
J2 TSS "" CONCEN 1 1 10
[DWF]
J2 FLOW 0.2 MONTHS "" HOURS
[TIMESERIES]
Q 0 1
Q 0.33333 2
SEA 01/31/2024 23:00 9
SEA 02/01/2024 1:00 9.5
[CURVES]
SC Storage 0 100 5 300 9 500
PC PUMP3 0 5
PC 20 1
[PATTERNS]
MONTHS MONTHLY 1 1 1 1 1 1
MONTHS 2 2 2 2 2 2
HOURS HOURLY 1 1 1 1 1 1 1 1 1 1 1 1
HOURS 2 2 2 2 2 2 2 2 2 2 2 2
[CONTROLS]
; lifts when the tide is high
VARIABLE H = NODE OUT HEAD
EXPRESSION E = (H - 7) * 2 ^ 0.5
RULE LIFT
IF E > 1
AND SIMULATION CLOCKTIME >= 6:30
OR NODE P DEPTH > 3
THEN PUMP PU STATUS = ON
ELSE PUMP PU STATUS = OFF
PRIORITY 3
[TAGS]
NODE J1 kelurahan Rappocini
[COORDINATES]
J1 769000.125 9430000.5
[VERTICES]
C1 1 2
C1 3 4
[MAP]
DIMENSIONS 0 0 1 1
Units None
[LABELS]
1 2 "a label; with a semicolon"
[POLLUTANTS]
TSS MG/L 0 0 0 0

[SOMETHING_NEW]
; kept with its remark
  and its indent
`;

describe('round trip', () => {
  test.each(allCases.filter(({ name }) => !name.startsWith('city-1000')).map(({ name, inp }) => [name, inp] as const))('%s', (_, inp) => {
    const { model } = parseInp(inp);
    const text = writeInp(model);
    const again = parseInp(text).model;
    expect(settled(again)).toEqual(settled(model));
    expect(writeInp(again)).toBe(text);
  });

  test('a model with every kind of section loses nothing', () => {
    const { model } = parseInp(fullModel);
    const text = writeInp(model);
    expect(settled(parseInp(text).model)).toEqual(settled(model));
    expect(text).toContain('[SOMETHING_NEW]\n; kept with its remark\n  and its indent');
    expect(text).toContain('; the first manhole\n; its rim was surveyed in 2021\nJ1 ');
    expect(text).toContain('1 2 "a label; with a semicolon"');
    expect(text).toContain('J2 TSS "" CONCEN 1 1 10');
  });

  test('names with blanks are quoted, names that no file can carry are refused', () => {
    const outfall = {
      kind: 'outfall',
      name: 'Kanal Panampu',
      invert: 0,
      stage: { kind: 'free' },
      hasFlapGate: false,
      routeTo: null,
    } as const;
    expect(parseInp(writeInp({ ...emptyModel, nodes: [outfall] })).model.nodes).toEqual([outfall]);
    for (const name of ['', '*', 'a"b', 'a;b', 'a\nb', '[x'])
      expect(() => writeInp({ ...emptyModel, nodes: [{ ...outfall, name }] })).toThrow(/cannot stand/);
  });

  test('SWMM gives the same results for the file written back', async () => {
    for (const name of [
      'pipe-loop',
      'weir-trapezoidal',
      'rules-pid',
      'soil-mixed-methods',
      'units-gpm',
      'transect-meander',
      'storage-conical',
      'dry-weather-patterns',
    ]) {
      const { inp } = allCases.find((one) => one.name === name)!;
      const [first, second] = [await runOracle(inp), await runOracle(writeInp(parseInp(inp).model))];
      expect(second.code, `${name}: ${second.report.slice(0, 600)}`).toBe(0);
      const { peakFlow, peakDepth, depthEfficiency, unmatched } = compareSeries(readOut(second.out), readOut(first.out));
      expect({ name, flow: peakFlow.max, depth: peakDepth.max, unmatched }).toEqual({ name, flow: 0, depth: 0, unmatched: [] });
      expect(depthEfficiency).toBeCloseTo(1, 6);
    }
  });
});

describe('sediment', () => {
  const { model } = parseInp(allCases.find(({ name }) => name === 'shape-custom')!.inp);
  const silted = (section: Section): DrainageModel => ({
    ...model,
    links: model.links.map((link) => ({ ...(link as Conduit), section, sedimentDepth: 0.3 })),
  });
  const written = (section: Section): Conduit => parseInp(writeInp(silted(section))).model.links[0] as Conduit;

  test('a ditch loses depth and its ends rise', () => {
    expect(written({ shape: 'rect-open', depth: 1, width: 0.8, sidesIgnored: 0 })).toMatchObject({
      section: { shape: 'rect-open', depth: 0.7, width: 0.8 },
      inletOffset: 0.3,
      outletOffset: 0.3,
    });
  });

  test('a triangle becomes a trapezoid', () => {
    expect(settled(written({ shape: 'triangular', depth: 1, topWidth: 2 }).section)).toEqual({
      shape: 'trapezoidal',
      depth: 0.7,
      bottomWidth: 0.6,
      leftSlope: 1,
      rightSlope: 1,
    });
  });

  test('a circle becomes a filled circle', () => {
    expect(written({ shape: 'circular', depth: 1 })).toMatchObject({
      section: { shape: 'filled-circular', depth: 1, fill: 0.3 },
      inletOffset: 0,
    });
  });

  test.each<Section>([
    { shape: 'parabolic', depth: 1.2, topWidth: 2 },
    { shape: 'egg', depth: 1.2 },
    { shape: 'custom', depth: 1, curve: 'OVAL' },
    { shape: 'rect-triangular', depth: 1.2, topWidth: 1, triangleDepth: 0.4 },
  ])('SWMM runs what is written of a silted $shape', async (section) => {
    const { code, report } = await runOracle(writeInp(silted(section)));
    expect(code, report.slice(0, 800)).toBe(0);
  });
});
