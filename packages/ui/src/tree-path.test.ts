import { expect, test } from 'vitest';
import { pathTo } from './tree-path.ts';

type Unit = { readonly id: string; readonly children?: readonly Unit[] };

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
