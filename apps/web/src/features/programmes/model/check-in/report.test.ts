import type { CheckInForm } from '@makaverse/contract/programmes-check-in';
import { describe, expect, it } from 'vitest';
import { blankDraft, bodyOf, draftFrom, draftOf, faultsOf, keptOf, movesDate, wayKey, withMilestone } from './report.ts';

const form = {
  progress: 30,
  milestones: [
    { id: 'a', title: 'Survei', promisedOn: '2022-04-01' },
    { id: 'b', title: 'Kontrak', promisedOn: '2022-05-01' },
  ],
} as unknown as CheckInForm;
const today = '2022-03-24';

describe('a report being written', () => {
  it('begins with the progress of last time and the next promise as it stands', () => {
    expect(blankDraft(form)).toMatchObject({ progress: 30, milestoneId: 'a', on: '2022-04-01', words: '' });
    expect(blankDraft({ ...form, milestones: [], progress: null })).toMatchObject({ progress: 0, milestoneId: null, on: '' });
  });

  it('goes on from what was kept, without milestones that are gone or just reported done', () => {
    const kept = JSON.stringify({ ...blankDraft(form), words: 'Dikeruk', milestoneId: 'gone', doneIds: ['a', 'gone'] });
    expect(draftFrom(kept, form)).toMatchObject({ words: 'Dikeruk', milestoneId: 'b', on: '2022-05-01', doneIds: ['a'] });
    expect(draftFrom(JSON.stringify({ ...blankDraft(form), on: '2022-04-20', reason: 'Hujan' }), form)).toMatchObject({
      on: '2022-04-20',
      reason: 'Hujan',
    });
  });

  it('begun on the form of the last visit, follows the one the server then gives in all that nobody changed', () => {
    const fresh = { ...form, progress: 45, milestones: [{ ...form.milestones[0]!, promisedOn: '2022-04-15' }, form.milestones[1]!] };
    const begun = keptOf({ ...blankDraft(form), words: 'Dikeruk' }, form);
    expect(draftFrom(begun, fresh)).toEqual({ ...blankDraft(fresh), words: 'Dikeruk' });
    expect(faultsOf(draftFrom(begun, fresh), fresh, today)).toEqual([]);
    const own = { ...withMilestone(blankDraft(form), form, 'b'), on: '2022-05-20', reason: 'Hujan', progress: 50, doneIds: ['a'] };
    expect(draftFrom(keptOf(own, form), fresh)).toEqual(own);
    expect(draftFrom(keptOf(withMilestone(blankDraft(form), form, 'b'), form), fresh)).toMatchObject({
      milestoneId: 'b',
      on: '2022-05-01',
    });
    expect(draftFrom(keptOf({ ...blankDraft(form), on: '' }, form), fresh).on).toBe('');
    expect(keptOf(blankDraft(form), form)).toBe('');
  });

  it('asks for words, and for a reason and a day to come where the date moves', () => {
    const draft = { ...blankDraft(form), words: 'Dikeruk' };
    expect(faultsOf(blankDraft(form), form, today)).toEqual(['words']);
    expect(faultsOf(draft, form, today)).toEqual([]);
    expect(movesDate(draft, form)).toBe(false);
    expect(faultsOf({ ...draft, on: '' }, form, today)).toEqual(['date']);
    expect(faultsOf({ ...draft, on: '2022-04-08' }, form, today)).toEqual(['reason']);
    expect(faultsOf({ ...draft, on: '2022-03-20', reason: 'Maju' }, form, today)).toEqual(['past']);
    // Late already and left as it is: nothing is moved.
    expect(faultsOf(draft, form, '2022-06-01')).toEqual([]);
  });

  it('takes the date of the milestone that is chosen, and comes back whole when it was refused', () => {
    const draft = { ...withMilestone({ ...blankDraft(form), reason: 'x' }, form, 'b'), words: ' Dikeruk ' };
    expect(draft).toMatchObject({ on: '2022-05-01', reason: '' });
    const body = bodyOf('id', draft);
    expect(body).toMatchObject({ words: 'Dikeruk', promise: { milestoneId: 'b', on: '2022-05-01', reason: '' } });
    const way = { kind: 'link', token: 't' } as const;
    expect(draftOf({ way, body, photos: [], keptAt: '' })).toEqual({ ...draft, words: 'Dikeruk' });
    expect(wayKey(way)).toBe('link.t');
  });
});
