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

/**
 * A stream of 32-bit numbers that depends on its name and the seed alone. Each milestone draws from its own, so that a forecast does not
 * change with the order of milestones or with other programmes, and last week's and this week's forecasts differ by what happened and
 * not by luck (common random numbers: Glasserman & Yao 1992).
 *
 * The generator is sfc32 (Doty-Humphrey, PractRand: passes 2^45 bytes); not for secrets.
 *
 * @returns a function that gives the next whole number from 0 to 2^32 - 1
 * @example seededRandom('p1/design', 7)() // the same number each time
 */
export function seededRandom(name: string, seed: number): () => number {
  let a = hashOf(name, seed | 0);
  let b = hashOf(name, a);
  let c = hashOf(name, b);
  let counter = 1;
  const next = (): number => {
    const value = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + value;
    c |= 0;
    return value >>> 0;
  };
  // The author's own warm-up: after 12 rounds the state no longer shows the seed.
  for (let round = 0; round < 12; round++) next();
  return next;
}
