import { expect, test } from 'vitest';
import { pathTo, type Branch } from './tree-path.ts';

type Unit = Branch<Unit>;

const units: readonly Unit[] = [
  { id: 'wali-kota', children: [{ id: 'camat-manggala', children: [{ id: 'lurah-antang' }, { id: 'lurah-bangkala' }] }] },
  { id: 'dinas-pu' },
];

test('leads from the root to the node', () => {
  expect(pathTo(units, 'lurah-bangkala')).toEqual(['wali-kota', 'camat-manggala', 'lurah-bangkala']);
  expect(pathTo(units, 'dinas-pu')).toEqual(['dinas-pu']);
});

test('is empty for a node that is not there', () => {
  expect(pathTo(units, 'lurah-antah')).toEqual([]);
});
