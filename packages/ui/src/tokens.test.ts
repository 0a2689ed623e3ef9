import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Theme = 'light' | 'dark';
type Linear = readonly [number, number, number];

const source = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

/** Reads `--mv-name: light-dark(oklch(…), oklch(…))` out of the file that ships, so that the test cannot drift from it. */
function colour(name: string, theme: Theme): Linear {
  const declared = new RegExp(`--mv-${name}: light-dark\\(oklch\\(([^)]+)\\), oklch\\(([^)]+)\\)\\);`).exec(source);
  if (declared === null) throw new Error(`tokens.css has no colour --mv-${name}`);
  const parts = (theme === 'light' ? declared[1] : declared[2])?.split(/\s+/).map(Number) ?? [];
  const [lightness = Number.NaN, chroma = Number.NaN, hue = Number.NaN] = parts;
  return oklchToLinearSrgb(lightness, chroma, hue);
}

/** B. Ottosson, "A perceptual color space for image processing" (2020): OKLab to linear sRGB; out of gamut is clipped. */
function oklchToLinearSrgb(lightness: number, chroma: number, hueDegrees: number): Linear {
  const hue = (hueDegrees * Math.PI) / 180;
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** WCAG 2.2, "contrast ratio": (L1 + 0.05) / (L2 + 0.05) of relative luminances. */
function contrast(first: Linear, second: Linear): number {
  const luminance = ([r, g, b]: Linear): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const [dark = 0, bright = 0] = [luminance(first), luminance(second)].toSorted((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

const grounds = ['ground', 'sand', 'raised'];
const heatLow = ['water-1', 'water-2', 'water-3', 'ember-1', 'ember-2', 'ember-3'];
const heatHigh = ['water-4', 'water-5', 'ember-4', 'ember-5'];
const lights = ['light-green', 'light-yellow-green', 'light-yellow-red', 'light-red'];

/** [foreground, backgrounds, least ratio] */
const rules: readonly (readonly [string, readonly string[], number])[] = [
  ['text', [...grounds, 'sand-strong', 'primary-quiet', 'losari-quiet', 'reef-quiet', 'amber-quiet'], 7],
  ['text-muted', grounds, 7],
  ['text-muted', ['sand-strong', 'primary-quiet', 'losari-quiet', 'reef-quiet', 'amber-quiet'], 4.5],
  ['primary', [...grounds, 'primary-quiet', 'sand-strong'], 4.5],
  ['primary-strong', [...grounds, 'primary-quiet', 'sand-strong'], 4.5],
  ['on-primary', ['primary', 'primary-strong'], 4.5],
  ['losari', [...grounds, 'losari-quiet', 'sand-strong'], 4.5],
  ['losari-strong', [...grounds, 'losari-quiet'], 4.5],
  ['on-losari', ['losari', 'losari-strong'], 4.5],
  ['reef', [...grounds, 'reef-quiet'], 4.5],
  ['amber', [...grounds, 'amber-quiet'], 4.5],
  ['on-heat-low', heatLow, 7],
  ['on-heat-high', heatHigh, 4.5],
  ['line-control', grounds, 3],
  ['rule', grounds, 3],
  ['focus', [...grounds, 'sand-strong', 'primary-quiet'], 3],
  ...lights.map((light) => [light, grounds, 3] as const),
];

describe.each<Theme>(['light', 'dark'])('contrast in the %s theme', (theme) => {
  const pairs = rules.flatMap(([foreground, backgrounds, least]) => backgrounds.map((background) => ({ foreground, background, least })));
  test.each(pairs)('$foreground on $background is at least $least:1', ({ foreground, background, least }) => {
    expect(contrast(colour(foreground, theme), colour(background, theme))).toBeGreaterThanOrEqual(least);
  });
});

test('the conversion agrees with known colours', () => {
  const black = oklchToLinearSrgb(0, 0, 0);
  const white = oklchToLinearSrgb(1, 0, 0);
  expect(contrast(black, white)).toBeCloseTo(21, 2);
  // sRGB red #ff0000 is oklch(0.62796 0.25768 29.234) and has 3.998:1 against white.
  expect(contrast(oklchToLinearSrgb(0.62796, 0.25768, 29.234), white)).toBeCloseTo(3.998, 2);
});

test('no other style sheet holds a raw colour', async () => {
  const { glob } = await import('node:fs/promises');
  const offenders: string[] = [];
  const folder = new URL('.', import.meta.url).pathname;
  let seen = 0;
  for await (const file of glob('*.css', { cwd: folder })) {
    if (file === 'tokens.css') continue;
    seen += 1;
    const text = readFileSync(`${folder}/${file}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    if (/#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|oklch|oklab)\(|light-dark\(/i.test(text)) offenders.push(file);
  }
  expect(seen).toBeGreaterThan(5);
  expect(offenders).toEqual([]);
});
