import type { Draft } from './draft.ts';

/** A conduit's section as it was drawn. */
export interface DrawnSection {
  readonly shape: string;
  /** Rest of its row of [XSECTIONS] after the shape. */
  readonly words: readonly (string | number)[];
  /** Full depth, m. */
  readonly depth: number;
  readonly roughness: number;
  readonly isOpen: boolean;
}

/** Nominal diameters that are made, inches. */
const INCHES = [8, 10, 12, 15, 18, 21, 24, 27, 30, 36, 42, 48, 54, 60, 66, 72, 84, 96, 108, 120];
const pipeRoughness = [0.011, 0.012, 0.013, 0.013, 0.013, 0.015];
const channelRoughness = [0.02, 0.025, 0.03, 0.035, 0.04];

/** A section that carries about a flow (m3/s) at a slope, both at least a small value. */
export function drawSection(draft: Draft, shape: string, flow: number, slope: number): DrawnSection {
  const { dice } = draft;
  const s = Math.max(slope, 0.0008);
  const q = Math.max(flow, 0.01);
  const isOpen = ['TRAPEZOIDAL', 'IRREGULAR', 'RECT_OPEN', 'TRIANGULAR', 'PARABOLIC', 'POWER'].includes(shape);
  const n = dice.one(isOpen ? channelRoughness : pipeRoughness);
  // Diameter of the circle that just carries it (Manning): all other sizes follow from it.
  const needed = (3.208 * q * n / Math.sqrt(s)) ** 0.375; // prettier-ignore
  const found = (depth: number, ...words: readonly (string | number)[]): DrawnSection => ({ shape, words, depth, roughness: n, isOpen });
  const sized = (depth: number, width: number, third: number | string = 0, fourth: number | string = 0): DrawnSection =>
    found(depth, draft.length(depth), draft.length(width), third, fourth);
  const size = Math.min(4, Math.max(0.2, needed));
  switch (shape) {
    case 'CIRCULAR':
    case 'FILLED_CIRCULAR':
    case 'FORCE_MAIN': {
      const inches = INCHES.find((one) => one * 0.0254 >= needed * 0.97) ?? 144;
      const diameter = draft.scale.isMetric ? Math.ceil(needed * 20) / 20 : inches * 0.0254;
      const depth = Math.max(0.2, diameter);
      if (shape === 'FILLED_CIRCULAR') return found(depth, draft.length(depth), draft.length(depth * dice.between(0.05, 0.3)), 0, 0);
      if (shape === 'CIRCULAR') return found(depth, draft.length(depth), 0, 0, 0);
      draft.options['FORCE_MAIN_EQUATION'] ??= dice.one(['H-W', 'D-W']);
      const rough =
        draft.options['FORCE_MAIN_EQUATION'] === 'H-W'
          ? dice.whole(90, 140)
          : (dice.between(0.1, 1) * (draft.scale.isMetric ? 1 : 1 / 25.4)).toFixed(4);
      return found(depth, draft.length(depth), rough, 0, 0);
    }
    case 'RECT_CLOSED':
    case 'RECT_OPEN':
      return sized(size * 0.8, size * dice.between(0.9, 1.8));
    case 'TRAPEZOIDAL':
      return sized(size * 0.8, size * dice.between(0.5, 1.5), dice.between(0.5, 4).toFixed(1), dice.between(0.5, 4).toFixed(1));
    case 'TRIANGULAR':
      return sized(size, size * dice.between(2, 6));
    case 'PARABOLIC':
      return sized(size * 0.8, size * dice.between(1.5, 4));
    case 'POWER':
      return sized(size * 0.8, size * dice.between(1.5, 3), dice.between(1.2, 3).toFixed(2));
    case 'IRREGULAR':
      return drawTransect(draft, size * 0.9, n);
    case 'ARCH':
      return sized(size * 0.85, size * 1.3);
    case 'HORIZ_ELLIPSE':
      return sized(size * 0.85, size * 0.85 * 1.5);
    case 'MODBASKETHANDLE':
      return sized(size, size, draft.length(size * 0.6));
    case 'RECT_TRIANGULAR':
      return sized(size, size, draft.length(size * 0.25));
    case 'RECT_ROUND':
      return sized(size, size, draft.length(size * 0.7));
    case 'CUSTOM': {
      const curve = draft.name('SHAPE');
      draft.add('CURVES', curve, 'SHAPE', 0, 0.3, 0.3, 0.9, 0.6, 1, 0.8, 0.8, 1, 0.15);
      return found(size * 1.1, draft.length(size * 1.1), curve, 0, 0);
    }
    default:
      return found(size * 1.1, draft.length(size * 1.1), 0, 0, 0);
  }
}

/** A natural channel with overbanks. */
function drawTransect(draft: Draft, depth: number, roughness: number): DrawnSection {
  const { dice } = draft;
  const name = draft.name('T');
  const half = depth * dice.between(0.8, 2);
  const bank = depth * dice.between(0.4, 0.8);
  const over = dice.between(2, 10) * depth;
  const points: [height: number, station: number][] = [
    [depth, 0],
    [bank + 0.1 * depth, over * 0.6],
    [bank, over],
    [dice.between(0, 0.1) * depth, over + half * 0.6],
    [0, over + half],
    [dice.between(0, 0.1) * depth, over + half * 1.5],
    [bank, over + 2 * half],
    [bank + 0.15 * depth, over * 1.5 + 2 * half],
    [depth, over * 2 + 2 * half],
  ];
  draft.add('TRANSECTS', 'NC', (roughness * 2).toFixed(3), (roughness * 2).toFixed(3), roughness);
  draft.add('TRANSECTS', 'X1', name, points.length, draft.length(over), draft.length(over + 2 * half), 0, 0, 0, 0, 0, 0);
  for (let at = 0; at < points.length; at += 5) {
    draft.add('TRANSECTS', 'GR', ...points.slice(at, at + 5).flatMap(([height, station]) => [draft.length(height), draft.length(station)]));
  }
  return { shape: 'IRREGULAR', words: [name, 0, 0, 0], depth, roughness, isOpen: true };
}
