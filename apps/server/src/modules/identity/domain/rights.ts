import type { Power } from '@makaverse/contract/identity-directory';
import type { Actor, HeldPosition } from '#platform/actor';

/** Rights follow from positions held now; nothing here looks at a name. */

const holds = (actor: Actor, fits: (position: HeldPosition) => boolean): boolean => actor.positions.some(fits);

/** The mayor and the deputy mayor, acting ones too. */
export function isMayor(actor: Actor): boolean {
  return holds(actor, (one) => one.unitKind === 'mayor' && (one.kind === 'head' || one.kind === 'deputy'));
}

/** Head of an assistant's or an expert's office: vets nominations, rates progress. */
export function isReviewer(actor: Actor): boolean {
  return holds(actor, (one) => one.kind === 'head' && (one.unitKind === 'assistant' || one.unitKind === 'expert-staff'));
}

/** Mayor, city secretary (Sekda), assistants and expert staff: they see the whole city's work. */
export function isLeader(actor: Actor): boolean {
  const isSecretariat = holds(actor, (one) => one.unitKind === 'secretariat' && ['head', 'deputy', 'secretary'].includes(one.kind));
  return isSecretariat || isMayor(actor) || isReviewer(actor);
}

/** Takes the minutes and enters directives. */
export function isClerk(actor: Actor): boolean {
  return holds(actor, (one) => one.kind === 'clerk');
}

/** Keeps the directory and the installation; sees no contents of meetings by this alone. */
export function isAdministrator(actor: Actor): boolean {
  return holds(actor, (one) => one.kind === 'administrator');
}

/** PPID, the public information officer (UU 14/2008 art. 13). */
export function isInformationOfficer(actor: Actor): boolean {
  return holds(actor, (one) => one.kind === 'information-officer');
}

/** Head of the unit, definitive or acting. */
export function headsUnit(actor: Actor, unitId: string): boolean {
  return holds(actor, (one) => one.unitId === unitId && one.kind === 'head');
}

/** Head, deputy or secretary: whose word is the unit's word. */
export function speaksForUnit(actor: Actor, unitId: string): boolean {
  return holds(actor, (one) => one.unitId === unitId && (one.kind === 'head' || one.kind === 'deputy' || one.kind === 'secretary'));
}

/** Holds any position in the unit itself. */
export function belongsToUnit(actor: Actor, unitId: string): boolean {
  return holds(actor, (one) => one.unitId === unitId);
}

/** Holds a position in one of the units on a path, which runs from a unit up to the root: in the unit or above it. */
export function isWithin(actor: Actor, unitPath: readonly string[]): boolean {
  return holds(actor, (one) => unitPath.includes(one.unitId));
}

/** By his own office or by a delegation of the mayor that is valid now. */
export function mayActWith(actor: Actor, power: Power): boolean {
  return isMayor(actor) || actor.powers.some((one) => one.power === power);
}

/** The units in which the actor holds a position, each once. */
export function unitIdsOf(actor: Actor): readonly string[] {
  return [...new Set(actor.positions.map((one) => one.unitId))];
}

/** The units whose work the actor shares. Who only keeps the installation running has no part in its contents. */
export function workUnitIds(actor: Actor): readonly string[] {
  return [...new Set(actor.positions.filter((one) => one.kind !== 'administrator').map((one) => one.unitId))];
}
