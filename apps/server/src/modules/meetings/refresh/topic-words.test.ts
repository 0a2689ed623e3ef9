import { candidateKind } from '@makaverse/contract/meetings-room';
import type { UnitBrief } from '@makaverse/contract/primitives';
import { describe, expect, it } from 'vitest';
import type { Language } from '#platform/language';
import { rungs, type Topic } from './domain/trouble.ts';
import { shortened, topicWords } from './topic-words.ts';

const subject = { kind: 'directive' as const, id: 'd', number: '7', title: 'Keruk kanal.' };
const topic = (more: Partial<Topic> = {}): Topic => ({
  key: 'late:directive:d',
  rank: 'late:7',
  kind: 'late',
  subjects: [subject],
  unitIds: ['a'],
  workingDaysLate: 0,
  rung: 'none',
  unitsBelow: 0,
  isRed: false,
  ...more,
});
const units = new Map<string, UnitBrief>(
  ['a', 'b', 'c', 'd', 'e'].map((id) => [id, { id, code: id, kind: 'agency', name: `Dinas ${id.toUpperCase()}`, shortName: id }]),
);
const reasonOf = (more: Partial<Topic>, language: Language = 'id'): string => topicWords(topic(more), units, language).reason;

describe('the words of a topic', () => {
  it('are one sentence and what has come of it, for every kind and rung, in both languages', () => {
    for (const language of ['id', 'en'] as const)
      for (const kind of candidateKind.options)
        for (const rung of rungs) {
          const { title, reason } = topicWords(topic({ kind, rung, workingDaysLate: 3, unitsBelow: 2, isRed: true }), units, language);
          // A text that is missing shows its key, one that lacks a word its braces.
          expect(`${title} ${reason}`).not.toMatch(/refresh-|reasons\.|[{}]/);
          expect(reason).toMatch(/^(?=[A-Z]).*Dinas A.*3.*\.$/);
        }
  });

  it('name three units and count the others', () => {
    expect(reasonOf({ unitIds: ['a', 'b'] })).toBe('Dinas A dan Dinas B belum melaporkan hasil.');
    expect(reasonOf({ unitIds: ['a', 'b', 'c'] })).toBe('Dinas A, Dinas B dan Dinas C belum melaporkan hasil.');
    expect(reasonOf({ unitIds: ['a', 'b', 'c', 'd', 'e'] })).toBe('Dinas A, Dinas B dan 3 lainnya belum melaporkan hasil.');
  });

  it('count in English as English does', () => {
    expect(reasonOf({ workingDaysLate: 1, unitsBelow: 1 }, 'en')).toBe(
      'Dinas A did not yet report a result, 1 working day past the date. 1 unit below waits with it.',
    );
    expect(reasonOf({ workingDaysLate: 2, unitsBelow: 2 }, 'en')).toContain('2 working days past the date. 2 units below wait with it.');
  });

  it('are titled by their one directive or programme, or by the unit that has many', () => {
    const many = ['7', '8', '9', '10', '11'].map((number) => ({ ...subject, id: number, number }));
    const titleOf = (more: Partial<Topic>): string => topicWords(topic(more), units, 'id').title;
    expect(titleOf({})).toBe('Arahan 7: Keruk kanal.');
    expect(titleOf({ subjects: [{ ...subject, kind: 'programme' }] })).toBe('Program 7: Keruk kanal.');
    expect(titleOf({ subjects: many })).toBe('Dinas A: 5 arahan dan program (7, 8, 9, 10, …)');
  });
});

describe('shortened', () => {
  it('keeps to one line and to its length, and halves no character', () => {
    expect(shortened('Keruk\n  kanal.', 20)).toBe('Keruk kanal.');
    expect(shortened('Keruk kanal.', 7)).toBe('Keruk…');
    expect(shortened('ab🌊cd', 4)).toBe('ab…');
    expect(shortened('ab🌊cd', 5)).toBe('ab🌊…');
  });
});
