import { inflow, inpText, wave } from '../inp-text.ts';
import type { VerificationCase } from '../verification-case.ts';

/** A storage between a feeding and a draining pipe. */
const basin = (shape: string, curves = '', depth = 3, options: Readonly<Record<string, string>> = {}): string =>
  inpText(
    'Basin',
    {
      JUNCTIONS: 'N0 2 4\nN1 0 4',
      STORAGE: `POND 0.5 ${depth} 0 ${shape}`,
      OUTFALLS: 'OUT -0.5 FREE',
      CONDUITS: 'C0 N0 POND 150 0.015 0 0.5\nC1 POND N1 100 0.015 0 0\nC2 N1 OUT 100 0.015 0 0',
      XSECTIONS: 'C0 CIRCULAR 1.2 0 0 0\nC1 CIRCULAR 0.5 0 0 0\nC2 CIRCULAR 0.8 0 0 0',
      INFLOWS: inflow('N0', 'Q'),
      TIMESERIES: wave('Q', { base: 0.05, peak: 2 }),
      ...(curves ? { CURVES: curves } : {}),
    },
    options,
  );

/** Ponds of every shape, with losses and overflow. */
export const storageCases: readonly VerificationCase[] = [
  { name: 'storage-tabular', pins: 'area from a table', inp: basin('TABULAR SC 0 0', 'SC STORAGE 0 200 1 800 2 1500 4 2500') },
  { name: 'storage-functional', pins: 'area by a formula', inp: basin('FUNCTIONAL 600 0.7 200 0 0') },
  { name: 'storage-cylindrical', pins: 'an elliptical cylinder', inp: basin('CYLINDRICAL 40 25 0 0 0') },
  { name: 'storage-conical', pins: 'a truncated cone', inp: basin('CONICAL 30 20 2 0 0') },
  { name: 'storage-paraboloid', pins: 'a paraboloid', inp: basin('PARABOLIC 60 40 3 0 0') },
  { name: 'storage-pyramidal', pins: 'a truncated pyramid', inp: basin('PYRAMIDAL 30 20 2 0 0') },
  { name: 'storage-overflow', pins: 'a pond that runs over', inp: basin('FUNCTIONAL 0 0 400 0 0', '', 2) },
  {
    name: 'storage-steady-seepage',
    pins: 'seepage at the conductivity through bottom and banks',
    inp: basin('PYRAMIDAL 30 20 2 0 0 0 40 0'),
  },
  {
    name: 'storage-evaporation',
    pins: 'evaporation of a pond and of open drains',
    inp: basin('FUNCTIONAL 0 0 4000 0 0.8').replace('[INFLOWS]', '[EVAPORATION]\nCONSTANT 60\n\n[INFLOWS]'),
  },
  {
    name: 'storage-evaporation-file',
    pins: 'evaporation by a climate file with pan coefficients',
    files: { 'climate.dat': 'STA 2024 1 14 31 24 20 3\nSTA 2024 1 15 32 24 1500 3\n' },
    inp: basin('FUNCTIONAL 0 0 4000 0 0.8').replace(
      '[INFLOWS]',
      '[TEMPERATURE]\nFILE climate.dat\n\n[EVAPORATION]\nFILE 0.8 1 1 1 1 1 1 1 1 1 1 1\n\n[INFLOWS]',
    ),
  },
  {
    name: 'storage-seepage',
    pins: 'seepage after Green and Ampt through a flat bottom and through banks',
    inp: basin('TABULAR SC 0 0 100 60 0.3', 'SC STORAGE 0 900 0.5 900 2 2000 4 2000'),
  },
  {
    name: 'storage-seepage-bottom',
    pins: 'seepage after Green and Ampt through a bottom alone',
    inp: basin('TABULAR SC 0 0 100 60 0.3', 'SC STORAGE 0 1500 4 1500'),
  },
  {
    // Where the area is a formula or a shape, SWMM 5.2.2 takes the flat bottom as square feet also in metric models: measured by its
    // first steps, ten elevenths of it then seep as banks do, under half the depth. In US units the two engines mean the same.
    name: 'storage-seepage-functional',
    pins: 'seepage after Green and Ampt through an area by a formula, in US units',
    inp: basin('FUNCTIONAL 0 0 4000 0 0 4 2.4 0.3', '', 10, { FLOW_UNITS: 'CFS' }),
  },
];
