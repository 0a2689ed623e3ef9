import { instantAt } from '@makaverse/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '#platform/errors';
import { isLate, isPossible, makeMove, moves, openAppointed, openSeat, type Act, type Move, type Moved, type Step } from './nomination.ts';

const people = ['head', 'deputy', 'reviewer', 'mayor', 'ana', 'budi'] as const;
const opened = instantAt('2022-03-15', '21:00');
const later = (hours: number): Date => new Date(opened.getTime() + hours * 3_600_000);

/** Plays acts one after the other; the impossible ones must leave the seat as it was. */
function play(
  acts: readonly Act[],
  start: readonly Moved[] = [openSeat(opened, '2022-03-18')],
): { seat: Moved['standing']; steps: Step[] } {
  let seat = start.at(-1)!.standing;
  const steps = start.map((one) => one.step);
  for (const act of acts) {
    const before = structuredClone(seat);
    try {
      const moved = makeMove(seat, act);
      seat = moved.standing;
      steps.push(moved.step);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      expect(seat).toEqual(before);
    }
  }
  return { seat, steps };
}

const person = fc.constantFrom(...people);
const anyAct: fc.Arbitrary<Act> = fc
  .record({ move: fc.constantFrom(...(Object.keys(moves) as Move[])), byId: person, personId: person, hours: fc.nat(400) })
  .map(({ move, byId, personId, hours }): Act => {
    const at = later(hours);
    switch (move) {
      case 'propose':
      case 'counter':
        return { move, byId, at, personId, reason: 'able' };
      case 'open':
        return { move, byId: null, at, cause: 'position-ended' };
      case 'accept':
      case 'cancel':
        return { move, byId, at };
      case 'recommend':
      case 'appoint':
        return { move, byId, at, reason: null };
      default:
        return { move, byId, at, reason: 'because' };
    }
  });
/** Acts that fit the state they meet more often than chance would have it, so that long stories are told too. */
const story = fc.array(anyAct, { minLength: 1, maxLength: 60 }).chain((acts) =>
  fc.constantFrom(
    acts,
    acts.flatMap((act): Act[] => {
      const at = act.at;
      const through: Act[] = [
        { move: 'propose', byId: 'head', at, personId: 'ana', reason: 'able' },
        { move: 'recommend', byId: 'reviewer', at, reason: null },
        { move: 'appoint', byId: 'mayor', at, reason: null },
        { move: 'accept', byId: 'ana', at },
      ];
      return [...through.slice(0, Math.floor(at.getTime() / 3_600_000) % 5), act];
    }),
  ),
);
const start = fc.constantFrom([openSeat(opened, '2022-03-18')], [...openAppointed(opened, 'ana', 'mayor')]);

/** The last step that put the seat where it is: notices are no moves. */
const lastOf = (steps: readonly Step[], action: Step['action']): number => steps.findLastIndex((step) => step.action === action);

