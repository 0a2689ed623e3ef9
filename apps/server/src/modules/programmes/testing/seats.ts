import {
  acceptAppointment,
  appoint,
  counterPropose,
  declineAppointment,
  propose,
  readNomination,
  recommend,
  replacePersonInCharge,
  returnNomination,
  startProgramme,
  type NominationState,
  type Programme,
  type programmeFields,
} from '@makaverse/contract/programmes';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import type { z } from 'zod';
import type { SmallCity } from '../../../testing/city.ts';
import type { Harness } from '../../../testing/harness.ts';
import { moveByItself } from '../commands/move-by-itself.ts';
import type { PersonMove } from '../policy.ts';

type Somebody = { readonly id: string };
export type Detail = ReplyOf<typeof readNomination>;
export type Fields = z.input<typeof programmeFields>;

const endpoints = {
  propose,
  return: returnNomination,
  recommend,
  appoint,
  accept: acceptAppointment,
  decline: declineAppointment,
  counter: counterPropose,
  replace: replacePersonInCharge,
} as const satisfies Readonly<Record<PersonMove, object>>;

/** What goes with a move; what is left out is said in the test's own words. */
interface Said {
  readonly personId?: string;
  readonly words?: string;
  readonly version?: number;
  readonly idempotencyKey?: string;
}

/** A nomination in the hands of a test. */
export interface Seat {
  readonly id: string;
  read(by?: Somebody): Promise<Detail>;
  /** Makes a move as somebody, on the newest version unless another is named. */
  take(move: PersonMove, by: Somebody, said?: Said): Promise<Detail>;
  /** Plays the usual moves of Pekerjaan Umum's people up to a state. */
  bringTo(state: NominationState): Promise<Detail>;
}

const usualMoves: Readonly<Record<NominationState, readonly PersonMove[]>> = {
  open: [],
  proposed: ['propose'],
  returned: ['propose', 'return'],
  recommended: ['propose', 'recommend'],
  appointed: ['propose', 'recommend', 'appoint'],
  declined: ['propose', 'recommend', 'appoint', 'decline'],
  countered: ['propose', 'recommend', 'appoint', 'counter'],
  accepted: ['propose', 'recommend', 'appoint', 'accept'],
  cancelled: [],
};

let lastNumber = 0;

/** The fields of a programme of Pekerjaan Umum, reviewed by the first assistant, as the leadership fills them in; each with its number. */
export function fieldsOf(city: SmallCity, wishes: Partial<Fields> = {}): Fields {
  lastNumber += 1;
  return {
    number: lastNumber,
    name: 'Longgar dari genangan',
    outcome: 'Tidak ada genangan lebih dari satu jam',
    field: 'Drainase',
    reviewerId: city.assistant1.id,
    unitIds: [city.units.pu],
    nominationDueOn: '2022-03-18',
    isExample: true,
    ...wishes,
  };
}

/** The city secretary starts a programme. */
export function startedProgramme(harness: Harness, city: SmallCity, wishes: Partial<Fields> = {}): Promise<Programme> {
  return harness.as(city.secretary)(startProgramme, { body: fieldsOf(city, wishes) });
}

/** The seat of Pekerjaan Umum in a programme of its own. */
export async function openSeat(harness: Harness, city: SmallCity, wishes: Partial<Fields> = {}): Promise<Seat> {
  const { units } = await startedProgramme(harness, city, wishes);
  return seatBy(harness, city, units[0]!.nominationId!);
}

/** The moves on a nomination that exists. */
export function seatBy(harness: Harness, city: SmallCity, id: string): Seat {
  const params = { id };
  const rowOf = () => harness.db.selectFrom('programmes.nomination').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const read: Seat['read'] = (by = city.mayor) => harness.as(by)(readNomination, { params });
  const take: Seat['take'] = async (move, by, { personId = city.staffPu.id, words = `Karena ${move}.`, version, idempotencyKey } = {}) => {
    const body = {
      version: version ?? (await rowOf()).version,
      ...((move === 'propose' || move === 'counter') && { personId }),
      ...(move === 'propose' && { reasons: words }),
      ...(['return', 'decline', 'counter', 'replace'].includes(move) && { reason: words }),
      ...((move === 'recommend' || move === 'appoint') && { note: words }),
    };
    // Each endpoint takes its part of this; the contract drops nothing silently that it needs.
    return harness.as(by)(endpoints[move] as typeof propose, { params, body: body as never, ...(idempotencyKey && { idempotencyKey }) });
  };
  const usual: Readonly<Record<PersonMove, () => Promise<Detail>>> = {
    propose: () => take('propose', city.headPu),
    return: () => take('return', city.assistant1),
    recommend: () => take('recommend', city.assistant1),
    appoint: () => take('appoint', city.mayor),
    accept: () => take('accept', city.staffPu),
    decline: () => take('decline', city.staffPu),
    counter: () => take('counter', city.staffPu, { personId: city.staffPu2.id }),
    replace: () => take('replace', city.headPu),
  };
  return {
    id,
    read,
    take,
    bringTo: async (state) => {
      for (const move of usualMoves[state]) await usual[move]();
      if (state === 'cancelled')
        await harness.transact(null, async (tx) => moveByItself(tx, await rowOf(), { move: 'cancel', byId: city.mayor.id, at: tx.now }));
      return read();
    },
  };
}
