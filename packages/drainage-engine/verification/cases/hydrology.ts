import { inpText, reach } from '../inp-text.ts';
import type { VerificationCase } from '../verification-case.ts';

/** mm/h every 10 minutes: two bursts with a pause, so that soil dries between them. */
const burst = [12, 30, 75, 110, 60, 25, 8, 0, 0, 0, 0, 0, 5, 40, 80, 35, 10, 0];
const rain = [...burst.map((rate, index) => `R ${((index * 10) / 60).toFixed(5)} ${rate}`), 'R 12 0'].join('\n');

interface Town {
  readonly infiltration?: string;
  readonly method?: string;
  readonly subarea?: string;
  readonly gauge?: string;
  readonly series?: string;
  readonly rows?: Record<string, string>;
  readonly catchments?: string;
  readonly options?: Record<string, string | number>;
}

/** Three catchments on a drain. */
const town = (
  title: string,
  {
    infiltration = '60 8 4 7 0',
    method = 'HORTON',
    subarea = '0.015 0.2 1.5 4 25 OUTLET',
    gauge,
    series,
    rows = {},
    catchments,
    options = {},
  }: Town = {},
): string =>
  inpText(
    title,
    {
      RAINGAGES: gauge ?? 'G INTENSITY 0:10 1 TIMESERIES R',
      SUBCATCHMENTS: catchments ?? 'S1 G N0 2.5 60 150 0.8 0\nS2 G N1 1.8 35 120 0.5 0\nS3 G N3 3.2 80 200 1.2 0',
      SUBAREAS: ['S1', 'S2', 'S3'].map((name) => `${name} ${subarea}`).join('\n'),
      INFILTRATION: ['S1', 'S2', 'S3'].map((name) => `${name} ${infiltration}`).join('\n'),
      ...reach({ count: 5, length: 120, slope: 0.002, section: 'RECT_OPEN 1.5 1.2 0 0', maximumDepth: 1.5, roughness: 0.018 }),
      TIMESERIES: series ?? rain,
      ...rows,
    },
    { INFILTRATION: method, ...options },
  );

const cumulative = (() => {
  let total = 0;
  return burst.map((rate, index) => `R ${((index * 10) / 60).toFixed(5)} ${(total += rate / 6).toFixed(4)}`).join('\n');
})();

const rainFile = burst
  .map((rate, index) => `STA 2024 1 15 ${Math.floor((index * 10) / 60)} ${(index * 10) % 60} ${(rate / 6).toFixed(4)}`)
  .join('\n');

