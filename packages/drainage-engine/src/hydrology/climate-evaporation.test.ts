import { describe, expect, test } from 'vitest';
import { climateTown } from '../../verification/climate-town.ts';
import { runOracle } from '../../verification/oracle.ts';
import { parseInp } from '../inp/parse-inp.ts';
import { readOut } from '../out/read-out.ts';
import { potentialEvaporation } from './potential-evaporation.ts';

const days = Array.from({ length: 20 }, (_, k) => k + 1);
const celsius = days.map((d) => [31 + 2 * Math.sin(d), 23 + Math.cos(d)] as const);
/** A day without a value, and one without temperatures. */
const rowsIn = (isMetric: boolean): string =>
  days
    .map((d) => {
      const [highest, lowest] = celsius[d - 1]!.map((t) => (isMetric ? t : 32 + 1.8 * t).toFixed(1));
      const evaporation = (4 + 0.2 * d) / (isMetric ? 1 : 25.4);
      return `STA 2024 1 ${d} ${d === 11 ? '* *' : `${highest} ${lowest}`} ${d === 9 ? '*' : evaporation.toFixed(4)} 3`;
    })
    .join('\n');
const town = (temperature: string, evaporation: string, unit: string, adjustments = ''): string =>
  climateTown(evaporation, unit, ['01/05/2024', '01/19/2024'], {
    TEMPERATURE: temperature,
    ...(adjustments ? { ADJUSTMENTS: adjustments } : {}),
  });
const pan = `FILE ${days
  .slice(0, 12)
  .map(() => 0.7)
  .join(' ')}`;
const january = (value: number): string => [value, ...days.slice(0, 11).map(() => 0)].join(' ');

describe('evaporation by a climate file is that of SWMM', () => {
  test.each([
    ['pan coefficients', 'FILE c.dat', pan, 'CMS', ''],
    ['US units', 'FILE c.dat', pan, 'CFS', ''],
    ['Hargreaves south of the equator', 'FILE c.dat\nSNOWMELT 0 0.5 0.6 0 -5.1 0', 'TEMPERATURE', 'CMS', ''],
    ['Hargreaves in US units', 'FILE c.dat\nSNOWMELT 0 0.5 0.6 0 -5.1 0', 'TEMPERATURE', 'CFS', ''],
    ['no latitude, read from a day on', 'FILE c.dat 01/03/2024', 'TEMPERATURE', 'CMS', ''],
    ['adjusted by month', 'FILE c.dat', 'TEMPERATURE', 'CMS', `TEMPERATURE ${january(1.5)}\nEVAPORATION ${january(0.4)}`],
  ])('%s', async (_, temperature, evaporation, unit, adjustments) => {
    const inp = town(temperature, evaporation, unit, adjustments);
    const file = rowsIn(unit === 'CMS');
    const { out, code } = await runOracle(inp, { 'c.dat': file });
    expect(code).toBe(0);
    const { times, system } = readOut(out);
    const { model, warnings } = parseInp(inp, { readFile: () => file });
    expect(warnings).toEqual([]);
    const at = potentialEvaporation(model);
    // SWMM reports at midnight what held before or what holds from then on, by how its runoff step fell.
    times.forEach((time, period) => {
      if (time % 86_400 === 0) return;
      expect(at(time - 60) / system.values.potentialEvaporation[period]!).toBeCloseTo(1, 2);
    });
  });

  test('without a file nothing evaporates, and a warning says so', () => {
    const { model, warnings } = parseInp(town('FILE lost.dat', 'TEMPERATURE', 'CMS'));
    expect(warnings.map(({ section }) => section)).toEqual(['TEMPERATURE', 'EVAPORATION']);
    expect(potentialEvaporation(model)(model.options.start)).toBe(0);
  });
});
