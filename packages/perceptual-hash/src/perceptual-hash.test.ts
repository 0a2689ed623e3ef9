import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fingerprintOf,
  greyPicture,
  hammingDistance,
  isSamePicture,
  likeness,
  partCount,
  PictureMalformed,
  worthComparing,
} from './index.ts';
import { drawnScene, firstVisit, type Visit } from './testing/drawn-scene.ts';
import { seeded } from './testing/seeded.ts';

function grey(place: number, visit: Visit = firstVisit): { width: number; height: number; pixels: Uint8Array } {
  const { width, height, pixels } = drawnScene(place, visit);
  return {
    width,
    height,
    pixels: Uint8Array.from(
      { length: width * height },
      (_, at) => 0.3 * pixels[at * 3]! + 0.6 * pixels[at * 3 + 1]! + 0.1 * pixels[at * 3 + 2]!,
    ),
  };
}

function cut(picture: ReturnType<typeof grey>, left: number, top: number, share: number): ReturnType<typeof grey> {
  const [width, height] = [Math.floor(picture.width * share), Math.floor(picture.height * share)];
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      pixels[y * width + x] =
        picture.pixels[(y + Math.floor(top * picture.height)) * picture.width + x + Math.floor(left * picture.width)]!;
  return { width, height, pixels };
}

const nearest = (a: readonly bigint[], b: readonly bigint[]): number =>
  Math.min(...a.map((hash) => hammingDistance(hash, b[0]!)), ...b.map((hash) => hammingDistance(hash, a[0]!)));

describe('a fingerprint', () => {
  it('is the same for the same pixels, and has a hash of 64 bits for each part', () => {
    const [a, b] = [fingerprintOf(grey(1)), fingerprintOf(grey(1))];
    expect(a).toEqual(b);
    expect(a.hashes).toHaveLength(partCount);
    expect(a.hashes.every((hash) => hash >= 0n && hash < 1n << 64n)).toBe(true);
    expect(likeness(a.thumbnail, b.thumbnail)).toBeCloseTo(1, 6);
  });

  it('finds a picture again that was cut by a tenth anywhere and made lighter and rougher', () => {
    const chance = seeded(4);
    for (const place of [1, 2, 4, 7, 10]) {
      const whole = grey(place);
      const part = cut(whole, chance() * 0.1, chance() * 0.1, 0.9);
      const spoilt = { ...part, pixels: part.pixels.map((pixel) => Math.min(255, pixel * 1.1 + 5 + chance() * 8)) };
      const [a, b] = [fingerprintOf(whole), fingerprintOf(spoilt)];
      expect(nearest(a.hashes, b.hashes), `place ${place}`).toBeLessThanOrEqual(worthComparing);
      expect(isSamePicture(a.thumbnail, b.thumbnail), `place ${place}`).toBe(true);
      expect(isSamePicture(b.thumbnail, a.thumbnail), `place ${place}, the other way round`).toBe(true);
    }
  });

  it('does not take another place, nor the same place on another day, for the same picture', () => {
    for (const place of [1, 2, 4, 7, 10]) {
      const here = fingerprintOf(grey(place));
      expect(isSamePicture(here.thumbnail, fingerprintOf(grey(place + 500)).thumbnail)).toBe(false);
      const later = fingerprintOf(grey(place, { seed: 9, aside: 0.12, nearer: 0.08, brightness: 1.1 }));
      expect(isSamePicture(here.thumbnail, later.thumbnail), `place ${place}`).toBe(false);
    }
  });

  it('is made of any picture, one of a single grey and one of a single pixel too; plain ones are never the same', () => {
    const plain = fingerprintOf(greyPicture(40, 30, new Uint8Array(1200).fill(128)));
    expect(isSamePicture(plain.thumbnail, plain.thumbnail)).toBe(false);
    expect(fingerprintOf(greyPicture(1, 1, new Uint8Array([7]))).hashes).toHaveLength(partCount);
    expect(() => greyPicture(3, 2, new Uint8Array(5))).toThrow(PictureMalformed);
    expect(() => greyPicture(0, 2, new Uint8Array(0))).toThrow(PictureMalformed);
  });
});

describe('the distance of two hashes', () => {
  const hash = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
  it('counts the bits that differ', () => {
    fc.assert(
      fc.property(hash, hash, (a, b) => {
        const counted = (a ^ b).toString(2).replaceAll('0', '').length;
        expect(hammingDistance(a, b)).toBe(counted);
        expect(hammingDistance(b, a)).toBe(counted);
      }),
    );
  });
});
