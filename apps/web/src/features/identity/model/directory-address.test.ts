import { describe, expect, it } from 'vitest';
import { dayOfAddress, directoryAt, unitPageOn } from './directory-address.ts';

describe('dayOfAddress', () => {
  it('takes a day the server answers for', () => {
    expect(dayOfAddress('2022-03-15')).toBe('2022-03-15');
  });
  it.each([null, '', '0202-03-15', '2200-01-01', '15-03-2022', '2022-03'])('takes %j for no day', (value) => {
    expect(dayOfAddress(value)).toBeNull();
  });
});

it('keeps the day on the way to a unit and back to its place in the directory', () => {
  expect(unitPageOn('u1', null)).toBe('/direktori/unit/u1');
  expect(unitPageOn('u1', '2022-03-15')).toBe('/direktori/unit/u1?tanggal=2022-03-15');
  expect(directoryAt('u1', '2022-03-15')).toBe('/direktori?unit=u1&tanggal=2022-03-15');
  expect(directoryAt(null, null)).toBe('/direktori');
});