describe('a nomination, whatever happens to it', () => {
  it('has in the end only states the table allows, reached in its order', () => {
    fc.assert(
      fc.property(start, story, (from, acts) => {
        const { steps } = play(acts, from);
        let state = 'open';
        for (const step of steps.slice(1)) {
          if (from.length === 2 && step === steps[1]) state = 'appointed';
          else {
            const rule = moves[step.action as Move];
            expect(rule.from).toContain(state);
            state = rule.to;
          }
        }
      }),
    );
  });

  it('makes nobody person in charge who was not appointed and did not say yes himself', () => {
    let filled = 0;
    fc.assert(
      fc.property(start, story, (from, acts) => {
        const { seat, steps } = play(acts, from);
        if (seat.state !== 'accepted') return;
        filled += 1;
        const accepted = lastOf(steps, 'accept');
        const appointed = lastOf(steps, 'appoint');
        expect(accepted).toBe(steps.length - 1);
        expect(appointed).toBe(accepted - 1);
        expect(steps[accepted]!.byId).toBe(seat.personId);
        expect(steps[appointed]!.personId).toBe(seat.personId);
        expect(steps[appointed]!.byId).not.toBe(seat.personId);
      }),
      { numRuns: 400 },
    );
    expect(filled, 'stories that ended with somebody in charge').toBeGreaterThan(20);
  });

  it('has exactly one person in a seat that is being filled, and none in one that is open or gone', () => {
    fc.assert(
      fc.property(start, story, (from, acts) => {
        const { seat } = play(acts, from);
        expect(seat.personId === null).toBe(seat.state === 'open' || seat.state === 'cancelled');
        expect(seat.suggestedId !== null).toBe(seat.state === 'countered');
        expect(seat.dueAt === null).toBe(seat.state === 'accepted' || seat.state === 'cancelled');
      }),
    );
  });

  it('keeps its steps in the order of time, and its deadlines after its states began', () => {
    fc.assert(
      fc.property(start, story, (from, acts) => {
        const { seat, steps } = play(acts, from);
        for (const [index, step] of steps.slice(1).entries()) expect(step.at >= steps[index]!.at).toBe(true);
        expect(seat.lastStepAt).toEqual(steps.at(-1)!.at);
        if (seat.dueAt && steps.length > 1) expect(seat.dueAt > seat.since).toBe(true);
      }),
    );
  });

  it('is never reviewed by who proposed or is proposed', () => {
    fc.assert(
      fc.property(start, story, (from, acts) => {
        const { steps } = play(acts, from);
        for (const [index, step] of steps.entries()) {
          if (step.action !== 'recommend') continue;
          const proposal = steps.slice(0, index).findLast((one) => one.action === 'propose')!;
          expect(step.byId).not.toBe(proposal.byId);
          expect(step.byId).not.toBe(proposal.personId);
        }
      }),
    );
  });

  it('refuses by name what the table does not allow', () => {
    const seat = openSeat(opened, '2022-03-18').standing;
    const by = { byId: 'mayor', at: later(1) };
    const refusals = (['recommend', 'return', 'appoint', 'replace', 'accept', 'decline', 'counter'] as const).map((move) => {
      try {
        makeMove(seat, { ...by, move, reason: 'x', personId: 'ana' } as Act);
        return null;
      } catch (error) {
        return (error as DomainError).code;
      }
    });
    expect(refusals).toEqual([
      'nomination-nothing-to-review',
      'nomination-nothing-to-return',
      'nomination-not-recommended',
      'nomination-nobody-to-replace',
      'nomination-not-appointed',
      'nomination-not-appointed',
      'nomination-not-appointed',
    ]);
  });

  it('allows nothing any more once the seat is gone', () => {
    const gone = makeMove(openSeat(opened, '2022-03-18').standing, { move: 'cancel', byId: 'mayor', at: later(1) }).standing;
    for (const move of Object.keys(moves) as Move[]) {
      expect(isPossible('cancelled', move)).toBe(false);
      expect(() => makeMove(gone, { move, byId: 'head', at: later(2), personId: 'ana', reason: 'x' } as Act)).toThrow(
        expect.objectContaining({ code: 'nomination-seat-gone' }),
      );
    }
  });
});

describe('its deadlines', () => {
  // Friday 25 March 2022, 10.00; the weekend lies before the next two working days.
  const friday = instantAt('2022-03-25', '10:00');
  const proposed = makeMove(openSeat(opened, '2022-03-18').standing, {
    move: 'propose',
    byId: 'head',
    at: friday,
    personId: 'ana',
    reason: 'able',
  });

  it('end with the working day named, and the proposal after it is late', () => {
    expect(openSeat(opened, '2022-03-18').standing.dueAt).toEqual(instantAt('2022-03-18', '16:00'));
    expect(proposed.step).toMatchObject({ wasLate: true, workingDays: 8 });
    expect(isLate(instantAt('2022-03-18', '16:00'), instantAt('2022-03-18', '16:00'))).toBe(false);
  });

  it('give two working days over the weekend to review and to appoint', () => {
    expect(proposed.standing.dueAt).toEqual(instantAt('2022-03-29', '16:00'));
    const recommended = makeMove(proposed.standing, { move: 'recommend', byId: 'reviewer', at: friday, reason: null });
    expect(recommended.standing.dueAt).toEqual(instantAt('2022-03-29', '16:00'));
  });

  it('give 48 hours by the clock to answer, weekend or not', () => {
    const recommended = makeMove(proposed.standing, { move: 'recommend', byId: 'reviewer', at: friday, reason: null }).standing;
    const appointed = makeMove(recommended, { move: 'appoint', byId: 'mayor', at: friday, reason: null }).standing;
    expect(appointed.dueAt).toEqual(instantAt('2022-03-27', '10:00'));
  });

  it('jump over Nyepi on 3 March 2022 after a return', () => {
    const wednesday = instantAt('2022-03-02', '09:00');
    const early = makeMove(openSeat(wednesday, '2022-03-02').standing, {
      move: 'propose',
      byId: 'head',
      at: wednesday,
      personId: 'ana',
      reason: 'able',
    }).standing;
    const returned = makeMove(early, { move: 'return', byId: 'reviewer', at: wednesday, reason: 'too many already' }).standing;
    expect(returned.dueAt).toEqual(instantAt('2022-03-07', '16:00'));
  });
});
