/** FNV-1a (Fowler, Noll and Vo) over UTF-16 code units, closed by the finaliser of MurmurHash3 (Appleby), which spreads near-equal ids. */
function hashOf(text: string, basis: number): number {
  let hash = 0x811c9dc5 ^ basis;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The state of a stream of random numbers: three words and a counter. */
export type RandomState = Int32Array;

/**
 * A stream of 32-bit numbers that depends on its name and the seed alone. Each milestone draws from its own, so that a forecast does not
 * change with the order of milestones or with other programmes, and last week's and this week's forecasts differ by what happened and
 * not by luck (common random numbers: Glasserman & Yao 1992).
 *
 * @example randomState('p1/design', 7)
 */
export function randomState(name: string, seed: number): RandomState {
  const a = hashOf(name, seed | 0);
  const b = hashOf(name, a);
  const state = Int32Array.of(a, b, hashOf(name, b), 1);
  // The author's own warm-up: after 12 rounds the state no longer shows the seed.
  fillRandom(state, new Uint32Array(12));
  return state;
}

/**
 * Fills numbers from 0 to 2^32 - 1 and moves the stream on. The generator is sfc32 (Doty-Humphrey, PractRand); not for secrets.
 *
 * @example fillRandom(randomState('p1/design', 7), new Uint32Array(10_000))
 */
export function fillRandom(state: RandomState, numbers: Uint32Array): void {
  // In local variables, in one loop: a call for each number would cost more than the number.
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let counter = state[3] as number;
  for (let index = 0; index < numbers.length; index++) {
    const value = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + value) | 0;
    numbers[index] = value;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = counter;
}

/**
 * The same stream, one number at a time, where few are wanted.
 *
 * @returns a function that gives the next whole number from 0 to 2^32 - 1
 * @example seededRandom('p1/design', 7)() // the same number each time
 */
export function seededRandom(name: string, seed: number): () => number {
  const state = randomState(name, seed);
  const one = new Uint32Array(1);
  return () => {
    fillRandom(state, one);
    return one[0] as number;
  };
}
