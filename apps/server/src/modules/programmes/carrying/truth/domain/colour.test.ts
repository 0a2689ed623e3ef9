import { addDays } from '@makaverse/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourOf, gradeOf, trendOf, type ProgrammeFacts, type WatchedMilestone } from './colour.ts';

const today = '2022-04-13';
const milestone = (wishes: Partial<WatchedMilestone> = {}): WatchedMilestone => ({
  position: 3,
  title: 'Kontrak',
  plannedOn: '2022-06-01',
  promisedOn: '2022-06-01',
  isReported: false,
  weight: 1,
  laterMoves: 0,
  ...wishes,
});
const facts = (wishes: Partial<ProgrammeFacts> = {}): ProgrammeFacts => ({
  today,
  left: [milestone()],
  confirmed: { milestones: 0, weight: 0 },
  silentWorkingDays: 0,
  spentShare: null,
  refusedPhotos: 0,
  ...wishes,
});
const lateBy = (days: number, wishes: Partial<WatchedMilestone> = {}): WatchedMilestone =>
  milestone({ plannedOn: addDays(today, -days), promisedOn: addDays(today, -days), ...wishes });
const lightOf = (wishes: Partial<ProgrammeFacts>): string | undefined => colourOf(facts(wishes))?.light;

describe('the colour', () => {
  it('is none without a plan, green on plan, and green when all is confirmed', () => {
    expect(colourOf(facts({ left: [] }))).toBeNull();
    expect(colourOf(facts())).toEqual({ light: 'green', reasons: [{ code: 'on-plan' }] });
    expect(colourOf(facts({ left: [], confirmed: { milestones: 1, weight: 1 }, silentWorkingDays: 9 }))).toEqual({
      light: 'green',
      reasons: [{ code: 'finished' }],
    });
  });

  it.each([
    [0, 'green'],
    [1, 'yellow-green'],
    [7, 'yellow-green'],
    [8, 'yellow-red'],
    [14, 'yellow-red'],
    [15, 'red'],
  ] as const)('is, %i days late, %s', (days, light) => {
    expect(lightOf({ left: [lateBy(days)] })).toBe(light);
  });

  it('is red at twelve days with two promises moved, and says both', () => {
    const colour = colourOf(facts({ left: [lateBy(12, { laterMoves: 2, promisedOn: '2022-04-20' })] }));
    expect(colour).toMatchObject({
      light: 'red',
      reasons: [
        { code: 'milestone-late', position: 3, days: 12, others: 0 },
        { code: 'promises-moved', count: 2 },
        { code: 'promised-late', days: 19 },
      ],
    });
  });

  it.each([
    [{ silentWorkingDays: 3 }, 'yellow-red', 'silent'],
    [{ silentWorkingDays: 11 }, 'red', 'silent'],
    [{ spentShare: 0.2 }, 'green', 'on-plan'],
    [{ spentShare: 0.25 }, 'yellow-green', 'money-ahead'],
    [{ spentShare: 0.5 }, 'yellow-red', 'money-ahead'],
    [{ refusedPhotos: 1 }, 'yellow-green', 'photos-refused'],
    [{ spentShare: 0.75, confirmed: { milestones: 2, weight: 1 } }, 'yellow-green', 'money-ahead'],
    [{ spentShare: 0.74, confirmed: { milestones: 2, weight: 1 } }, 'green', 'on-plan'],
    [{ left: [milestone({ promisedOn: '2022-06-02' })] }, 'yellow-green', 'promised-late'],
  ] as const)('with %o is %s because of %s', (wishes, light, code) => {
    const colour = colourOf(facts(wishes));
    expect([colour?.light, colour?.reasons[0]?.code]).toEqual([light, code]);
  });

  it('goes up and down a scale', () => {
    expect(trendOf('green', 'red')).toBe('worse');
    expect(trendOf('red', 'yellow-red')).toBe('better');
    expect(trendOf('red', 'red')).toBe('same');
    expect(trendOf(null, 'red')).toBe('unknown');
    expect(gradeOf(null)).toBeGreaterThan(gradeOf('green'));
  });
});

