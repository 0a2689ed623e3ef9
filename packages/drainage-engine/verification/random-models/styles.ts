import type { Style } from './draft.ts';

const american = { CFS: 8, GPM: 1, MGD: 1 };
const everywhere = { CFS: 3, GPM: 1, MGD: 1, CMS: 3, LPS: 1, MLD: 1 };
const pipes = { CIRCULAR: 1 };
const channels = { TRAPEZOIDAL: 3, IRREGULAR: 3, RECT_OPEN: 2, TRIANGULAR: 1, PARABOLIC: 1, POWER: 0.5, CIRCULAR: 1, RECT_CLOSED: 1 };
const shapes = {
  ...channels,
  CIRCULAR: 6,
  FORCE_MAIN: 0.5,
  FILLED_CIRCULAR: 0.5,
  EGG: 1,
  ARCH: 1,
  HORSESHOE: 0.5,
  HORIZ_ELLIPSE: 0.5,
  MODBASKETHANDLE: 0.5,
  RECT_TRIANGULAR: 0.5,
  RECT_ROUND: 0.5,
  CUSTOM: 0.5,
};

const sewer: Style = {
  name: 'storm-sewer',
  units: { ...american, CMS: 2 },
  routing: 'DYNWAVE',
  conduits: [5, 40],
  hours: [4, 12],
  shapes: pipes,
  loops: 0.3,
  ponds: 0,
  pumps: 0,
  catchments: 0.9,
  dryWeather: 0,
  inflows: 0.1,
  oddities: 0.3,
};

/** Kinds of models, commonest first, each with its weight. */
export const styles: readonly (readonly [weight: number, style: Style])[] = [
  [6, sewer],
  [5, { ...sewer, name: 'detention', conduits: [5, 20], hours: [6, 24], ponds: 0.25, shapes: { CIRCULAR: 4, TRAPEZOIDAL: 2, RECT_CLOSED: 1 }, loops: 0.1 }],
  [3, { ...sewer, name: 'sanitary', hours: [24, 96], pumps: 0.12, catchments: 0.2, dryWeather: 0.8, loops: 0.1 }],
  [3, { ...sewer, name: 'channels', units: everywhere, shapes: channels, loops: 0.2, inflows: 0.3 }],
  [2, { ...sewer, name: 'inflow-only', units: everywhere, catchments: 0, inflows: 0.6, loops: 0.6, shapes }],
  [2, { ...sewer, name: 'combined', hours: [12, 48], dryWeather: 0.5, pumps: 0.06, ponds: 0.06, loops: 0.5 }],
  [4, { ...sewer, name: 'everything', units: everywhere, conduits: [8, 60], shapes, loops: 0.5, ponds: 0.1, pumps: 0.06, dryWeather: 0.3, inflows: 0.2, oddities: 1 }],
  [1, { ...sewer, name: 'kinematic', routing: 'KINWAVE', loops: 0, units: everywhere, shapes: { ...pipes, TRAPEZOIDAL: 0.5 } }],
  [0.5, { ...sewer, name: 'steady', routing: 'STEADY', loops: 0 }],
]; // prettier-ignore
