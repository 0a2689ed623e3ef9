import type { GreyPicture } from './grey-picture.ts';

/** A part of a picture; edges as shares of its width and height, 0 to 1. */
export interface Window {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The whole picture. */
export const whole: Window = { left: 0, right: 1, top: 0, bottom: 1 };

/**
 * Means of a picture's areas in constant time each, from the sums of all pixels above and left of every corner (Crow, SIGGRAPH 1984).
 * Edges may fall between pixels.
 */
export class AreaMeans {
  readonly #width: number;
  readonly #height: number;
  readonly #sums: Float64Array;

  constructor({ width, height, pixels }: GreyPicture) {
    this.#width = width;
    this.#height = height;
    const stride = width + 1;
    const sums = new Float64Array(stride * (height + 1));
    for (let y = 0; y < height; y += 1) {
      let row = 0;
      for (let x = 0; x < width; x += 1) {
        row += pixels[y * width + x]!;
        sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1]! + row;
      }
    }
    this.#sums = sums;
  }

  /** A window drawn on a square of so many cells a side, each the mean of what it covers. */
  drawn(window: Window, side: number): Float64Array {
    const columns = edges(window.left * this.#width, window.right * this.#width, side);
    const rows = edges(window.top * this.#height, window.bottom * this.#height, side);
    const corners = new Float64Array((side + 1) * (side + 1));
    for (let j = 0; j <= side; j += 1)
      for (let i = 0; i <= side; i += 1) corners[j * (side + 1) + i] = this.#sumUpTo(columns[i]!, rows[j]!);
    const cells = new Float64Array(side * side);
    for (let j = 0; j < side; j += 1) {
      for (let i = 0; i < side; i += 1) {
        const at = j * (side + 1) + i;
        const sum = corners[at + side + 2]! - corners[at + side + 1]! - corners[at + 1]! + corners[at]!;
        cells[j * side + i] = sum / ((columns[i + 1]! - columns[i]!) * (rows[j + 1]! - rows[j]!));
      }
    }
    return cells;
  }

  #sumUpTo(x: number, y: number): number {
    const [left, top] = [Math.min(Math.floor(x), this.#width - 1), Math.min(Math.floor(y), this.#height - 1)];
    const [across, down] = [x - left, y - top];
    const at = top * (this.#width + 1) + left;
    const below = at + this.#width + 1;
    const upper = this.#sums[at]! * (1 - across) + this.#sums[at + 1]! * across;
    const lower = this.#sums[below]! * (1 - across) + this.#sums[below + 1]! * across;
    return upper * (1 - down) + lower * down;
  }
}

function edges(from: number, to: number, count: number): Float64Array {
  return Float64Array.from({ length: count + 1 }, (_, index) => from + ((to - from) * index) / count);
}
