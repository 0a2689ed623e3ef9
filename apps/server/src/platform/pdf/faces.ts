import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Weights carried along: body and emphasis. */
export type Weight = 'regular' | 'bold';
/** One of the font's files: fonts for the web are cut into parts by script. */
export type Part = 'latin' | 'latin-ext' | 'vietnamese';

const weightOf: Readonly<Record<Weight, number>> = { regular: 400, bold: 700 };

// What each part draws, from the font's own unicode-range declarations (fontsource, unicode.json).
const ranges: readonly (readonly [part: Part, from: number, to: number])[] = [
  ['latin', 0x20, 0x7e],
  ['latin', 0xa0, 0xff],
  ['latin', 0x131, 0x131],
  ['latin', 0x152, 0x153],
  ['latin', 0x2bb, 0x2bc],
  ['latin', 0x2010, 0x2027],
  ['latin', 0x2030, 0x205e],
  ['latin', 0x20ac, 0x20ac],
  ['latin', 0x2122, 0x2122],
  ['latin', 0x2212, 0x2212],
  ['latin-ext', 0x100, 0x19f],
  ['latin-ext', 0x1a2, 0x1ae],
  ['latin-ext', 0x1b1, 0x2ba],
  ['latin-ext', 0x1e00, 0x1e9f],
  ['vietnamese', 0x1a0, 0x1a1],
  ['vietnamese', 0x1af, 0x1b0],
  ['vietnamese', 0x1ea0, 0x1ef9],
];

/** A stretch of text in one part of the font; `part` is null for characters no part can draw. */
export interface Run {
  readonly part: Part | null;
  readonly text: string;
}

function partOf(codePoint: number): Part | null {
  return ranges.find(([, from, to]) => codePoint >= from && codePoint <= to)?.[0] ?? null;
}

/** Cuts text into runs, each drawn with one part of the font. */
export function runsOf(text: string): Run[] {
  const runs: { part: Part | null; text: string }[] = [];
  for (const character of text) {
    const part = partOf(character.codePointAt(0)!);
    const last = runs.at(-1);
    if (last && last.part === part) last.text += character;
    else runs.push({ part, text: character });
  }
  return runs;
}

/** Name under which a file of the font is registered in a document. */
export function faceName(weight: Weight, part: Part): string {
  return `${weight}-${part}`;
}

const resolve = createRequire(import.meta.url).resolve;

/** Every face with the bytes of its file, read once. */
export const faces: readonly { readonly name: string; readonly bytes: Buffer }[] = (['regular', 'bold'] as const).flatMap((weight) =>
  (['latin', 'latin-ext', 'vietnamese'] as const).map((part) => ({
    name: faceName(weight, part),
    bytes: readFileSync(resolve(`@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-${part}-${weightOf[weight]}-normal.woff`)),
  })),
);
