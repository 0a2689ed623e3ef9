import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { climateTown } from '../../verification/climate-town.ts';
import { runOracle } from '../../verification/oracle.ts';
import { potentialEvaporation } from '../hydrology/potential-evaporation.ts';
import { parseInp } from '../inp/parse-inp.ts';
import { userUnits } from '../model/units.ts';
import { readOut } from '../out/read-out.ts';
import { readClimateFile } from './read-climate-file.ts';

const august = Array.from({ length: 31 }, (_, k) => k + 1);
const two = (day: number): string => String(day).padStart(2, '0');
const signed = (value: number): string => (value < 0 ? '-' : ' ') + String(Math.abs(value)).padStart(5, '0');
const weatherService = (element: string, unit: string, valueOf: (day: number) => number): string =>
  `DLY33571202${element}${unit}1996089999031${august.map((day) => `${two(day)}18${signed(valueOf(day))} 0`).join('')}`;
const canadian = (element: string, valueOf: (day: number) => number): string =>
  `1234567199608${element}${august.map((day) => `${signed(valueOf(day))} `).join('')}`;
const online = (warm: (day: number) => number, evaporation: (day: number) => number): string =>
  [
    'STATION           STATION_NAME                                       ELEVATION  DATE     TMIN     TMAX     EVAP     ',
    '----------------- -------------------------------------------------- ---------- -------- -------- -------- -------- ',
    ...august.map((day) => {
      const cells = [warm(day) - 10, warm(day), day === 8 ? -9999 : evaporation(day)].map((one) => String(one).padEnd(8));
      return `GHCND:USC00090451 ATLANTA GA US                                      315.2      199608${two(day)} ${cells.join(' ')} `;
    }),
    '',
  ].join('\n');

const files: Readonly<Record<string, (isMetric: boolean) => string>> = {
  'user-prepared rows': (isMetric) => august.map((day) => `STA 1996 8 ${day} ${isMetric ? 25 + day / 10 : 80 + day / 10} ${isMetric ? 15 : 60} ${isMetric ? 4 + day / 10 : 0.1}`).join('\n'), // prettier-ignore
  'DSI-3200': () =>
    `${weatherService('TMAX', ' F', (day) => (day === 7 ? 99_999 : 80 + day))}\n${weatherService('TMIN', ' F', (day) => 60 + day)}\n${weatherService('PRCP', 'HI', () => 3)}\n${weatherService('EVAP', 'HI', (day) => (day === 8 ? 99_999 : 10 + day))}\n`,
  'days of Environment Canada': () =>
    `${canadian('001', (day) => (day === 8 ? -99_999 : 250 + day))}\n${canadian('002', (day) => 150 + day)}\n${canadian('012', () => 3)}\n${canadian('151', (day) => 30 + day)}\n`,
  'GHCN-Daily': (isMetric) => online((day) => (isMetric ? 25 : 77) + day, (day) => (isMetric ? 4 + day / 10 : 0.2)), // prettier-ignore
};

const town = (evaporation: string, unit: string): string => climateTown(evaporation, unit, ['08/02/1996', '08/12/1996']);
const pan = `FILE ${'0.7 '.repeat(12)}`;

describe('climate files', () => {
  const all = Object.keys(files).flatMap((name) => ['CMS', 'CFS'].flatMap((unit) => [[name, unit, pan], [name, unit, 'TEMPERATURE']] as const)); // prettier-ignore
  test.each(all)('%s give the evaporation that SWMM finds by them (%s, %s)', async (name, unit, evaporation) => {
    const file = files[name]!(unit === 'CMS');
    const inp = town(evaporation, unit);
    const { out, code, report } = await runOracle(inp, { 'c.dat': file });
    expect(code, /ERROR[^]{0,100}/.exec(report)?.[0]).toBe(0);
    const { times, system } = readOut(out);
    const { model, warnings } = parseInp(inp, { readFile: () => file });
    expect(warnings).toEqual([]);
    const at = potentialEvaporation(model);
    times.forEach((time, period) => {
      if (time % 86_400 === 0) return;
      expect(at(time - 60) / system.values.potentialEvaporation[period]!).toBeCloseTo(1, 2);
    });
  });

  test('what was not measured is null', () => {
    const text = files['GHCN-Daily']!(true).replace('32      ', '-9999   ');
    expect(readClimateFile(text, userUnits('CMS')).days[6]).toMatchObject({ highest: null, lowest: 22 });
    const { days } = readClimateFile(files['DSI-3200']!(true), userUnits('CMS'));
    expect([days[6]!.highest, days[7]!.evaporation]).toEqual([null, null]);
  });

  test('lines that are none of the format are told', () => {
    const read = (file: string): readonly string[] =>
      parseInp(town(pan, 'CMS'), { readFile: () => file }).warnings.map(({ message }) => message);
    expect(read('\u0000\u0001\n\u0002')[0]).toContain('has no line of a format of SWMM 5.2 (line 1: expected');
    expect(read('Station Year …\nSTA 1996 8 1 30 20 4\nSTA 1996 8 32 30 20 4')[0]).toContain('2 lines, the first of them line 1');
  });

  test('a file with words exchanged or cut off gives days with numbers or none', () => {
    const change = fc.record({
      text: fc.constantFrom(...Object.values(files).map((make) => make(true))),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.boolean(),
      word: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('1e999', '-', '\n', '\u0000', 'DLY', ' '.repeat(300))),
    });
    fc.assert(
      fc.property(change, ({ text, at, cut, word }) => {
        const place = Math.floor(at * text.length);
        const { days } = readClimateFile(
          cut ? text.slice(0, place) : text.slice(0, place) + word + text.slice(place + word.length),
          userUnits('CMS'),
        );
        for (const { moment, highest, lowest, evaporation } of days)
          expect([moment, highest ?? 0, lowest ?? 0, evaporation ?? 0].every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
