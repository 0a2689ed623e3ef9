import { expect, it } from 'vitest';
import { likePatterns, searchText } from './search-text.ts';

it('is searched without case, wildcards standing for themselves', () => {
  expect(searchText('A-2022-03-15/07', 'Saluran', null)).toBe('a-2022-03-15/07 saluran');
  expect(likePatterns(' 100%  Saluran_ ')).toEqual([String.raw`%100\%%`, String.raw`%saluran\_%`]);
});
