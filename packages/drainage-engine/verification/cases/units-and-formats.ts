import { inpText } from '../inp-text.ts';
import type { VerificationCase } from '../verification-case.ts';

const metric: Readonly<Record<string, number>> = { CMS: 1, LPS: 1000, MLD: 86.4 };
const american: Readonly<Record<string, number>> = { CFS: 35.3147, GPM: 15850.3, MGD: 22.8245 };

/** The same street in any unit system: `flow` and `length` are units per m³/s and metre. */
function street(
  unit: string,
  { flow, length, depth, rate, land }: { flow: number; length: number; depth: number; rate: number; land: number },
): string {
  const level = (value: number): string => (value * length).toFixed(4);
  const series = [0, 0.5, 1, 2.5, 12].map((hour, index) => `Q ${hour} ${([0.02, 0.02, 0.6, 0.02, 0.02][index]! * flow).toFixed(4)}`);
  return inpText(
    `Units ${unit}`,
    {
      RAINGAGES: 'G INTENSITY 0:10 1 TIMESERIES R',
      SUBCATCHMENTS: `S1 G N0 ${(2 * land).toFixed(4)} 50 ${level(120)} 0.6 0`,
      SUBAREAS: `S1 0.015 0.2 ${(1.5 * depth).toFixed(4)} ${(4 * depth).toFixed(4)} 25 OUTLET`,
      INFILTRATION: `S1 ${(60 * rate).toFixed(4)} ${(8 * rate).toFixed(4)} 4 7 0`,
      JUNCTIONS: `N0 ${level(1.2)} ${level(2)}\nN1 ${level(0.8)} ${level(2)}\nN2 ${level(0.3)} ${level(2)}`,
      STORAGE: `POND ${level(0.4)} ${level(3)} 0 FUNCTIONAL ${((100 * length ** 2) / length ** 0.5).toFixed(4)} 0.5 ${(200 * length ** 2).toFixed(3)} 0 0`,
      OUTFALLS: 'OUT 0 FREE',
      CONDUITS: `C0 N0 N1 ${level(120)} 0.015 0 0\nC1 N1 POND ${level(120)} 0.015 0 ${level(0.1)}\nC2 N2 OUT ${level(150)} 0.015 0 0`,
      WEIRS: `W POND N2 TRANSVERSE ${level(0.8)} ${(1.84 * Math.sqrt(length)).toFixed(4)} NO 0 0 YES`,
      ORIFICES: `O POND N2 SIDE ${level(0.1)} 0.6`,
      XSECTIONS: `C0 RECT_OPEN ${level(1)} ${level(1.2)} 0 0\nC1 CIRCULAR ${level(1)} 0 0 0\nC2 RECT_OPEN ${level(1.5)} ${level(1.5)} 0 0\nW RECT_OPEN ${level(1)} ${level(1)} 0 0\nO CIRCULAR ${level(0.4)} 0 0 0`,
      INFLOWS: 'N0 FLOW Q FLOW 1 1 0',
      TIMESERIES: `${series.join('\n')}\n${[20, 60, 90, 40, 0].map((value, index) => `R ${(index / 6).toFixed(5)} ${(value * rate).toFixed(4)}`).join('\n')}`,
    },
    { FLOW_UNITS: unit },
  );
}

const elevations = {
  JUNCTIONS: 'N0 3 4\nN1 2 4\nN2 1 4',
  OUTFALLS: 'OUT 0 FREE',
  CONDUITS: 'C0 N0 N1 120 0.015 3.2 2.4\nC1 N1 N2 120 0.015 * 1.3\nC2 N2 OUT 120 0.015 1 0.4',
  XSECTIONS: 'C0 CIRCULAR 0.8 0 0 0\nC1 CIRCULAR 0.8 0 0 0\nC2 CIRCULAR 0.8 0 0 0',
  INFLOWS: 'N0 FLOW Q FLOW 1 0.8 0.05',
  TIMESERIES: 'Q 01/15/2024 0:00 0\nQ 01/15/2024 0:45 0.6\nQ 2:15 0\nQ 01/16/2024 0:00 0',
};

/** The same conduits with heights above the nodes. */
const onBeds = elevations.CONDUITS.replace('3.2 2.4', '0.2 0.4').replace('* 1.3', '0 0.3').replace('1 0.4', '0 0.4');

/** Unit systems, offsets, dates, names. */
export const unitCases: readonly VerificationCase[] = [
  ...Object.entries(metric).map(([unit, flow]) => ({
    name: `units-${unit.toLowerCase()}`,
    pins: `a model in ${unit}`,
    inp: street(unit, { flow, length: 1, depth: 1, rate: 1, land: 1 }),
  })),
  ...Object.entries(american).map(([unit, flow]) => ({
    name: `units-${unit.toLowerCase()}`,
    pins: `a model in ${unit} and US units`,
    inp: street(unit, { flow, length: 1 / 0.3048, depth: 1 / 25.4, rate: 1 / 25.4, land: 2.47105 }),
  })),
  {
    name: 'offsets-elevation',
    pins: 'offsets given as elevations, `*`, a scaled and dated series',
    inp: inpText('Elevations', elevations, { LINK_OFFSETS: 'ELEVATION' }),
  },
  {
    name: 'report-averages',
    pins: 'means over the report step in place of values at its end',
    inp: inpText('Averages', { ...elevations, CONDUITS: onBeds }, { REPORT_STEP: '00:15:00' }).replace(
      '[REPORT]',
      '[REPORT]\nAVERAGES YES',
    ),
  },
  {
    name: 'names-any-case',
    pins: 'names in other capitals than their definition, and a run across midnight',
    inp: inpText(
      'Names',
      {
        ...elevations,
        CONDUITS: onBeds.replace('N0 N1', 'n0 n1'),
      },
      { START_TIME: '22:00:00', START_DATE: '01/14/2024', REPORT_START_DATE: '01/14/2024', REPORT_START_TIME: '22:00:00' },
    ),
  },
];
