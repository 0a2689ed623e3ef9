import type { nominationDetail } from '@makaverse/contract/programmes';
import type { z } from 'zod';
import type { Transaction } from '#platform/context';
import { refuseOutsider } from './refuse-outsider.ts';
import { takeStep, type AskedMove } from './take-step.ts';

type Detail = Promise<z.infer<typeof nominationDetail>>;
type WithReason = AskedMove & { readonly reason: string };
type WithNote = AskedMove & { readonly note: string };
type WithPerson = AskedMove & { readonly personId: string };

/** Who moves and when. */
const by = (tx: Transaction): { readonly byId: string; readonly at: Date } => ({ byId: tx.actor.personId, at: tx.now });
const noteOf = (note: string): string | null => (note === '' ? null : note);

/** Head or deputy proposes a person of the unit, or of one below it, with reasons. */
export function propose(tx: Transaction, input: WithPerson & { readonly reasons: string }): Detail {
  return takeStep(tx, { ...input, move: 'propose' }, async (row) => {
    await refuseOutsider(tx, { personId: input.personId, unitId: row.unit_id });
    return { move: 'propose', ...by(tx), personId: input.personId, reason: input.reasons };
  });
}

/** The reviewer, or later who appoints, gives the proposal back to the unit with a reason. */
export function returnNomination(tx: Transaction, input: WithReason): Detail {
  return takeStep(tx, { ...input, move: 'return' }, () => ({ move: 'return', ...by(tx), reason: input.reason }));
}

/** The reviewer found the person fit. */
export function recommend(tx: Transaction, input: WithNote): Detail {
  return takeStep(tx, { ...input, move: 'recommend' }, () => ({ move: 'recommend', ...by(tx), reason: noteOf(input.note) }));
}

/** The mayor, or who holds his power, appoints; the person has 48 hours to answer. */
export function appoint(tx: Transaction, input: WithNote): Detail {
  return takeStep(tx, { ...input, move: 'appoint' }, () => ({ move: 'appoint', ...by(tx), reason: noteOf(input.note) }));
}

/** The person agrees; from now on he is in charge. */
export function acceptAppointment(tx: Transaction, input: AskedMove): Detail {
  return takeStep(tx, { ...input, move: 'accept' }, () => ({ move: 'accept', ...by(tx) }));
}

/** The person says no, and why. */
export function declineAppointment(tx: Transaction, input: WithReason): Detail {
  return takeStep(tx, { ...input, move: 'decline' }, () => ({ move: 'decline', ...by(tx), reason: input.reason }));
}

/** The person names another of the unit in his place; the unit then proposes him, or somebody else. */
export function counterPropose(tx: Transaction, input: WithPerson & WithReason): Detail {
  return takeStep(tx, { ...input, move: 'counter' }, async (row) => {
    await refuseOutsider(tx, { personId: input.personId, unitId: row.unit_id });
    return { move: 'counter', ...by(tx), personId: input.personId, reason: input.reason };
  });
}

/** The person in charge leaves the seat, for a reason; the unit owes a new name. */
export function replacePersonInCharge(tx: Transaction, input: WithReason): Detail {
  return takeStep(tx, { ...input, move: 'replace' }, () => ({ move: 'replace', ...by(tx), reason: input.reason }));
}
