import { describe, expect, test } from 'vitest';
import { inflow, inpText, wave } from '../../verification/inp-text.ts';
import { InpUnreadable } from '../inp/inp-problem.ts';
import { parseInp } from '../inp/parse-inp.ts';
import { writeInp } from '../inp/write-inp.ts';
import { run } from '../run.ts';
import { RoutingEvents } from './routing-events.ts';

const canal = (sections: Readonly<Record<string, string>>, options: Readonly<Record<string, string | number>> = {}): string =>
  inpText(
    'Canal',
    {
      RAINGAGES: 'G VOLUME 0:10 1 TIMESERIES R',
      SUBCATCHMENTS: 'S G N 4 60 200 0.5 0',
      SUBAREAS: 'S 0.015 0.2 1.5 4 25 OUTLET',
      INFILTRATION: 'S 60 8 4 7 0',
      JUNCTIONS: 'N 0.3 4 0.4\nJ 0 4',
      OUTFALLS: 'SEA -0.2 FREE',
      CONDUITS: 'A N J 300 0.02 0 0\nCANAL J SEA 250 0.022 0 0',
      XSECTIONS: 'A RECT_OPEN 2 2 0 0\nCANAL RECT_OPEN 4 4 0 0',
      INFLOWS: inflow('N', 'Q'),
      TIMESERIES: `${wave('Q', { base: 0.2, peak: 1, start: 0.5, fall: 2 })}\nR 0:40 4\nR 2:40 12\nR 2:50 0`,
      ...sections,
    },
    { REPORT_STEP: '00:10:00', ...options },
  );
const results = (text: string): ReturnType<typeof run> => run(parseInp(text).model);
const at = (minutes: number): number => minutes / 10 - 1;

describe('routing events', () => {
  test.each(['DYNWAVE', 'KINWAVE'])('between them the network stands and takes nothing in, but runoff goes on (%s)', (routing) => {
    const events = { EVENTS: '01/15/2024 00:35 01/15/2024 02:15\n01/15/2024 04:00 01/15/2024 05:00' };
    const { series, routing: balance, runoff, nodes } = results(canal(events, { FLOW_ROUTING: routing }));
    const whole = results(canal({}, { FLOW_ROUTING: routing }));
    const { depth, lateralInflow } = series.nodes.values;
    const width = series.nodes.names.length;
    for (let minutes = 30; minutes <= 240; minutes += 10) {
      if (minutes > 30 && minutes <= 140) continue;
      const before = minutes === 30 ? at(10) : at(150);
      for (let n = 0; n < width; n += 1) {
        expect(depth[at(minutes) * width + n]).toBe(depth[before * width + n]);
        expect(lateralInflow[at(minutes) * width + n]).toBe(0);
      }
      expect(series.system.values.outflow[at(minutes)]).toBe(0);
    }
    expect(series.system.values.outflow[at(120)]).toBeGreaterThan(0.1);
    expect(series.links.values.flow.every(Number.isFinite)).toBe(true);
    expect(Math.abs(balance.continuityError)).toBeLessThan(0.005);
    expect(runoff).toEqual(whole.runoff);
    expect(series.subcatchments.values.runoff).toEqual(whole.series.subcatchments.values.runoff);
    // The mean is over what was routed: standing at the start's depth for hours would lower or raise it.
    const routed = Array.from({ length: 10 }, (_, k) => depth[at(40 + 10 * k) * width]!);
    expect(nodes.averageDepth[0]!).toBeGreaterThan(Math.min(...routed) * 0.5);
    expect(nodes.averageDepth[0]!).toBeLessThan(Math.max(...routed));
  });

  test('they are joined where they overlap, and end where they end', () => {
    const events = new RoutingEvents([{ start: 50, end: 60 }, { start: 10, end: 20 }, { start: 15, end: 30 }]); // prettier-ignore
    expect([0, 10, 29, 30, 50, 60].map((moment) => events.at(moment))).toEqual([
      { isRouted: false, until: 10 },
      { isRouted: true, until: 30 },
      { isRouted: true, until: 30 },
      { isRouted: false, until: 50 },
      { isRouted: true, until: 60 },
      { isRouted: false, until: Infinity },
    ]);
  });

  test('they come back from a file that is written', () => {
    const { model } = parseInp(canal({ EVENTS: '01/15/2024 0:35 01/15/2024 24:00\nJAN-16-2024 4 01/17/2024 5:00:30' }));
    expect(model.events).toHaveLength(2);
    expect(parseInp(writeInp(model)).model.events).toEqual(model.events);
  });

  test.each([
    ['01/15/2024 2:00 01/15/2024 1:00', /end of the event after its start/],
    ['01/15/2024 2:00', /a date as word 3/],
    ['2:00 3:00 4:00 5:00', /a date \(MM\/DD\/YYYY\) and a time/],
  ])('%s is refused', (row, message) => {
    expect(() => parseInp(canal({ EVENTS: row }))).toThrow(InpUnreadable);
    expect(() => parseInp(canal({ EVENTS: row }))).toThrow(message);
  });
});

