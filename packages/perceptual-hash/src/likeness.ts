import { parts, thumbnailSide } from './fingerprint.ts';
import { greyPicture } from './grey-picture.ts';
import { AreaMeans, whole, type Window } from './window.ts';

/** Two hashes that differ in no more bits than this are worth a closer look. */
export const worthComparing = 18;
/** From this likeness on two photos show the same picture; see `bench/evidence.ts` for how often that is wrong. */
export const sameFrom = 0.965;

const side = 48;
const blockSide = 8;
const blocksAcross = side / blockSide;
/** Grey steps by which a block's cells must differ to show anything: sky and plain walls are alike everywhere. */
const leastTexture = 6;
const fewestBlocks = 4;
const steps = [0.03, 0.03, 0.015, 0.008];
/** Pictures that are no more alike than this at the first look are other pictures; a closer one would cost time and tell nothing. */
const hopeless = 0.4;

/**
 * How alike two small pictures are, 0 to 1, where one may be a part of the other cut by up to a tenth. Compared block by
 * block, and the middle of the blocks counts: a stamp spoils some, not the middle; brightness and contrast do not matter (normalised correlation).
 *
 * @param a a `Fingerprint`'s thumbnail
 * @param b another's
 */
export function likeness(a: Uint8Array, b: Uint8Array): number {
  const [first, second] = [thumbnailMeans(a), thumbnailMeans(b)];
  return Math.max(bestInside(first, second), bestInside(second, first));
}

/** Whether two thumbnails show the same picture. */
export function isSamePicture(a: Uint8Array, b: Uint8Array): boolean {
  return likeness(a, b) >= sameFrom;
}

function thumbnailMeans(thumbnail: Uint8Array): AreaMeans {
  return new AreaMeans(greyPicture(thumbnailSide, thumbnailSide, thumbnail));
}

/** The best likeness of the whole of one picture to a part of the other. */
function bestInside(cut: AreaMeans, source: AreaMeans): number {
  const wanted = cut.drawn(whole, side);
  const at = (window: Window): number => middleOfBlocks(wanted, source.drawn(window, side));
  let best = parts.map((window) => ({ window, value: at(window) })).reduce((a, b) => (b.value > a.value ? b : a));
  if (best.value < hopeless) return Math.max(0, best.value);
  for (const step of steps) {
    for (const window of around(best.window, step)) {
      const value = at(window);
      if (value > best.value) best = { window, value };
    }
  }
  return best.value;
}

/** Windows whose edges lie up to one step further in or out, each edge for itself: moved one by one they would stop too early. */
function around(window: Window, step: number): Window[] {
  const moves = [-step, 0, step];
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  return moves.flatMap((left) =>
    moves.flatMap((right) =>
      moves.flatMap((top) =>
        moves.map((bottom) => ({
          left: within(window.left + left),
          right: within(window.right + right),
          top: within(window.top + top),
          bottom: within(window.bottom + bottom),
        })),
      ),
    ),
  );
}

/** The middle of how alike the blocks are that show anything; 0 where too few do. */
function middleOfBlocks(a: Float64Array, b: Float64Array): number {
  const found: number[] = [];
  for (let row = 0; row < blocksAcross; row += 1) {
    for (let column = 0; column < blocksAcross; column += 1) {
      const value = blockCorrelation(a, b, row * blockSide * side + column * blockSide);
      if (value !== null) found.push(value);
    }
  }
  if (found.length < fewestBlocks) return 0;
  return found.sort((x, y) => x - y)[Math.floor(found.length / 2)]!;
}

/** Pearson's correlation of one block's cells; null where the block shows nothing in either. */
function blockCorrelation(a: Float64Array, b: Float64Array, start: number): number | null {
  let [sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0];
  for (let y = 0; y < blockSide; y += 1) {
    for (let x = 0; x < blockSide; x += 1) {
      const [p, q] = [a[start + y * side + x]!, b[start + y * side + x]!];
      sumA += p;
      sumB += q;
      squareA += p * p;
      squareB += q * q;
      product += p * q;
    }
  }
  const count = blockSide * blockSide;
  const spreadA = Math.sqrt(Math.max(0, squareA / count - (sumA / count) ** 2));
  const spreadB = Math.sqrt(Math.max(0, squareB / count - (sumB / count) ** 2));
  if (spreadA < leastTexture && spreadB < leastTexture) return null;
  if (spreadA === 0 || spreadB === 0) return 0;
  return (product / count - (sumA / count) * (sumB / count)) / (spreadA * spreadB);
}
