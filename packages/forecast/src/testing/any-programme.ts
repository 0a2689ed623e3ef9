import fc from 'fast-check';
import type { Milestone, Programme } from '../programme.ts';

/** Any programme that may be forecast on day 0: 1 to 12 milestones, acyclic, some reached, plans and truths in any disorder. */
export const anyProgramme: fc.Arbitrary<Programme> = fc
  .array(
    fc.record({
      plannedFinish: fc.integer({ min: -200, max: 400 }),
      finished: fc.option(fc.integer({ min: -200, max: 0 }), { freq: 2 }),
      waits: fc.array(fc.nat(11), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .chain((rows) =>
    fc.record({
      id: fc.constantFrom('p', 'q', 'a programme', '✓'),
      unit: fc.constantFrom('synthetic-unit-0', 'a unit nobody knows'),
      start: fc.integer({ min: -300, max: 50 }),
      due: fc.integer({ min: -100, max: 800 }),
      milestones: fc.constant(
        rows.map(({ plannedFinish, finished, waits }, index): Milestone => ({
          id: `m${index}`,
          plannedFinish,
          finished,
          after: waits.filter((earlier) => earlier < index).map((earlier) => `m${earlier}`),
        })),
      ),
    }),
  );
