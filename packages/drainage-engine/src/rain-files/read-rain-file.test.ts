import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inpText } from '../../verification/inp-text.ts';
import { runOracle } from '../../verification/oracle.ts';
import { readRainfallFile, writeRainfallFile } from '../interface-files/rainfall-file.ts';
import { InpUnreadable } from '../inp/inp-problem.ts';
import { parseInp } from '../inp/parse-inp.ts';
import { RainFileUnreadable } from './rain-file-notes.ts';
import { readRainFile } from './read-rain-file.ts';

/** Time, value and two flags of a fixed record. */
const group = (time: string, value: number, flags = '  '): string => time + String(value).padStart(6, '0') + flags;
const fixed = (type: 'HPD' | '15M', day: number, groups: readonly string[], unit = 'HI'): string =>
  `${type}09045102${type === 'HPD' ? 'HPCP' : 'QPCP'}${unit}199608${String(day).padStart(4, '0')}${String(groups.length).padStart(3, '0')}${groups.join('')}`;
const canadian = (head: string, count: number, values: Readonly<Record<number, string>>): string =>
  head + Array.from({ length: count }, (_, k) => values[k] ?? ' 00000 ').join('') + '\n';
const online = (element: string, rows: readonly string[]): string =>
  [
    `STATION           STATION_NAME                                       ELEVATION  LATITUDE   LONGITUDE  DATE           ${element}     Measurement Flag Quality Flag`,
    '----------------- -------------------------------------------------- ---------- ---------- ---------- -------------- -------- ---------------- ------------',
    ...rows.map((row) =>
      `COOP:090451       ATLANTA GA US                                      315.2      33.6301    -84.4418   ${row}`.padEnd(146),
    ),
    '',
  ].join('\n');

const files: Readonly<Record<string, readonly [gauge: string, text: string]>> = {
  'volumes of two stations': [
    'VOLUME 0:10 1 FILE "r.dat" A MM',
    ';rain\nA 1996 8 18 0 10 2.5\nB 1996 8 18 0 20 9\nA 1996 8 18 0 20 5\n\nA 1996 8 18 1 0 1',
  ],
  intensities: ['INTENSITY 0:10 1 FILE "r.dat" A MM', 'A 1996 8 18 0 10 30\nA 1996 8 18 0 20 12.5'],
  sums: ['CUMULATIVE 0:10 1 FILE "r.dat" A IN', 'A 1996 8 18 0 10 0.5\nA 1996 8 18 0 20 0.75\nA 1996 8 18 1 0 0.1'],
  'DSI-3240 in fixed columns, with flags': [
    'VOLUME 1:00 1 FILE "r.dat" 090451 IN',
    [
      fixed('HPD', 18, [
        group('0100', 5), group('0200', 99999, 'M '), group('0700', 7, 'I '), group('1000', 9, 'E '), group('1100', 3, '[ '),
        group('1200', 4, '] '), group('1300', 4, '{ '), group('1400', 4, '} '), group('2400', 6), group('2500', 40),
      ]),
      fixed('HPD', 19, [group('0100', 0, 'g '), group('0300', 7), group('2500', 7, 'I')], 'HT'),
    ].join('\n'),
  ], // prettier-ignore
  'DSI-3240, a sum over two days': [
    'VOLUME 1:00 1 FILE "r.dat" 090451 IN',
    [
      fixed('HPD', 18, [group('2200', 99999, 'a '), group('2500', 99999, 'I ')]),
      fixed('HPD', 19, [group('0300', 60, 'A '), group('0500', 3), group('2500', 63)]),
    ].join('\n'),
  ],
  'DSI-3260 in fixed columns': [
    'VOLUME 1:00 1 FILE "r.dat" 090451 IN',
    [fixed('15M', 18, [group('0015', 10), group('0030', 3), group('2500', 13)]), fixed('15M', 19, [group('0145', 3)], 'HT')].join('\n'),
  ],
  'DSI-3240 between blanks': [
    'VOLUME 1:00 1 FILE "r.dat" 090451 IN',
    'COOPID CD ELEM UN YEAR MO DA TIME  VALUE F F\n------ -- ---- -- ---- -- -- ---- ------ - -\n090451 02 HPCP HI 1996 08 18 0100 00005     0200 00010     2500 00015',
  ],
  'DSI-3240 with names': [
    'VOLUME 1:00 1 FILE "r.dat" 090451 IN',
    'COOPID STATION NAME                   CD ELEM UN YEAR MO DA TIME HOUR-VAL\n------ ------------------------------ -- ---- -- ---- -- -- ---- -----\n090451 ATLANTA GA                     02 HPCP HI 1996 08 18 0100 00005     0200 00010     2500 00015',
  ],
  'DSI-3240 between commas': [
    'VOLUME 1:00 1 FILE "r.dat" 090451 IN',
    'COOPID,CD,ELEM,UN,YEAR,MO,DA,TIME,VALUE,F,F\n090451,02,HPCP,HI,1996,08,18,0100, 00005, , ,0200, 00010, , ,2500, 00015, , ,',
  ],
  'hours of Climate Data Online': [
    'VOLUME 1:00 1 FILE "r.dat" 090451 IN',
    online('HPCP', ['19960818 00:00 99999    ]', '19960818 01:00 0        g', '19960818 06:00 10', '19960819 00:00 0.25']),
  ],
  'quarters of Climate Data Online': [
    'VOLUME 1:00 1 FILE "r.dat" COOP:090451 IN',
    online('QPCP', ['19960818 00:15 999.99   ]', '19960818 01:00 0.10', '19960818 06:00 10']),
  ],
  'HLY03 of Canada': [
    'VOLUME 1:00 1 FILE "r.dat" 1234567 MM',
    canadian('1234567' + '19960818' + '123', 24, { 0: ' 00005 ', 5: ' 00012A', 6: '-99999M', 8: ' 00003E', 23: ' 00007 ' }),
  ],
  'HLY03 with a year of three digits': [
    'VOLUME 1:00 1 FILE "r.dat" 1234567 MM',
    canadian('1234567' + '9960818' + '123', 24, { 0: ' 00005 ', 23: ' 00007 ' }),
  ],
  'FIF21 of Canada': [
    'VOLUME 1:00 1 FILE "r.dat" 1234567 MM',
    canadian('1234567' + '19960818' + '159', 96, { 0: ' 00005 ', 5: ' 00012 ', 95: ' 00007 ' }),
  ],
};

