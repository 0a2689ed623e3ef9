import { instantAt } from '@makaverse/calendar';
import { nominationState, type NominationState } from '@makaverse/contract/programmes';
import { describe, expect, it } from 'vitest';
import { dueAfter, firstDue } from './deadlines.ts';

const thursday = instantAt('2022-04-14', '10:00');

describe('the term of each state', () => {
  it('is two working days, over Good Friday and the weekend, and 48 hours by the clock for an answer', () => {
    const working = instantAt('2022-04-19', '16:00');
    const terms = Object.fromEntries(nominationState.options.map((state) => [state, dueAfter(state, thursday)]));
    expect(terms).toEqual({
      open: working,
      proposed: working,
      returned: working,
      recommended: working,
      appointed: instantAt('2022-04-16', '10:00'),
      declined: working,
      countered: working,
      accepted: null,
      cancelled: null,
    } satisfies Record<NominationState, Date | null>);
  });

  it('counts from the day in Makassar, not in Greenwich', () => {
    expect(dueAfter('proposed', instantAt('2022-03-22', '00:30'))).toEqual(instantAt('2022-03-24', '16:00'));
    expect(dueAfter('proposed', instantAt('2022-03-21', '23:30'))).toEqual(instantAt('2022-03-23', '16:00'));
  });

  it('of the unit ends first when offices close on the day named, be it a holiday', () => {
    expect(firstDue('2022-03-18')).toEqual(instantAt('2022-03-18', '16:00'));
    expect(firstDue('2022-03-03')).toEqual(instantAt('2022-03-03', '16:00'));
  });
});
