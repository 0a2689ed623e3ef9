import { nominationState, type NominationState } from '@makaverse/contract/programmes';
import { describe, expect, it } from 'vitest';
import { troublesOf, type SeatInTrouble, type TaskInTrouble } from './gather-troubles.ts';

const task = (more: Partial<TaskInTrouble> = {}): TaskInTrouble => ({
  kind: 'unacknowledged',
  taskId: 'task',
  directiveId: 'd',
  directiveNumber: '7',
  directiveWords: 'Keruk kanal.',
  unitId: 'pu',
  workingDays: 1,
  rung: 'none',
  unitsBelow: 3,
  ...more,
});
const seat = (state: NominationState, more: Partial<SeatInTrouble> = {}): SeatInTrouble => ({
  nominationId: 'seat',
  taskId: 'task',
  subject: { kind: 'directive', id: 'd', number: '7', title: 'Keruk kanal.' },
  unitId: 'pu',
  state,
  workingDaysLate: 0,
  rung: 'none',
  ...more,
});
const kindsOf = (tasks: readonly TaskInTrouble[], seats: readonly SeatInTrouble[]): string[] =>
  troublesOf(tasks, seats).map((one) => one.kind);

describe('troublesOf', () => {
  it('says of each state of a seat what it waits for, and nothing of one that is filled or gone', () => {
    const said = nominationState.options.map((state) => [state, ...kindsOf([], [seat(state)])]);
    expect(said).toEqual([
      ['open', 'without-nominee'],
      ['proposed', 'awaiting-review'],
      ['returned', 'without-nominee'],
      ['recommended', 'awaiting-appointment'],
      ['appointed', 'awaiting-acceptance'],
      ['declined', 'refused'],
      ['countered', 'refused'],
      ['accepted'],
      ['cancelled'],
    ]);
  });

  it('tells one trouble, not two, of a unit that says nothing and has named nobody: the later and the higher of both', () => {
    const open = seat('open', { workingDaysLate: 4, rung: 'assistant' });
    for (const kind of ['unacknowledged', 'silent'] as const)
      expect(troublesOf([task({ kind, rung: 'unit-head' })], [open])).toEqual([
        expect.objectContaining({ kind, workingDaysLate: 4, rung: 'assistant', unitsBelow: 3 }),
      ]);
    expect(troublesOf([task({ workingDays: 6, rung: 'mayor' })], [open])).toMatchObject([{ workingDaysLate: 6, rung: 'mayor' }]);
  });

  it('tells both where one does not follow from the other', () => {
    expect(kindsOf([task({ kind: 'late' })], [seat('open')])).toEqual(['late', 'without-nominee']);
    expect(kindsOf([task()], [seat('declined')])).toEqual(['unacknowledged', 'refused']);
    expect(kindsOf([task()], [seat('open', { taskId: 'another' })])).toEqual(['unacknowledged', 'without-nominee']);
    expect(kindsOf([task()], [seat('open', { taskId: null })])).toEqual(['unacknowledged', 'without-nominee']);
  });

  it('takes parts of programmes as their module tells them', () => {
    const part = {
      kind: 'silent' as const,
      subject: { kind: 'programme' as const, id: 'p', number: '4', title: 'Penurunan stunting' },
      unitId: 'dinkes',
      workingDaysLate: 7,
      rung: 'secretary' as const,
      isRed: true,
    };
    expect(troublesOf([task()], [], [part])).toMatchObject([{ kind: 'unacknowledged' }, { ...part, unitsBelow: 0 }]);
  });
});
