import { describe, expect, test } from 'vitest';
import { InpUnreadable } from './inp-problem.ts';
import { parseInp } from './parse-inp.ts';

const base = `[OPTIONS]
FLOW_UNITS CFS
END_TIME 1:00
[JUNCTIONS]
J1 10 4
[OUTFALLS]
OUT 8 FREE
[CONDUITS]
C1 J1 OUT 100 0.013 0 0
[XSECTIONS]
C1 CIRCULAR 2 0 0 0
`;

function problems(text: string): readonly { line: number; section: string; message: string }[] {
  try {
    parseInp(text);
  } catch (error) {
    if (error instanceof InpUnreadable) return error.problems;
    throw error;
  }
  return [];
}

describe('units', () => {
  test('feet and cubic feet become metres', () => {
    const { model } = parseInp(base);
    expect(model.nodes[0]).toMatchObject({ kind: 'junction', invert: 10 * 0.3048, maximumDepth: 4 * 0.3048 });
    expect(model.links[0]).toMatchObject({ kind: 'conduit', length: 100 * 0.3048, section: { shape: 'circular', depth: 2 * 0.3048 } });
  });

  test.each([
    ['CFS', 0.028316846592],
    ['GPM', 6.30901964e-5],
    ['MGD', 0.0438126363889],
    ['CMS', 1],
    ['LPS', 0.001],
    ['MLD', 1000 / 86_400],
  ])('one %s is %f m3/s', (unit, flow) => {
    const { model } = parseInp(base.replace('CFS', unit).replace('0 0\n[X', '0 0 1\n[X'));
    const conduit = model.links[0]!;
    expect(conduit.kind === 'conduit' ? conduit.initialFlow : Number.NaN).toBeCloseTo(flow, 9);
  });

  test('elevation offsets become heights above the node, and * is none', () => {
    const text = base.replace('FLOW_UNITS CFS', 'FLOW_UNITS CMS\nLINK_OFFSETS ELEVATION').replace('0.013 0 0', '0.013 10.5 *');
    expect(parseInp(text).model.links[0]).toMatchObject({ inletOffset: 0.5, outletOffset: 0 });
  });
});

describe('dates and series', () => {
  test('a date holds on until the next one', () => {
    const { model } = parseInp(`${base}[TIMESERIES]\nS 01/15/2024 23:30 1\nS 23:45 2\nS JAN-16-2024 0:15 3\n`);
    const start = Date.UTC(2024, 0, 15) / 1000;
    expect(model.series[0]).toMatchObject({
      origin: 'calendar',
      times: [start + 84_600, start + 85_500, start + 87_300],
      values: [1, 2, 3],
    });
  });

  test('a faulty line of a series file is told with its number', () => {
    const text = `${base}[TIMESERIES]\nS FILE "s.dat"\n`;
    const read = (file: string): readonly string[] => {
      try {
        return parseInp(text, { readFile: () => file }).warnings.map(({ message }) => message);
      } catch (error) {
        if (!(error instanceof InpUnreadable)) throw error;
        return error.problems.map(({ line, message }) => `${line}: ${message}`);
      }
    };
    expect(read(';rain\n01/15/2024 0:00 1 ; begins\n0:15 2\n\n')).toEqual([]);
    expect(read('01/15/2024 0:00 1\n0:15 much')).toEqual([
      '13: expected a time and a number, found "0:15 much" (line 2 of the file "s.dat")',
    ]);
    expect(read('01/15/2024 1:00 1\n0:15 2')[0]).toContain('to rise, found "0:15" after a later one (line 2 of the file "s.dat")');
    expect(read('\u0000\u0001')[0]).toContain('(line 1 of the file "s.dat")');
  });

  test('hours count from the start of the run', () => {
    expect(parseInp(`${base}[TIMESERIES]\nS 0:30 1 1.5 2\n`).model.series[0]).toMatchObject({ origin: 'start', times: [1800, 5400] });
  });

  test('the end of a run without a date is on the day of its start', () => {
    const { options } = parseInp(base.replace('END_TIME', 'START_DATE 02/28/2024\nSTART_TIME 0:30\nEND_TIME')).model;
    expect(options.end - options.start).toBe(1800);
  });
});

