import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allCases } from '../../verification/all-cases.ts';
import { InpUnreadable } from './inp-problem.ts';
import { readSections } from './known-sections.ts';
import { parseInp } from './parse-inp.ts';
import { writeInp } from './write-inp.ts';

const sample = allCases.filter(({ name }) => !name.startsWith('city-1000'));

/** A model, or an error that names its problems; anything else fails the test. */
function readOrRefused(text: string): boolean {
  try {
    const { model } = parseInp(text);
    writeInp(model);
    return true;
  } catch (error) {
    if (!(error instanceof InpUnreadable)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    return false;
  }
}

describe('hostile files', () => {
  test('any text at all is read or refused', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => void readOrRefused(text)),
      { numRuns: 300 },
    );
  });

  test('random words in known sections are read or refused', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'J1',
        'C1',
        'OUT',
        '0',
        '1e9',
        '-5',
        '*',
        '""',
        'YES',
        'FREE',
        'CIRCULAR',
        'RULE',
        'IF',
        'THEN',
        'PUMP',
        'STORAGE',
        '12:30',
        '01/15/2024',
        'FLOW',
        'X1',
        'NC',
        'GR',
        '"',
        ';',
      ),
      fc.string({ maxLength: 8 }),
      fc.double().map(String),
    );
    const row = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    const section = fc
      .tuple(fc.constantFrom(...readSections), fc.array(row, { maxLength: 6 }))
      .map(([name, rows]) => `[${name}]\n${rows.join('\n')}`);
    fc.assert(
      fc.property(fc.array(section, { maxLength: 6 }), (sections) => void readOrRefused(sections.join('\n'))),
      { numRuns: 500 },
    );
  });

  test('real models with words exchanged are read or refused', () => {
    const change = fc.record({
      index: fc.nat({ max: sample.length - 1 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      word: fc.constantFrom('', '0', '-1', '1e308', 'NaN', '*', '"', '[', ']', ';', '\u0000', 'J1 J1', '\n', 'Infinity', '999999999999'),
    });
    fc.assert(
      fc.property(change, ({ index, at, word }) => {
        const words = sample[index]!.inp.split(/( +|\n)/);
        words[Math.floor(at * (words.length - 1))] = word;
        readOrRefused(words.join(''));
      }),
      { numRuns: 300 },
    );
  });

  test('files cut off anywhere are read or refused', () => {
    for (const { inp } of sample.slice(0, 40))
      for (let part = 1; part < 12; part += 1) readOrRefused(inp.slice(0, (inp.length * part) / 12));
  });

  test('a file over the limit is refused before it is read', () => {
    expect(() => parseInp('x'.repeat(1000), { maximumLength: 999 })).toThrow(/1000 characters, expected at most 999/);
  });

  test.each([
    ['one endless line', (size: number): string => 'x '.repeat(size)],
    ['one endless word', (size: number): string => `[JUNCTIONS]\n${'9'.repeat(2 * size)}`],
    ['quotes without end', (size: number): string => `[TITLE]\n[JUNCTIONS]\n${'"'.repeat(size)}`],
    ['sections without end', (size: number): string => '[A]\n'.repeat(size / 2)],
    ['many remarks', (size: number): string => `[JUNCTIONS]\n${';x\n'.repeat(size / 2)}`],
    ['many different sections', (size: number): string => Array.from({ length: size / 20 }, (_, index) => `[S${index}]\n`).join('')],
    [
      'one series of many rows',
      (size: number): string => `[TIMESERIES]\n${Array.from({ length: size / 8 }, (_, index) => `S ${index} 1`).join('\n')}`,
    ],
    ['a rule of many clauses', (size: number): string => `[CONTROLS]\nRULE R\n${'AND x\n'.repeat(size / 6)}`],
    ['many duplicate names', (size: number): string => `[JUNCTIONS]\n${'J 1\n'.repeat(size / 4)}`],
    ['nested brackets', (size: number): string => `[CONTROLS]\nEXPRESSION E = ${'('.repeat(size)}`],
  ])('%s takes time in proportion to its length', (_, make) => {
    const seconds = (size: number): number => {
      const text = make(size);
      const before = performance.now();
      readOrRefused(text);
      return (performance.now() - before) / 1000;
    };
    seconds(20_000);
    const [small, large] = [seconds(40_000), seconds(400_000)];
    // Ten times the text: a quadratic reader would take a hundred times as long. Short times are noise.
    expect(large / Math.max(small, 0.05)).toBeLessThan(40);
  });
});
