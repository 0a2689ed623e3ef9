import type { Delegation, Holding } from '@makaverse/contract/identity-directory';
import { describe, expect, it } from 'vitest';
import { delegatingOffice, delegationState, isStanding, sideOf } from './delegation-state.ts';

const person = { id: 'p', name: 'Nama', title: 'Jabatan' };
const delegation: Delegation = {
  id: 'd',
  from: person,
  to: { ...person, id: 'q' },
  power: 'appoint',
  validFrom: '2022-03-21',
  validUntil: '2022-03-25',
  reason: 'Perjalanan dinas',
  revokedAt: null,
};
const holding = (unitKind: string, kind: Holding['kind']): Holding => ({
  positionId: 'h',
  unit: { id: 'u', code: 'U', kind: unitKind, name: 'Unit', shortName: 'Unit' },
  person,
  kind,
  title: 'Jabatan',
  acting: null,
  from: '2021-02-26',
  to: null,
});

describe('delegationState', () => {
  it.each([
    ['2022-03-20', 'coming'],
    ['2022-03-21', 'running'],
    ['2022-03-25', 'running'],
    ['2022-03-26', 'ended'],
  ] as const)('on %s it is %s', (today, state) => {
    expect(delegationState(delegation, today)).toBe(state);
  });
  it('is taken back whatever the day', () => {
    expect(delegationState({ ...delegation, revokedAt: '2022-03-22T01:00:00Z' }, '2022-03-22')).toBe('revoked');
  });
  it('stands while it runs or is to come', () => {
    expect((['running', 'coming', 'ended', 'revoked'] as const).filter(isStanding)).toEqual(['running', 'coming']);
  });
});

it('is given, received, or of others, seen by one person', () => {
  const seenBy = [delegation.from.id, delegation.to.id, 'somebody else'].map((personId) => sideOf(delegation, personId));
  expect(seenBy).toEqual(['given', 'received', 'others']);
});

describe('delegatingOffice', () => {
  it('is the mayor and the deputy, and nobody else', () => {
    expect(delegatingOffice([holding('agency', 'head'), holding('mayor', 'deputy')])?.unit.kind).toBe('mayor');
    expect(delegatingOffice([holding('mayor', 'member'), holding('secretariat', 'head')])).toBeNull();
  });
});