describe('steady spells', () => {
  const steady = { SKIP_STEADY_STATE: 'YES', SYS_FLOW_TOL: 2, LAT_FLOW_TOL: 2 };
  const even = { TIMESERIES: 'Q 0 0.5\nQ 8 0.5\nR 0 0' };

  test('they are skipped, and the flows stay within the tolerance', () => {
    const skipped = results(canal(even, steady));
    const whole = results(canal(even));
    expect(skipped.steps.steadyShare).toBeGreaterThan(0.8);
    expect(whole.steps.steadyShare).toBe(0);
    skipped.series.links.values.flow.forEach((flow, k) => {
      if (k >= 2 * at(60)) expect(Math.abs(flow / whole.series.links.values.flow[k]! - 1)).toBeLessThan(0.03);
    });
    expect(Math.abs(skipped.routing.continuityError)).toBeLessThan(0.02);
  });

  test('a wave under way is none, though nothing enters or leaves yet', () => {
    const still = { TIMESERIES: 'Q 0 0\nR 0 0', JUNCTIONS: 'N 0.3 4 1.5\nJ 0 4' };
    const { steps, series } = results(canal(still, steady));
    expect(steps.steadyShare).toBeLessThan(0.9);
    expect(series.nodes.values.depth[at(300) * 3]).toBeLessThan(0.2);
  });

  test.each([
    ['a tide', { ...even, OUTFALLS: 'SEA -0.2 TIDAL T', CURVES: `T TIDAL ${Array.from({ length: 25 }, (_, h) => `${h} ${Math.sin(h / 4).toFixed(3)}`).join(' ')}` }], // prettier-ignore
    ['a changing inflow', { TIMESERIES: 'Q 0 0.1\nQ 8 40\nR 0 0' }],
  ])('%s is none', (_, sections) => {
    expect(results(canal(sections, { ...steady, SYS_FLOW_TOL: 50, LAT_FLOW_TOL: 0.01 })).steps.steadyShare).toBe(0);
  });

  test('a gate on its way ends it', () => {
    const gate = (closing: string): string =>
      canal(
        {
          ...even,
          OUTFALLS: 'SEA -0.2 FREE\nPOND -0.3 FREE',
          ORIFICES: 'O J POND SIDE 0 0.62 NO 1',
          XSECTIONS: 'A RECT_OPEN 2 2 0 0\nCANAL RECT_OPEN 4 4 0 0\nO RECT_CLOSED 0.1 0.5 0 0',
          CONTROLS: `RULE R\nIF SIMULATION TIME > 3\nTHEN ORIFICE O SETTING = ${closing}`,
        },
        steady,
      );
    const last = (text: string): number => results(text).series.links.values.flow.at(-1)!;
    expect(last(gate('1'))).toBeGreaterThan(0.01);
    expect(last(gate('0'))).toBeLessThan(1e-6);
  });
});
