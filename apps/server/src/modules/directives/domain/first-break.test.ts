import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstBreak, inChainOrder, type Link } from './first-break.ts';

const since = (day: number): Date => new Date(Date.UTC(2022, 2, day));
const link = (id: string, parentId: string | null, lateSince: Date | null = null): Link => ({ id, parentId, unitCode: id, lateSince });
/** Links that form a forest: each parent is one of those before. */
const anyChain = fc.array(fc.record({ parent: fc.nat(), late: fc.option(fc.integer({ min: 1, max: 28 }), { nil: null }) })).map((nodes) =>
  nodes.map(({ parent, late }, at): Link => {
    const above = at === 0 || parent % (at + 1) === at ? null : `n${parent % at}`;
    return link(`n${at}`, above, late === null ? null : since(late));
  }),
);

describe('the chain', () => {
  it('comes parents first and complete, in whatever order it was read', () => {
    fc.assert(
      fc.property(
        anyChain.chain((links) => fc.shuffledSubarray(links, { minLength: links.length })),
        (links) => {
          const ordered = inChainOrder(links).map((one) => one.id);
          expect(ordered.toSorted()).toEqual(links.map((one) => one.id).toSorted());
          for (const one of links) if (one.parentId) expect(ordered.indexOf(one.parentId)).toBeLessThan(ordered.indexOf(one.id));
        },
      ),
    );
  });

  it('breaks first at a late link above which nothing is late', () => {
    fc.assert(
      fc.property(anyChain, (links) => {
        const byId = new Map(links.map((one) => [one.id, one]));
        const broken = firstBreak(links);
        expect(broken === null).toBe(links.every((one) => one.lateSince === null));
        if (broken === null) return;
        expect(byId.get(broken)!.lateSince).not.toBeNull();
        for (let above = byId.get(broken)!.parentId; above; above = byId.get(above)!.parentId)
          expect(byId.get(above)!.lateSince).toBeNull();
      }),
    );
  });

  it('prefers the link nearest to the top, then the one late the longest', () => {
    const links = [
      link('camat-a', null),
      link('lurah-a1', 'camat-a', since(1)),
      link('camat-b', null, since(9)),
      link('pu', null, since(4)),
    ];
    expect(firstBreak(links)).toBe('pu');
    expect(firstBreak(links.slice(0, 2))).toBe('lurah-a1');
  });

  it('puts a link whose parent is not shown at the top', () => {
    expect(inChainOrder([link('lurah-a1', 'hidden'), link('camat-b', null)]).map((one) => one.id)).toEqual(
      ['camat-b', 'lurah-a1'].toSorted(),
    );
  });
});
