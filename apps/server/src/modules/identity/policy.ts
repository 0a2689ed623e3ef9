import type { Actor } from '#platform/actor';
import { isAdministrator, isLeader, isMayor } from './domain/rights.ts';

/** Units, people, positions and imports are kept by the administrator. */
export function mayKeepDirectory(actor: Actor): boolean {
  return isAdministrator(actor);
}

/** Contact data is open to the person himself, his own unit, the leaders and the administrator (UU 27/2022 art. 16: no more than needed). */
export function maySeeContact(actor: Actor, person: { readonly id: string; readonly unitIds: readonly string[] }): boolean {
  if (actor.personId === person.id || isLeader(actor) || isAdministrator(actor)) return true;
  return actor.positions.some((one) => person.unitIds.includes(one.unitId));
}

/** Only who has the mayor's powers by office hands them on: a delegated power is not delegated again (UU 30/2014 art. 13). */
export function mayDelegate(actor: Actor): boolean {
  return isMayor(actor);
}

/** Who gave it takes it back; the administrator can, when the giver cannot. */
export function mayRevoke(actor: Actor, delegation: { readonly fromPersonId: string }): boolean {
  return delegation.fromPersonId === actor.personId || isMayor(actor) || isAdministrator(actor);
}

/** A delegation is seen by its two sides and the administrator. */
export function maySeeAllDelegations(actor: Actor): boolean {
  return isAdministrator(actor);
}