const town = (gauge: string, more: Readonly<Record<string, string>>): string =>
  inpText(
    'Rain files',
    {
      RAINGAGES: `G ${gauge}`,
      ...more,
      SUBCATCHMENTS: 'S G J 6 60 200 0.5 0',
      SUBAREAS: 'S 0.015 0.2 1.5 4 25 OUTLET',
      INFILTRATION: 'S 60 8 4 7 0',
      JUNCTIONS: 'J 0 4',
      OUTFALLS: 'SEA -0.2 FREE',
      CONDUITS: 'CANAL J SEA 250 0.022 0 0',
      XSECTIONS: 'CANAL RECT_OPEN 4 4 0 0',
    },
    { START_DATE: '08/18/1996', REPORT_START_DATE: '08/18/1996', END_DATE: '08/18/1996', END_TIME: '00:30:00' },
  );
const anyTerms = { station: 'A', form: 'volume', interval: 600, unit: 'mm' } as const;

describe('rain files', () => {
  test.each(Object.entries(files))('%s give the rain that SWMM reads from them', async (_, [gauge, text]) => {
    const { code, saved, report } = await runOracle(town(gauge, { FILES: 'SAVE RAINFALL r.rff' }), { 'r.dat': text }, ['r.rff']);
    expect(code, report.slice(0, 500)).toBe(0);
    const [theirs] = [...readRainfallFile(saved['r.rff']!).values()];
    const { source } = parseInp(town(gauge, {}), { readFile: () => text }).model.gauges[0]!;
    const ours = source.kind === 'file' ? source.rain! : null;
    const fallen = theirs!.times.flatMap((time, k) => (theirs!.depths[k]! > 0 ? [[time, theirs!.depths[k]!] as const] : []));
    expect(ours!.interval).toBe(theirs!.interval);
    expect(ours!.times).toEqual(fallen.map(([time]) => time));
    ours!.depths.forEach((depth, k) => expect(depth).toBeCloseTo(fallen[k]![1], 7));
  });

  test('what is missing, or no line of the format, is told', () => {
    const text = [
      fixed('HPD', 18, [group('0100', 5), group('0200', 99999, 'M '), group('0600', 40, 'A ')]),
      'rubbish',
      fixed('HPD', 19, [group('0300', 7)]),
    ].join('\n');
    const { notes, rain } = readRainFile(text, anyTerms);
    expect(notes).toEqual([
      '1 line (2) passed over, expected a record of hourly (HPCP) or 15-minute (QPCP) precipitation',
      '2 values are missing: no rain falls then',
    ]);
    expect(rain.times).toHaveLength(2);
    expect(readRainFile('Station Year …\nA 1996 8 18 2 0 3\nA 1996 13 40 5 0 9\nA 1996 8 19 2 0 3', anyTerms).notes).toEqual([
      '2 lines (1, 3) passed over, expected station, year, month, day, hour, minute and rain',
    ]);
  });

  test.each([
    ['A 1996 8 18 2 0 3\nA 1996 8 18 1 0 4', 2, 'times of A to rise'],
    ['B 1996 8 18 2 0 3', 1, 'the station "A", found B'],
    ['rain of August\n18 3\n19 4', 1, 'station, year'],
    ['', 1, 'station, year'],
    ['A 1996 8 18 2 0 3\nA \u0000\u0001', 2, 'binary'],
    [fixed('HPD', 19, [group('0100', 5)]) + '\n' + fixed('HPD', 18, [group('0100', 5)]), 2, 'to rise'],
    [online('HPCP', ['tomorrow 1']), 3, 'a date'],
    [canadian('1234567' + '19960818' + '123', 10, {}), 1, 'a day of hourly'],
  ])('%j is refused at line %i', (text, line, message) => {
    expect(() => readRainFile(text, anyTerms)).toThrow(RainFileUnreadable);
    expect(() => readRainFile(text, anyTerms)).toThrow(message);
    expect(() => readRainFile(text, anyTerms)).toThrow(`Line ${line} `);
    try {
      parseInp(town('VOLUME 0:10 1 FILE "r.dat" A MM', {}), { readFile: () => text });
      expect.unreachable();
    } catch (error) {
      expect(error instanceof InpUnreadable && error.problems[0]).toMatchObject({ section: 'RAINGAGES' });
    }
  });

  test('a file with words exchanged, cut off or of nonsense is read or refused', () => {
    const texts = Object.values(files).map(([, text]) => text);
    const change = fc.record({
      text: fc.constantFrom(...texts),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.boolean(),
      word: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('99999999999', '-1', '\n', '\u0000', 'NaN', 'HPD', ' '.repeat(700))),
    });
    fc.assert(
      fc.property(change, ({ text, at, cut, word }) => {
        const place = Math.floor(at * text.length);
        const changed = cut ? text.slice(0, place) : text.slice(0, place) + word + text.slice(place + word.length);
        try {
          const { rain } = readRainFile(changed, anyTerms);
          expect(rain.depths.every((depth) => depth >= 0 && Number.isFinite(depth))).toBe(true);
          rain.times.forEach((time, k) => expect(time).toBeGreaterThan(rain.times[k - 1] ?? -Infinity));
        } catch (error) {
          if (!(error instanceof RainFileUnreadable)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('a gauge takes its rain from the interface file that the model uses', async () => {
  const [gauge, text] = files['volumes of two stations']!;
  const written = writeRainfallFile(parseInp(town(gauge, {}), { readFile: () => text }).model);
  const inp = town(gauge, { FILES: 'USE RAINFALL r.rff' });
  expect((await runOracle(inp, { 'r.rff': written })).code).toBe(0);
  const { model, warnings } = parseInp(inp, { readBytes: (path) => (path === 'r.rff' ? written : null) });
  expect(warnings).toEqual([]);
  const { source } = model.gauges[0]!;
  expect(source.kind === 'file' && source.rain!.depths.map((depth) => Math.round(depth * 1e6))).toEqual([2500, 5000, 1000]);
  const other = parseInp(inp.replace(' A MM', ' C MM'), { readBytes: () => written });
  expect(other.warnings[0]!.message).toContain('no station "C"');
});