describe('names', () => {
  test('capitals do not matter; the spelling of the definition stays', () => {
    const text = base.replace('C1 J1 OUT', 'C1 j1 out').replace('C1 CIRCULAR', 'c1 circular');
    expect(parseInp(text).model.links[0]).toMatchObject({ name: 'C1', from: 'J1', to: 'OUT', section: { shape: 'circular' } });
  });

  test('sections may stand in any order and be abbreviated', () => {
    const sections = base.split(/(?=^\[)/m);
    const { model } = parseInp(sections.toReversed().join('').replace('[JUNCTIONS]', '[JUNC'));
    const inOrder = parseInp(base).model;
    expect({ ...model, nodes: model.nodes.toReversed() }).toEqual(inOrder);
  });
});

describe('faults are told with line and expectation', () => {
  test.each([
    ['a number', base.replace('0.013', 'smooth'), 9, /Manning's n, a number, found "smooth"/],
    ['a cut-off line', base.replace('C1 J1 OUT 100 0.013 0 0', 'C1 J1'), 9, /outlet node as word 3, found the end/],
    ['a dangling link', base.replace('J1 OUT', 'J9 OUT'), 9, /no node is called "J9"/],
    ['a zero length', base.replace('OUT 100', 'OUT 0'), 9, /length above zero/],
    ['a link onto itself', base.replace('J1 OUT', 'J1 J1'), 9, /two different nodes/],
    ['a duplicate name', base.replace('J1 10 4', 'J1 10 4\nj1 9 4'), 6, /already defined on line 5/],
    ['an unknown shape', base.replace('CIRCULAR', 'ROUND'), 11, /shape of SWMM 5.2 \(CIRCULAR, /],
    ['no section', base.replace('C1 CIRCULAR 2 0 0 0', ''), 9, /row in \[XSECTIONS\]/],
    ['an absurd depth', base.replace('J1 10 4', 'J1 10 1e9'), 5, /less than 1000 km/],
    ['an unknown option', base.replace('END_TIME', 'ENDING_TIME'), 3, /name of an option/],
    ['a wrong date', base.replace('END_TIME 1:00', 'END_DATE 02/30/2024'), 3, /a date as MM\/DD\/YYYY/],
    ['an infinite number', base.replace('100 0.013', 'Infinity 0.013'), 9, /a number, found "Infinity"/],
    ['a hexadecimal number', base.replace('100 0.013', '0x10 0.013'), 9, /a number/],
    ['data before a section', `J1 10\n${base}`, 1, /a section in brackets/],
    ['times that fall', `${base}[TIMESERIES]\nS 1 1\nS 0.5 2\n`, 14, /times of the series "S" to rise/],
    ['a curve that falls', `${base}[CURVES]\nK STORAGE 1 1 0.5 2\n`, 13, /rising x values/],
    ['a rule on nothing', `${base}[CONTROLS]\nRULE R\nIF NODE J9 DEPTH > 1\nTHEN PUMP P STATUS = ON\n`, 14, /no node is called "J9"/],
    [
      'an action on the wrong kind',
      `${base}[CONTROLS]\nRULE R\nIF NODE J1 DEPTH > 1\nTHEN PUMP C1 STATUS = ON\n`,
      15,
      /expected a pump, but "C1" is a conduit/,
    ],
  ])('%s', (_, text, line, message) => {
    const found = problems(text);
    expect(found.map((one) => one.message).join('\n')).toMatch(message);
    expect(found.some((one) => one.line === line)).toBe(true);
  });

  test('all faults come together, but not more than fifty', () => {
    expect(problems(`[JUNCTIONS]\n${'J x\n'.repeat(1000)}`)).toHaveLength(50);
  });

  test('a row of a few is refused, the rest is read', () => {
    expect(problems(base.replace('0.013', 'x').replace('J1 10 4', 'J1 y 4')).map(({ line }) => line)).toEqual([5, 9]);
  });
});

describe('what is left out', () => {
  test('physics that is not computed is named with its lines', () => {
    const { warnings, model } = parseInp(
      `${base}[AQUIFERS]\nA 0.5 0.1\n[GROUNDWATER]\n;;Sub\nS1 A J1\nS2 A J1\n[INFLOWS]\nJ1 TSS "" CONCEN 1 1 10\n`,
    );
    expect(warnings.map(({ section, message }) => `${section}: ${message}`)).toEqual([
      'AQUIFERS: groundwater is left out: 1 line kept in the file, without effect on the run',
      'GROUNDWATER: groundwater is left out: 2 lines kept in the file, without effect on the run',
      'INFLOWS: water quality is left out: the line is kept in the file, without effect on the run',
    ]);
    expect(model.kept.find(({ name }) => name === 'GROUNDWATER')?.lines).toEqual([';;Sub', 'S1 A J1', 'S2 A J1']);
  });

  test('a rain file that is not there is a warning', () => {
    const text = `${base}[RAINGAGES]\nG VOLUME 0:05 1 FILE "rain.dat" STA MM\n`;
    expect(parseInp(text).warnings[0]).toMatchObject({ line: 13, section: 'RAINGAGES' });
    const read = parseInp(text, { readFile: () => 'STA 2024 1 15 0 5 2.5\nOTHER 2024 1 15 0 5 9\n' });
    expect(read.warnings).toEqual([]);
    expect(read.model.gauges[0]?.source).toMatchObject({ rain: { depths: [0.0025] } });
  });
});

describe('sections of standard size', () => {
  test.each([
    ['ARCH 7 0 0 0', { shape: 'arch', depth: 31.3125 * 0.0254, width: 51.125 * 0.0254, sizeCode: 7 }],
    ['ARCH 0 0 102 0', { shape: 'arch', depth: 158 * 0.0254, width: 247 * 0.0254, sizeCode: 102 }],
    ['HORIZ_ELLIPSE 1 0 0 0', { shape: 'horizontal-ellipse', depth: 14 * 0.0254, width: 23 * 0.0254, sizeCode: 1 }],
    ['VERT_ELLIPSE 0 0 23 0', { shape: 'vertical-ellipse', depth: 180 * 0.0254, width: 116 * 0.0254, sizeCode: 23 }],
  ])('%s', (row, section) => {
    expect(parseInp(base.replace('CIRCULAR 2 0 0 0', row)).model.links[0]).toMatchObject({ section });
  });

  test('a code that no table holds is refused at its line', () => {
    expect(problems(base.replace('CIRCULAR 2 0 0 0', 'ARCH 103 0 0 0'))[0]).toMatchObject({ line: 11, section: 'XSECTIONS' });
  });
});

test.each(['0-HR_DEPTH', '49-HR_DEPTH'])('rules may ask for the rain of 1 to 48 hours, not %s', (attribute) => {
  const text = `${base}[RAINGAGES]\nG VOLUME 1:00 1 TIMESERIES R\n[TIMESERIES]\nR 0 1\n[CONTROLS]\nRULE A\nIF GAGE G ${attribute} > 1\nTHEN CONDUIT C1 STATUS = CLOSED\n`;
  expect(problems(text)[0]).toMatchObject({ line: 18, section: 'CONTROLS' });
});
