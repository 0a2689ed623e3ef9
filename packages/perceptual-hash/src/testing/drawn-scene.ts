import { seeded } from './seeded.ts';

/** Pixels of red, green and blue, row after row. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** One visit to a place: where one stands, how bright the day is, and who happens to pass by. */
export interface Visit {
  readonly seed: number;
  /** Steps aside and nearer, as shares of the picture; near things move more than far ones. */
  readonly aside: number;
  readonly nearer: number;
  readonly brightness: number;
}

type Colour = readonly [number, number, number];
const width = 384;
const height = 288;

/** The first visit: straight on, on a plain day. */
export const firstVisit: Visit = { seed: 1, aside: 0, nearer: 0, brightness: 1 };

/**
 * Draws a place as a phone sees it: sky, houses along the horizon, ground with a drain or road running away, plants, things lying about, and
 * on each visit other people and another sky. Invented; the same seed draws the same place.
 */
export function drawnScene(place: number, visit: Visit = firstVisit): Drawn {
  const chance = seeded(place * 7919 + 17);
  const passing = seeded(place * 104_729 + visit.seed * 31 + 5);
  const canvas = new Canvas(visit);
  const horizon = 0.25 + chance() * 0.35;
  canvas.sky(horizon, colour(chance, 150, 105), passing);
  canvas.ground(horizon, colour(chance, 70, 110), seedOf(chance));
  const houses = 3 + Math.floor(chance() * 7);
  for (let house = 0; house < houses; house += 1) drawHouse(canvas, chance, horizon);
  drawStrip(canvas, chance, horizon);
  const things = 6 + Math.floor(chance() * 14);
  for (let thing = 0; thing < things; thing += 1) {
    const depth = chance() ** 1.5;
    const y = horizon + (1 - horizon) * depth;
    const size = 0.03 + 0.16 * depth * chance();
    const box = { left: chance() * 1.1 - 0.05, top: y - size, width: size * (0.4 + chance() * 1.6), height: size, depth };
    if (chance() < 0.55) canvas.patch(box, colour(chance, 20, 140), seedOf(chance));
    else canvas.box(box, colour(chance, 15, 225));
  }
  const people = Math.floor(passing() * 4);
  for (let person = 0; person < people; person += 1) {
    const depth = 0.2 + passing() * 0.7;
    const tall = 0.1 + 0.25 * depth;
    const y = horizon + (1 - horizon) * depth;
    canvas.box({ left: passing(), top: y - tall, width: tall * 0.3, height: tall, depth }, colour(passing, 20, 220));
  }
  return canvas.finish(passing);
}

function seedOf(chance: () => number): number {
  return Math.floor(chance() * 2 ** 31);
}

function colour(chance: () => number, from: number, span: number): Colour {
  return [from + chance() * span, from + chance() * span, from + chance() * span];
}

function drawHouse(canvas: Canvas, chance: () => number, horizon: number): void {
  const depth = chance() * 0.25;
  const tall = 0.08 + chance() * (0.2 + depth);
  const house = { left: chance() * 1.1 - 0.1, top: horizon - tall + 0.02, width: 0.08 + chance() * 0.25, height: tall, depth };
  canvas.box(house, colour(chance, 60, 180));
  const roof = colour(chance, 30, 150);
  canvas.box({ ...house, left: house.left - 0.01, width: house.width + 0.02, height: tall * (0.1 + chance() * 0.25) }, roof);
  const windows = Math.floor(chance() * 5);
  const glass = colour(chance, 10, 90);
  for (let index = 0; index < windows; index += 1) {
    const left = house.left + (house.width * (index + 0.3)) / windows;
    canvas.box({ left, top: house.top + tall * 0.45, width: (house.width / windows) * 0.4, height: tall * 0.25, depth }, glass);
  }
}

/** The drain, road or canal that the photo is about: it narrows towards the horizon. */
function drawStrip(canvas: Canvas, chance: () => number, horizon: number): void {
  const far = chance();
  const near = chance() * 1.2 - 0.1;
  const [wide, narrow] = [0.15 + chance() * 0.4, 0.01 + chance() * 0.05];
  const [inside, edge] = [colour(chance, 20, 130), colour(chance, 90, 150)];
  const rows = 60;
  for (let row = 0; row < rows; row += 1) {
    const depth = (row / rows) ** 1.4;
    const centre = far + (near - far) * depth;
    const half = narrow + (wide - narrow) * depth;
    const top = horizon + (1 - horizon) * depth;
    const tall = (1 - horizon) * (((row + 1) / rows) ** 1.4 - depth) + 0.004;
    canvas.box({ left: centre - half, top, width: half * 2, height: tall, depth }, edge);
    canvas.box({ left: centre - half * 0.85, top, width: half * 1.7, height: tall, depth }, inside);
  }
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** 0 at the horizon, 1 at one's feet. */
  readonly depth: number;
}

