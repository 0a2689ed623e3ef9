import sharp from 'sharp';

/** What somebody does to a photo so that it passes as another. */
export interface Attack {
  readonly name: string;
  readonly make: (photo: Buffer, chance: () => number) => Promise<Buffer>;
}

const between = (chance: () => number, from: number, to: number): number => from + (to - from) * chance();
const quality = (chance: () => number): number => Math.round(between(chance, 40, 90));

async function cropped(photo: Buffer, chance: () => number): Promise<Buffer> {
  const { width, height } = await sharp(photo).metadata();
  // Up to a tenth of the width and of the height, taken from any sides.
  const [across, down] = [between(chance, 0.04, 0.1), between(chance, 0.04, 0.1)];
  const [left, top] = [Math.floor(width * across * chance()), Math.floor(height * down * chance())];
  const part = { left, top, width: Math.floor(width * (1 - across)), height: Math.floor(height * (1 - down)) };
  return sharp(photo)
    .extract(part)
    .jpeg({ quality: quality(chance) })
    .toBuffer();
}

async function relit(photo: Buffer, chance: () => number): Promise<Buffer> {
  const factor = chance() < 0.5 ? between(chance, 0.6, 0.85) : between(chance, 1.15, 1.45);
  return sharp(photo)
    .linear(factor, between(chance, -15, 15))
    .jpeg({ quality: quality(chance) })
    .toBuffer();
}

/** A date as camera apps print it: over a band in a corner, in large letters. */
export async function stamped(photo: Buffer, chance: () => number): Promise<Buffer> {
  const { width, height } = await sharp(photo).metadata();
  const [wide, tall] = [Math.round(width * between(chance, 0.3, 0.55)), Math.round(height * between(chance, 0.06, 0.12))];
  const day = String(1 + Math.floor(chance() * 28)).padStart(2, '0');
  const month = String(1 + Math.floor(chance() * 12)).padStart(2, '0');
  const words = `${day}/${month}/2022 ${10 + Math.floor(chance() * 9)}:${10 + Math.floor(chance() * 49)}`;
  const ground = chance() < 0.5 ? '#000' : 'none';
  const label = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${tall}"><rect width="100%" height="100%" fill="${ground}"/>${digits(words, wide, tall)}</svg>`;
  const left = chance() < 0.5 ? 0 : width - wide;
  const top = chance() < 0.7 ? height - tall : 0;
  return sharp(photo)
    .composite([{ input: Buffer.from(label), left, top }])
    .jpeg({ quality: quality(chance) })
    .toBuffer();
}

/** Letters as blocks of seven strokes: no font has to be there, and a stamp spoils as many pixels as one of letters. */
function digits(words: string, wide: number, tall: number): string {
  const step = wide / (words.length + 1);
  return Array.from(words)
    .flatMap((letter, index) => {
      const code = letter.charCodeAt(0) * 2_654_435_761;
      return Array.from({ length: 7 }, (_, stroke) => {
        if (letter === ' ' || ((code >>> (stroke + 5)) & 1) === 0) return '';
        const [x, y] = [step * (index + 0.5) + (stroke % 2) * step * 0.4, tall * (0.15 + 0.12 * Math.floor(stroke / 2 + (stroke % 3)))];
        return `<rect x="${x}" y="${y}" width="${step * 0.35}" height="${tall * 0.22}" fill="#ffd200"/>`;
      });
    })
    .join('');
}

/** Each alone, and all together. */
export const attacks: readonly Attack[] = [
  {
    name: 'encoded anew, as JPEG',
    make: (photo, chance) =>
      sharp(photo)
        .jpeg({ quality: Math.round(between(chance, 25, 85)) })
        .toBuffer(),
  },
  {
    name: 'encoded anew, as WebP and smaller',
    make: async (photo, chance) => {
      const { width } = await sharp(photo).metadata();
      const smaller = Math.round(width * between(chance, 0.5, 0.9));
      return sharp(photo)
        .resize({ width: smaller })
        .webp({ quality: quality(chance) })
        .toBuffer();
    },
  },
  { name: 'cropped by up to a tenth each way', make: cropped },
  { name: 'lightened or darkened', make: relit },
  { name: 'another date stamped on', make: stamped },
  {
    name: 'cropped, relit, stamped and encoded anew',
    make: async (photo, chance) => stamped(await relit(await cropped(photo, chance), chance), chance),
  },
];
