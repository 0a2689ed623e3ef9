import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '#platform/errors';
import { isPossible, moves, refuseImpossible, stepOf, type TaskFacts, type TaskMove } from './task-moves.ts';

const then = new Date('2022-03-16T00:00:00Z');
const nothing: TaskFacts = { sentAt: null, seenAt: null, acknowledgedAt: null, namedAt: null, picId: null, reportedAt: null, doneAt: null };
const after: Readonly<Record<TaskMove, (facts: TaskFacts) => TaskFacts>> = {
  send: (facts) => ({ ...facts, sentAt: then }),
  see: (facts) => ({ ...facts, seenAt: then }),
  acknowledge: (facts) => ({ ...facts, acknowledgedAt: then, seenAt: facts.seenAt ?? then }),
  name: (facts) => ({ ...facts, namedAt: then }),
  accept: (facts) => ({ ...facts, picId: 'pic', namedAt: facts.namedAt ?? then }),
  vacate: (facts) => ({ ...facts, picId: null, namedAt: null }),
  'pass-on': (facts) => facts,
  report: (facts) => ({ ...facts, reportedAt: then }),
  'send-back': (facts) => ({ ...facts, reportedAt: null }),
  confirm: (facts) => ({ ...facts, doneAt: then }),
};
const allMoves = Object.keys(moves) as TaskMove[];
const walk = (path: readonly TaskMove[]): TaskFacts => path.reduce((facts, move) => after[move](facts), nothing);
const refusalOf = (facts: TaskFacts, move: TaskMove): string | null => {
  try {
    refuseImpossible(facts, move);
    return null;
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};

describe("a task's life", () => {
  it('goes step by step from draft to done', () => {
    const path: TaskMove[] = ['send', 'see', 'acknowledge', 'name', 'accept', 'report', 'confirm'];
    const steps = path.map((_, at) => stepOf(walk(path.slice(0, at + 1))));
    expect(stepOf(nothing)).toBe('drafted');
    expect(steps).toEqual(['sent', 'seen', 'acknowledged', 'named', 'accepted', 'reported', 'done']);
  });

  it('cannot be done without a report, nor reported without understanding, whatever the order of moves', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...allMoves), { maxLength: 30 }), (tried) => {
        const facts = tried.reduce((sofar, move) => (isPossible(sofar, move) ? after[move](sofar) : sofar), nothing);
        if (facts.doneAt) expect(facts.reportedAt).not.toBeNull();
        if (facts.reportedAt) expect(facts.acknowledgedAt).not.toBeNull();
        if (facts.acknowledgedAt ?? facts.namedAt ?? facts.picId) expect(facts.sentAt).not.toBeNull();
      }),
    );
  });

  it('refuses exactly what is impossible, and says what stands in the way', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...allMoves), { maxLength: 8 }), fc.constantFrom(...allMoves), (path, move) => {
        const facts = walk(path);
        expect(refusalOf(facts, move) === null).toBe(isPossible(facts, move));
      }),
    );
    expect(refusalOf(walk(['send']), 'report')).toBe('task-not-acknowledged');
    expect(refusalOf(walk(['send']), 'pass-on')).toBe('task-not-acknowledged');
    expect(refusalOf(walk(['send', 'acknowledge']), 'acknowledge')).toBe('task-already-acknowledged');
    expect(refusalOf(walk(['send', 'acknowledge', 'report']), 'report')).toBe('task-already-reported');
    expect(refusalOf(walk(['send', 'acknowledge']), 'confirm')).toBe('task-not-reported');
    expect(refusalOf(walk(['send', 'acknowledge', 'report', 'confirm']), 'send-back')).toBe('task-already-done');
    expect(refusalOf(nothing, 'acknowledge')).toBe('task-not-sent');
  });

  it('lets a unit name a person before it acknowledges, and acknowledge after', () => {
    const named = walk(['send', 'name']);
    expect(stepOf(named)).toBe('named');
    expect(isPossible(named, 'acknowledge')).toBe(true);
    expect(stepOf(walk(['send', 'acknowledge', 'accept', 'vacate']))).toBe('acknowledged');
  });
});