class Canvas {
  readonly #visit: Visit;
  readonly #pixels = new Float32Array(width * height * 3);

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  sky(horizon: number, tint: Colour, passing: () => number): void {
    const clouds = roughness(Math.floor(passing() * 2 ** 31), 6);
    this.#each(0, 1, 0, horizon + 0.05, (x, y) => {
      const light = 0.75 + 0.35 * (y / (horizon + 0.05)) + 0.35 * (clouds(x, y) - 0.5);
      return [tint[0] * light, tint[1] * light, tint[2] * light];
    });
  }

  ground(horizon: number, tint: Colour, seed: number): void {
    const grain = roughness(seed, 10);
    this.#each(0, 1, horizon, 1, (x, y) => {
      const depth = (y - horizon) / (1 - horizon);
      const [u, v] = this.#unmoved(x, y, depth);
      const light = 0.7 + 0.6 * grain(u * (1.6 - depth), v * 2);
      return [tint[0] * light, tint[1] * light, tint[2] * light];
    });
  }

  box(box: Box, tint: Colour): void {
    const { left, right, top, bottom } = this.#moved(box);
    this.#each(left, right, top, bottom, () => tint);
  }

  /** Something grown or heaped up: a blob with a rough edge and inside. */
  patch(box: Box, tint: Colour, seed: number): void {
    const { left, right, top, bottom } = this.#moved(box);
    const rough = roughness(seed, 8);
    this.#each(left, right, top, bottom, (x, y) => {
      const [u, v] = [(2 * (x - left)) / (right - left) - 1, (2 * (y - top)) / (bottom - top) - 1];
      const texture = rough((u + 1) / 2, (v + 1) / 2);
      if (u * u + v * v > 0.4 + texture) return null;
      return [tint[0] * (0.4 + texture), tint[1] * (0.4 + texture), tint[2] * (0.4 + texture)];
    });
  }

  finish(passing: () => number): Drawn {
    const [fromLeft, fromTop] = [(passing() - 0.5) * 0.3, (passing() - 0.5) * 0.2];
    const pixels = new Uint8Array(this.#pixels.length);
    for (let index = 0; index < pixels.length; index += 1) {
      const at = Math.floor(index / 3);
      const light =
        this.#visit.brightness * (1 + fromLeft * ((at % width) / width - 0.5) + fromTop * (Math.floor(at / width) / height - 0.5));
      const noise = (passing() + passing() - 1) * 9;
      pixels[index] = Math.max(0, Math.min(255, this.#pixels[index]! * light + noise));
    }
    return { width, height, pixels };
  }

  #moved(box: Box): { left: number; right: number; top: number; bottom: number } {
    const { aside, nearer } = this.#visit;
    const scale = 1 + nearer * (0.3 + box.depth);
    const shift = aside * (0.15 + box.depth);
    const place = (value: number, centre: number): number => centre + (value - centre) * scale;
    return {
      left: place(box.left, 0.5) + shift,
      right: place(box.left + box.width, 0.5) + shift,
      top: place(box.top, 0.45),
      bottom: place(box.top + box.height, 0.45),
    };
  }

  #unmoved(x: number, y: number, depth: number): [number, number] {
    const { aside, nearer } = this.#visit;
    const scale = 1 + nearer * (0.3 + depth);
    return [(x - aside * (0.15 + depth) - 0.5) / scale + 0.5, (y - 0.45) / scale + 0.45];
  }

  #each(left: number, right: number, top: number, bottom: number, paint: (x: number, y: number) => Colour | null): void {
    const [fromX, toX] = [Math.max(0, Math.round(left * width)), Math.min(width, Math.round(right * width))];
    const [fromY, toY] = [Math.max(0, Math.round(top * height)), Math.min(height, Math.round(bottom * height))];
    for (let y = fromY; y < toY; y += 1) {
      for (let x = fromX; x < toX; x += 1) {
        const painted = paint(x / width, y / height);
        if (!painted) continue;
        for (let channel = 0; channel < 3; channel += 1) this.#pixels[(y * width + x) * 3 + channel] = painted[channel]!;
      }
    }
  }
}

/** Rough stuff between 0 and 1: random values on finer and finer grids, smoothed between (value noise, three octaves). */
function roughness(seed: number, cells: number): (x: number, y: number) => number {
  const chance = seeded(seed);
  const size = 64;
  const values = Float32Array.from({ length: size * size }, chance);
  const at = (x: number, y: number): number => values[(((y % size) + size) % size) * size + (((x % size) + size) % size)]!;
  const smooth = (x: number, y: number): number => {
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [x - column, y - row];
    const upper = at(column, row) * (1 - u) + at(column + 1, row) * u;
    const lower = at(column, row + 1) * (1 - u) + at(column + 1, row + 1) * u;
    return upper * (1 - v) + lower * v;
  };
  return (x, y) => {
    const [u, v] = [x * cells, y * cells];
    return 0.55 * smooth(u, v) + 0.3 * smooth(u * 2.3 + 7, v * 2.3 + 3) + 0.15 * smooth(u * 5.1 + 11, v * 5.1 + 19);
  };
}
