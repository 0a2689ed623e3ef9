import type { Delegation, Holding } from '@makaverse/contract/identity-directory';

/** Where a delegation stands on a day. */
export type DelegationState = 'running' | 'coming' | 'ended' | 'revoked';

/** `today` is a civil date; the last day still counts. */
export function delegationState(delegation: Delegation, today: string): DelegationState {
  if (delegation.revokedAt !== null) return 'revoked';
  if (delegation.validUntil < today) return 'ended';
  return delegation.validFrom > today ? 'coming' : 'running';
}

/** Whether it still has an effect or will have one. */
export function isStanding(state: DelegationState): boolean {
  return state === 'running' || state === 'coming';
}

/** The office that may hand its powers on: mayor and deputy (UU 30/2014 art. 13); to offer it, the server decides. */
export function delegatingOffice(holdings: readonly Holding[]): Holding | null {
  return holdings.find((one) => one.unit.kind === 'mayor' && (one.kind === 'head' || one.kind === 'deputy')) ?? null;
}

/** Whose delegation it is, seen by one person: given by him, received by him, or between others. */
export const sides = ['given', 'received', 'others'] as const;
export type DelegationSide = (typeof sides)[number];

/** On which side of a delegation a person stands. */
export function sideOf(delegation: Delegation, personId: string): DelegationSide {
  if (delegation.from.id === personId) return 'given';
  return delegation.to.id === personId ? 'received' : 'others';
}
