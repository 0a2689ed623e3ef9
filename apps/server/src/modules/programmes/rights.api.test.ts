import { delegate } from '@makaverse/contract/identity-directory';
import { nominationState, type NominationState } from '@makaverse/contract/programmes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { ProblemError, startHarness, type Harness } from '../../testing/harness.ts';
import { personMoves, type PersonMove } from './policy.ts';
import { openSeat, type Seat } from './testing/seats.ts';

let harness: Harness;
let city: SmallCity;
/** The seat of Pekerjaan Umum in each state; proposed by its head, reviewed by the first assistant, about `staffPu`. */
const seats = new Map<NominationState, Seat>();
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
  for (const state of nominationState.options) {
    const seat = await openSeat(harness, city);
    await seat.bringTo(state);
    seats.set(state, seat);
  }
});
afterAll(() => harness.close());

const outcomeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof ProblemError) return error.problem.code;
      throw error;
    },
  );

/** What a state answers to a move that is the person's to make; null where it goes on. */
const wrongState: Readonly<Record<PersonMove, (state: NominationState) => string | null>> = {
  propose: (state) => (['open', 'returned', 'declined', 'countered'].includes(state) ? null : 'nomination-seat-not-open'),
  return: (state) => (['proposed', 'recommended'].includes(state) ? null : 'nomination-nothing-to-return'),
  recommend: (state) => (state === 'proposed' ? null : 'nomination-nothing-to-review'),
  appoint: (state) => (state === 'recommended' ? null : 'nomination-not-recommended'),
  accept: (state) => (state === 'appointed' ? null : 'nomination-not-appointed'),
  decline: (state) => (state === 'appointed' ? null : 'nomination-not-appointed'),
  counter: (state) => (state === 'appointed' ? null : 'nomination-not-appointed'),
  replace: (state) => (['appointed', 'accepted'].includes(state) ? null : 'nomination-nobody-to-replace'),
};

/** Whose moves they are, told by person and not by the policy. Everybody else of those who may read has none. */
const movesOfPerson = (): ReadonlyMap<Citizen, (state: NominationState) => readonly PersonMove[]> => {
  const { headPu, staffPu, assistant1, mayor, deputyMayor } = city;
  const ofMayor = (state: NominationState): PersonMove[] =>
    state === 'recommended' ? ['return', 'appoint', 'replace'] : ['appoint', 'replace'];
  return new Map<Citizen, (state: NominationState) => readonly PersonMove[]>([
    [headPu, () => ['propose', 'replace']],
    [assistant1, (state) => (state === 'recommended' ? ['recommend', 'replace'] : ['recommend', 'return', 'replace'])],
    [mayor, ofMayor],
    [deputyMayor, ofMayor],
    [staffPu, (state) => (state === 'open' || state === 'cancelled' ? [] : ['accept', 'decline', 'counter'])],
  ]);
};
const readersOf = (state: NominationState): readonly Citizen[] => [
  city.mayor,
  city.deputyMayor,
  city.secretary,
  city.assistant1,
  city.assistant2,
  city.expert1,
  city.headPu,
  city.secretaryPu,
  ...(state === 'open' || state === 'cancelled' ? [] : [city.staffPu]),
];
const everybody = (): readonly Citizen[] => {
  const { staffPu, staffPu2, headHealth, clerk, admin } = city;
  return [...readersOf('open'), staffPu, staffPu2, headHealth, clerk, admin];
};

function expected(who: Citizen, state: NominationState, move: PersonMove): string {
  if (!readersOf(state).includes(who)) return 'record-missing';
  const own = movesOfPerson().get(who)?.(state) ?? [];
  if (own.includes(move)) return state === 'cancelled' ? 'nomination-seat-gone' : (wrongState[move](state) ?? 'done');
  const isOwn = who === city.headPu || who === city.staffPu;
  if ((move === 'recommend' || move === 'return') && state === 'proposed' && isOwn) return 'nomination-own-proposal';
  if (move === 'appoint' && who === city.staffPu) return 'nomination-self-appointed';
  return 'not-allowed';
}

describe('every role, every state, every move', () => {
  it.each(nominationState.options)('%s: what is allowed goes on, all else is refused by its rule', async (state) => {
    const seat = seats.get(state)!;
    const allowed: string[] = [];
    for (const who of everybody()) {
      for (const move of personMoves) {
        const wanted = expected(who, state, move);
        if (wanted === 'done') {
          allowed.push(move);
          const fresh = await openSeat(harness, city);
          await fresh.bringTo(state);
          expect(await outcomeOf(fresh.take(move, who, { personId: city.staffPu2.id })), `${who.name} ${move}`).toBe('done');
        } else expect(await outcomeOf(seat.take(move, who, { personId: city.staffPu2.id })), `${who.name} ${move}`).toBe(wanted);
      }
    }
    expect(allowed.length > 0).toBe(state !== 'cancelled');
    expect((await seat.read()).state, 'nothing refused moved it').toBe(state);
  });

  it.each(nominationState.options)('%s: the page offers each reader just what he may do, and opens to nobody else', async (state) => {
    const seat = seats.get(state)!;
    for (const who of everybody()) {
      if (!readersOf(state).includes(who)) {
        expect((await harness.refusal(seat.read(who))).status, who.name).toBe(404);
        continue;
      }
      const able = personMoves.filter((move) => expected(who, state, move) === 'done');
      expect((await seat.read(who)).mayDo, who.name).toEqual(able);
    }
  });
});

