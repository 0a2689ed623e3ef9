import sharp from 'sharp';
import { fingerprintOfPhoto } from '../apps/server/src/modules/programmes/carrying/check-in/read-photo.ts';
import { hammingDistance, likeness, sameFrom, worthComparing, type Fingerprint } from '../packages/perceptual-hash/src/index.ts';
import { drawnScene, type Visit } from '../packages/perceptual-hash/src/testing/drawn-scene.ts';
import { seeded } from '../packages/perceptual-hash/src/testing/seeded.ts';
import { attacks, stamped } from './evidence/attacks.ts';

/** One promise, what was measured, and what it should be. */
export type BenchRow = { readonly promise: string; readonly measured: string; readonly target: string };

const seed = 20220322;
/** Places photographed and kept; each is then sent again under every attack, and visited anew by honest people. */
const places = 120;
/** Honest photos of places that nobody had photographed. */
const strangers = 300;

async function photoOf(place: number, visit: Visit | undefined, chance: () => number): Promise<Buffer> {
  const { width, height, pixels } = drawnScene(place, visit);
  const plain = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
  // Half of all phones print the date, the honest ones too.
  return chance() < 0.5 ? stamped(plain, chance) : plain;
}

/** Another day at the same place: some steps aside or nearer, other light, other people, another sky. */
function laterVisit(chance: () => number, index: number): Visit {
  const aside = (chance() < 0.5 ? -1 : 1) * (0.05 + chance() * 0.2);
  return { seed: 2 + index, aside, nearer: (chance() - 0.3) * 0.2, brightness: 0.8 + chance() * 0.5 };
}

/** As the server asks its table: the whole of one near any part of the other, and then a closer look. */
function isFlagged(sent: Fingerprint, kept: readonly Fingerprint[]): boolean {
  return kept.some((known) => {
    const isNear =
      known.hashes.some((hash) => hammingDistance(sent.hashes[0]!, hash) <= worthComparing) ||
      sent.hashes.some((hash) => hammingDistance(known.hashes[0]!, hash) <= worthComparing);
    return isNear && likeness(sent.thumbnail, known.thumbnail) >= sameFrom;
  });
}

/** The 95 % interval of a share (Wilson, JASA 22, 1927). */
function interval(hits: number, of: number): string {
  const z = 1.96;
  const share = hits / of;
  const centre = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  const percent = (value: number): string => (100 * value).toFixed(1);
  return `${percent(share)} % (${hits} of ${of}; 95 %: ${percent(Math.max(0, centre - half))} to ${percent(Math.min(1, centre + half))})`;
}

/**
 * How many photos sent again are found among all that were kept, and how many honest ones are held to be such. The pictures are drawn, not
 * taken: they show whether the comparison withstands the attacks, not how alike the city's own drains look.
 */
export async function bench(): Promise<BenchRow[]> {
  const chance = seeded(seed);
  const photos: Buffer[] = [];
  const kept: Fingerprint[] = [];
  for (let place = 1; place <= places; place += 1) {
    photos.push(await photoOf(place, undefined, chance));
    kept.push(await fingerprintOfPhoto(photos.at(-1)!));
  }
  const rows: BenchRow[] = [];
  let found = 0;
  for (const attack of attacks) {
    let hits = 0;
    for (const [index, photo] of photos.entries()) {
      const sent = await fingerprintOfPhoto(await attack.make(photo, chance));
      // Only its own original counts: another one found by chance would be no recall.
      if (isFlagged(sent, [kept[index]!])) hits += 1;
    }
    found += hits;
    rows.push({ promise: `Found again: ${attack.name}`, measured: interval(hits, places), target: 'at least 99 %' });
  }
  rows.push({ promise: 'Found again, all attacks', measured: interval(found, places * attacks.length), target: 'at least 99 %' });
  let strange = 0;
  for (let index = 0; index < strangers; index += 1) {
    if (isFlagged(await fingerprintOfPhoto(await photoOf(10_000 + index, undefined, chance)), kept)) strange += 1;
  }
  let later = 0;
  for (let index = 0; index < places; index += 1) {
    if (isFlagged(await fingerprintOfPhoto(await photoOf(index + 1, laterVisit(chance, index), chance)), kept)) later += 1;
  }
  return [
    ...rows,
    { promise: `False alarms: other places, against all ${places}`, measured: interval(strange, strangers), target: 'under 1 %' },
    {
      promise: `False alarms: the same place on another day, against all ${places}`,
      measured: interval(later, places),
      target: 'under 1 %',
    },
    { promise: 'False alarms, all honest photos', measured: interval(strange + later, strangers + places), target: 'under 1 %' },
  ];
}

if (import.meta.main) console.table(await bench());