/** Everything an owner can do by himself. What he writes of the plan is guarded elsewhere: a baseline is moved by the leadership alone. */
type Act =
  | { readonly does: 'check-in' }
  | { readonly does: 'move-promise'; readonly index: number; readonly days: number }
  | { readonly does: 'report-done'; readonly index: number }
  | { readonly does: 'report-spending'; readonly share: number };

function after(known: ProgrammeFacts, act: Act): ProgrammeFacts {
  const change = (index: number, to: (one: WatchedMilestone) => WatchedMilestone): ProgrammeFacts => {
    const at = index % known.left.length;
    return { ...known, left: known.left.map((one, place) => (place === at ? to(one) : one)) };
  };
  switch (act.does) {
    case 'check-in':
      return { ...known, silentWorkingDays: 0 };
    case 'move-promise':
      return change(act.index, (one) => ({
        ...one,
        promisedOn: addDays(one.promisedOn, act.days),
        laterMoves: one.laterMoves + (act.days > 0 ? 1 : 0),
      }));
    case 'report-done':
      return change(act.index, (one) => ({ ...one, isReported: true }));
    case 'report-spending':
      return { ...known, spentShare: act.share };
  }
}

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.constant<Act>({ does: 'check-in' }),
  fc.record({ does: fc.constant('move-promise' as const), index: fc.nat(20), days: fc.integer({ min: -400, max: 400 }) }),
  fc.record({ does: fc.constant('report-done' as const), index: fc.nat(20) }),
  fc.record({ does: fc.constant('report-spending' as const), share: fc.double({ min: 0, max: 2, noNaN: true }) }),
);
const anyMilestone = fc
  .record({ ago: fc.integer({ min: -200, max: 200 }), laterMoves: fc.nat(4), isReported: fc.boolean() })
  .map(({ ago, ...rest }) => lateBy(ago, rest));
const anyFacts = fc
  .record({
    left: fc.array(anyMilestone, { minLength: 1, maxLength: 8 }),
    confirmed: fc.nat(8).map((count) => ({ milestones: count, weight: count })),
    silentWorkingDays: fc.nat(30),
    spentShare: fc.option(fc.double({ min: 0, max: 2, noNaN: true })),
    refusedPhotos: fc.nat(3),
  })
  .map((wishes) => facts(wishes));
const isLate = (known: ProgrammeFacts): boolean => known.left.some((one) => one.plannedOn < today);

describe('whatever the owner does', () => {
  it('no sequence of his own acts makes a late programme green', () => {
    fc.assert(
      fc.property(anyFacts.filter(isLate), fc.array(anyAct, { maxLength: 40 }), (known, acts) => {
        expect(colourOf(acts.reduce(after, known))?.light).not.toBe('green');
      }),
      { numRuns: 2000 },
    );
  });

  it('none of them makes the lateness itself smaller', () => {
    const lateness = (known: ProgrammeFacts): number | undefined => {
      const reason = colourOf(known)?.reasons.find((one) => one.code === 'milestone-late');
      return reason?.code === 'milestone-late' ? reason.days : undefined;
    };
    fc.assert(
      fc.property(anyFacts.filter(isLate), fc.array(anyAct, { maxLength: 20 }), (known, acts) => {
        expect(lateness(acts.reduce(after, known))).toBe(lateness(known));
      }),
    );
  });

  it('the reviewer’s word does: with every late milestone confirmed it is no longer late', () => {
    fc.assert(
      fc.property(anyFacts, (known) => {
        const left = known.left.filter((one) => one.plannedOn >= today);
        const done = known.left.length - left.length;
        const confirmed = { milestones: known.confirmed.milestones + done, weight: known.confirmed.weight + done };
        const codes = colourOf({ ...known, left, confirmed })?.reasons.map((one) => one.code);
        expect(codes).not.toContain('milestone-late');
      }),
    );
  });
});