/** Rain to runoff: soils, routing between and inside catchments, gauges, evaporation. */
export const hydrologyCases: readonly VerificationCase[] = [
  { name: 'soil-horton', pins: 'Horton infiltration with a pause in the rain', inp: town('Horton') },
  { name: 'soil-horton-limited', pins: 'Horton with a largest volume', inp: town('Horton limited', { infiltration: '60 8 4 7 25' }) },
  { name: 'soil-modified-horton', pins: 'modified Horton', inp: town('Modified Horton', { method: 'MODIFIED_HORTON' }) },
  { name: 'soil-green-ampt', pins: 'Green-Ampt', inp: town('Green-Ampt', { method: 'GREEN_AMPT', infiltration: '110 12 0.25' }) },
  {
    name: 'soil-modified-green-ampt',
    pins: 'modified Green-Ampt',
    inp: town('Modified Green-Ampt', { method: 'MODIFIED_GREEN_AMPT', infiltration: '110 12 0.25' }),
  },
  { name: 'soil-curve-number', pins: 'SCS curve numbers', inp: town('Curve number', { method: 'CURVE_NUMBER', infiltration: '82 0 7' }) },
  {
    name: 'soil-mixed-methods',
    pins: 'a method of its own for each catchment',
    inp: town('Mixed', { rows: { INFILTRATION: 'S1 60 8 4 7 0 HORTON\nS2 110 12 0.25 0 0 GREEN_AMPT\nS3 82 0 7 0 0 CURVE_NUMBER' } }),
  },
  {
    name: 'runoff-onto-pervious',
    pins: 'roofs that drain onto gardens',
    inp: town('Onto pervious', { subarea: '0.015 0.2 1.5 4 25 PERVIOUS 70' }),
  },
  {
    name: 'runoff-onto-impervious',
    pins: 'gardens that drain onto streets',
    inp: town('Onto impervious', { subarea: '0.015 0.2 1.5 4 25 IMPERVIOUS 100' }),
  },
  {
    name: 'catchment-onto-catchment',
    pins: 'a catchment that drains onto another',
    inp: town('Onto catchment', { catchments: 'S1 G S2 2.5 60 150 0.8 0\nS2 G N1 1.8 35 120 0.5 0\nS3 G N3 3.2 80 200 1.2 0' }),
  },
  {
    name: 'rain-volume',
    pins: 'rain as volumes of intervals',
    inp: town('Volume', {
      gauge: 'G VOLUME 0:10 1 TIMESERIES R',
      series: burst.map((rate, index) => `R ${((index * 10) / 60).toFixed(5)} ${(rate / 6).toFixed(4)}`).join('\n'),
    }),
  },
  {
    name: 'rain-cumulative',
    pins: 'rain summed since the start',
    inp: town('Cumulative', { gauge: 'G CUMULATIVE 0:10 1 TIMESERIES R', series: cumulative }),
  },
  {
    name: 'rain-file',
    pins: 'rain from a file in the standard format',
    files: { 'rain.dat': rainFile },
    inp: town('Rain file', { gauge: 'G VOLUME 0:10 1 FILE "rain.dat" STA MM' }),
  },
  {
    name: 'rain-two-gauges',
    pins: 'two gauges with different intervals, and a dated series',
    inp: town('Two gauges', {
      gauge: 'G INTENSITY 0:10 1 TIMESERIES R\nG2 INTENSITY 0:30 1 TIMESERIES R2',
      catchments: 'S1 G N0 2.5 60 150 0.8 0\nS2 G2 N1 1.8 35 120 0.5 0\nS3 G2 N3 3.2 80 200 1.2 0',
      series: `${rain}\nR2 01/15/2024 0:30 20\nR2 1:00 55\nR2 1:30 30\nR2 2:00 0`,
    }),
  },
  {
    name: 'evaporation-constant',
    pins: 'evaporation from wet surfaces',
    inp: town('Evaporation', { rows: { EVAPORATION: 'CONSTANT 24\nDRY_ONLY NO' } }),
  },
  {
    name: 'evaporation-monthly-dry',
    pins: 'monthly evaporation in dry hours only',
    inp: town('Dry evaporation', { rows: { EVAPORATION: 'MONTHLY 30 5 5 5 5 5 5 5 5 5 5 5\nDRY_ONLY YES' } }),
  },
  {
    name: 'monthly-adjustments',
    pins: 'rain and conductivity changed by month',
    // SWMM reads the first rain before it knows the month, so the rain begins with next to none.
    inp: town('Adjusted', {
      series: rain.replace(' 12\n', ' 0.01\n').replace(' 30\n', ' 0.01\n'),
      rows: { ADJUSTMENTS: 'RAINFALL 1.3 1 1 1 1 1 1 1 1 1 1 1\nCONDUCTIVITY 0.6 1 1 1 1 1 1 1 1 1 1 1' },
    }),
  },
  {
    name: 'monthly-patterns',
    pins: 'roughness, hollows and infiltration of single catchments by month',
    inp: town('Patterns', {
      rows: {
        PATTERNS: `PN MONTHLY 1.6 1 1 1 1 1 1 1 1 1 1 1
          PD MONTHLY 2 1 1 1 1 1 1 1 1 1 1 1
          PI MONTHLY 0.5 1 1 1 1 1 1 1 1 1 1 1`,
        ADJUSTMENTS: 'N-PERV S1 PN\nDSTORE S2 PD\nINFIL S3 PI',
      },
    }),
  },
  {
    name: 'outfall-onto-catchment',
    pins: 'an outfall whose water runs over a catchment into the next drain',
    inp: town('Onto', {
      rows: {
        OUTFALLS: 'OUT 0 FREE NO S4\nEND 0 FREE',
        SUBCATCHMENTS: 'S1 G N0 2.5 60 150 0.8 0\nS2 G N1 1.8 35 120 0.5 0\nS3 G N3 3.2 80 200 1.2 0\nS4 G END 1.5 20 200 0.8 0',
        SUBAREAS: ['S1', 'S2', 'S3', 'S4'].map((name) => `${name} 0.015 0.2 1.5 4 25 OUTLET`).join('\n'),
        INFILTRATION: ['S1', 'S2', 'S3', 'S4'].map((name) => `${name} 60 8 4 7 0`).join('\n'),
      },
    }),
  },
  {
    name: 'long-wet-step',
    pins: 'a wet step of 5 minutes under routing steps of 5 s',
    inp: town('Wet step', { options: { WET_STEP: '0:05:00' } }),
  },
  {
    name: 'dry-weather-patterns',
    pins: 'waste water with daily and hourly patterns, baseline with a monthly one',
    inp: town('Dry weather', {
      rows: {
        PATTERNS: `HOURS HOURLY 0.4 0.3 0.3 0.5 0.9 1.6 1.8 1.5 1.2 1 1 1.1
          HOURS 1.2 1 0.9 0.9 1 1.2 1.4 1.3 1.1 0.9 0.7 0.5
          DAYS DAILY 1.1 1 1 1 1 0.95 0.95
          MONTHS MONTHLY 1.4 1 1 1 1 1 1 1 1 1 1 1`,
        DWF: 'N0 FLOW 0.02 HOURS DAYS\nN2 FLOW 0.03 HOURS',
        INFLOWS: 'N1 FLOW "" FLOW 1 1 0.01 MONTHS',
      },
    }),
  },
];
