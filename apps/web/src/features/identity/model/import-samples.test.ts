import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { importColumns, sampleFile } from './import-samples.ts';

it.each(['units', 'people'] as const)('the sample of %s fills every row to its last column', (kind) => {
  const lines = sampleFile(kind).trim().split('\r\n');
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(line.split(',')).toHaveLength(importColumns[kind].length);
});

// The server takes the files of the instructions in its own tests; these are the same, so they are taken too.
it('the samples are the files of the instructions', async () => {
  const page = await readFile(new URL('../../../../../../docs/how-to/import-units-and-people.md', import.meta.url), 'utf8');
  const files = [...page.matchAll(/```csv\n([^`]+)```/g)].map(([, file = '']) => file);
  const samples = (['units', 'people'] as const).map((kind) => sampleFile(kind).slice(1).replaceAll('\r\n', '\n'));
  expect(samples).toEqual(files);
});
