import type { Holding, Unit } from '@makaverse/contract/identity-directory';
import { describe, expect, it } from 'vitest';
import { endingByNature, mergePlan } from './merge-plan.ts';

const holding = (positionId: string, more: Partial<Holding> = {}): Holding => ({
  positionId,
  unit: { id: 'u', code: 'U', kind: 'agency', name: 'Unit', shortName: 'U' },
  person: { id: `person-${positionId}`, name: positionId, title: '' },
  kind: 'member',
  title: 'Staf',
  acting: null,
  from: '2022-01-01',
  to: null,
  ...more,
});
const below = (id: string, validTo: string | null): Unit => ({
  id,
  code: id,
  kind: 'bureau',
  name: id,
  shortName: id,
  parentId: 'u',
  presentingGroup: null,
  validFrom: '2022-01-01',
  validTo,
  head: null,
  version: 1,
});

describe('mergePlan', () => {
  const on = '2022-04-01';
  it('moves units first, then each position as chosen', () => {
    const steps = mergePlan({ children: [below('b', null)], holdings: [holding('one'), holding('two')], on, leaving: new Set(['two']) });
    expect(steps.map((step) => step.kind)).toEqual(['move-unit', 'move-position', 'end-position']);
  });
  it('leaves alone what is over by that day, and takes what ends after it', () => {
    const holdings = [holding('over', { to: '2022-04-01' }), holding('later', { to: '2022-04-02' })];
    const children = [below('gone', '2022-04-01'), below('there', '2022-05-01')];
    const steps = mergePlan({ children, holdings, on, leaving: new Set() });
    expect(steps.map((step) => (step.kind === 'move-unit' ? step.unit.id : step.holding.positionId))).toEqual(['there', 'later']);
  });
  it('has nothing left to do when all is done', () => {
    expect(mergePlan({ children: [], holdings: [], on, leaving: new Set() })).toEqual([]);
  });
});

it('ends heads with their unit and nobody else', () => {
  const holdings = [holding('head', { kind: 'head' }), holding('acting', { kind: 'head', acting: 'plt' }), holding('staff')];
  expect([...endingByNature(holdings)]).toEqual(['head', 'acting']);
});
