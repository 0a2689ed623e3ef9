import { expect, it } from 'vitest';
import { spanOf } from './meeting-draft.ts';

it('lets a meeting run past midnight', () => {
  expect(spanOf({ day: '2022-03-15', from: '19:00', to: '01:50' })).toEqual({
    startsAt: '2022-03-15T11:00:00.000Z',
    endsAt: '2022-03-15T17:50:00.000Z',
  });
  expect(spanOf({ day: '2022-03-22', from: '09:00', to: '11:00' })).toEqual({
    startsAt: '2022-03-22T01:00:00.000Z',
    endsAt: '2022-03-22T03:00:00.000Z',
  });
});
