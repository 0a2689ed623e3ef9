import { frequencyHash, hashSide } from './frequency-hash.ts';
import type { GreyPicture } from './grey-picture.ts';
import { AreaMeans, whole, type Window } from './window.ts';

/** Cells a side of the small picture kept for a closer look. */
export const thumbnailSide = 64;

/** Where somebody cuts who cuts off up to a tenth: nothing, the far edge, both, the near edge. */
const cuts: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, 0.9],
  [0.05, 0.95],
  [0.1, 1],
];

/** The parts of a picture that get a hash each; the first is the whole. */
export const parts: readonly Window[] = cuts.flatMap(([top, bottom]) => cuts.map(([left, right]) => ({ left, right, top, bottom })));

/** How many hashes a fingerprint has. */
export const partCount = parts.length;

/** What is kept of a picture to find it again. */
export interface Fingerprint {
  /** One hash of 64 bits for each part; the first is that of the whole. */
  readonly hashes: readonly bigint[];
  /** The whole, small and grey, `thumbnailSide` cells a side. */
  readonly thumbnail: Uint8Array;
}

/**
 * The fingerprint of a picture. Give it some 256 pixels a side: more costs time and tells nothing more.
 *
 * @example fingerprintOf(greyPicture(256, 256, pixels))
 */
export function fingerprintOf(picture: GreyPicture): Fingerprint {
  const means = new AreaMeans(picture);
  return {
    hashes: parts.map((part) => frequencyHash(means.drawn(part, hashSide))),
    thumbnail: Uint8Array.from(means.drawn(whole, thumbnailSide), Math.round),
  };
}