describe('who stands in', () => {
  it('the others of the leadership, when the reviewer himself is proposed or proposes', async () => {
    const { assistant1, assistant2, secretary, mayor, expert1, headBureau } = city;
    // The bureau is below the first assistant's office, who is its reviewer.
    const seat = await openSeat(harness, city, { unitIds: [city.units.assistant1] });
    const proposed = await seat.take('propose', assistant1, { personId: headBureau.id });
    expect(proposed).toMatchObject({ state: 'proposed', dueFrom: 'Asisten atau sekretaris daerah selain pengusul', mayDo: [] });
    expect(await outcomeOf(seat.take('recommend', assistant1))).toBe('nomination-own-proposal');
    expect(await outcomeOf(seat.take('return', assistant1))).toBe('nomination-own-proposal');
    expect(await outcomeOf(seat.take('recommend', mayor))).toBe('not-allowed');
    for (const other of [secretary, assistant2, expert1]) expect((await seat.read(other)).mayDo).toEqual(['recommend', 'return']);
    expect(await outcomeOf(seat.take('recommend', secretary))).toBe('done');
  });

  it('whoever holds the reviewer’s office now; his own proposal is vetted by the others too', async () => {
    const { assistant2, assistant1, headBureau, secretary } = city;
    const seat = await openSeat(harness, city, { reviewerId: assistant2.id, unitIds: [city.units.assistant2] });
    const move = (positionOf: Citizen, who: Citizen) =>
      harness.db.updateTable('identity.position').set({ person_id: who.id }).where('id', '=', positionOf.positionId).execute();
    await move(assistant2, headBureau);
    await seat.take('propose', headBureau, { personId: headBureau.id });
    expect(await outcomeOf(seat.take('recommend', headBureau))).toBe('nomination-own-proposal');
    expect((await seat.read(secretary)).dueFrom).toBe('Asisten atau sekretaris daerah selain pengusul');
    expect(await outcomeOf(seat.take('return', assistant1))).toBe('done');
    await move(assistant2, assistant2);
  });

  it('every reviewer, where the reviewer’s office is vacant when the proposal is made', async () => {
    const { assistant2, assistant1, expert1, headPu } = city;
    const seat = await openSeat(harness, city, { reviewerId: assistant2.id });
    const holdUntil = (valid_to: string | null) =>
      harness.db.updateTable('identity.position').set({ valid_to }).where('id', '=', assistant2.positionId).execute();
    await holdUntil('2022-03-15');
    expect(await seat.take('propose', headPu)).toMatchObject({ dueFrom: 'Asisten atau staf ahli', reviewer: null });
    for (const other of [assistant1, expert1]) expect((await seat.read(other)).mayDo).toEqual(['recommend', 'return']);
    await holdUntil(null);
  });

  it('who holds the power to appoint, while he holds it, and not for himself', async () => {
    const { mayor, secretary, expert1 } = city;
    const hand = (to: Citizen) =>
      harness.as(mayor)(delegate, {
        body: { toPersonId: to.id, power: 'appoint', validFrom: '2022-03-15', validUntil: '2022-03-18', reason: 'Dinas' },
      });
    const seat = await openSeat(harness, city, { unitIds: [city.units.secretariat] });
    await seat.take('propose', secretary, { personId: secretary.id });
    await seat.take('recommend', city.assistant1);
    expect(await outcomeOf(seat.take('appoint', expert1))).toBe('not-allowed');
    await hand(secretary);
    await hand(expert1);
    expect(await outcomeOf(seat.take('appoint', secretary))).toBe('nomination-self-appointed');
    expect(await outcomeOf(seat.take('return', secretary))).toBe('not-allowed');
    harness.clock.set('2022-03-19T00:00:00+08:00');
    expect((await seat.read(expert1)).mayDo).toEqual([]);
    expect(await outcomeOf(seat.take('appoint', expert1))).toBe('not-allowed');
    harness.clock.set('2022-03-18T23:59:00+08:00');
    expect((await seat.read(expert1)).mayDo).toEqual(['return', 'appoint']);
    expect((await seat.take('appoint', expert1)).steps.at(-1)).toMatchObject({ by: { id: expert1.id }, action: 'appoint' });
  });
});
