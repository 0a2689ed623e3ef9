import { delegate } from '@makaverse/contract/identity-directory';
import { nominationState, type NominationState } from '@makaverse/contract/programmes';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#platform/actor';
import { newId } from '#platform/id';
import { actorOf } from '#modules/identity';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { isTurnOf, mayReadNomination, movesOf } from './policy.ts';
import { seatOf } from './present.ts';
import { isTurnOfSql, isVisibleTo } from './queries/nomination-conditions.ts';
import { officeHolders, type OfficeHolders } from './queries/people-due.ts';
import type { NominationRow } from './tables.ts';

let harness: Harness;
let city: SmallCity;
let rows: readonly NominationRow[];
let actors: readonly Actor[];
beforeAll(async () => {
  harness = await startHarness();
  city = await smallCity(harness);
  // The second assistant's office passed to the expert; the third of the mayor's powers' holders is the inspector.
  await endOf(city.assistant2);
  await hold(city.staffHealth, city.units.assistant2, 'head');
  await hold(city.secretaryPu, city.units.pu, 'deputy');
  await hold(city.clerk, city.units.secretariat, 'secretary');
  await harness.as(city.mayor)(delegate, {
    body: { toPersonId: city.secretary.id, power: 'appoint', validFrom: '2022-03-15', validUntil: '2022-03-31', reason: 'Dinas' },
  });
  rows = await everyKindOfSeat();
  const people = Object.values(city).filter((one): one is Citizen => 'positionId' in one);
  const found = await Promise.all(people.map((one) => actorOf(harness.db, one.id, harness.clock.now())));
  actors = found.filter((one) => one !== null);
});
afterAll(() => harness.close());

const endOf = ({ positionId }: Citizen) =>
  harness.db.updateTable('identity.position').set({ valid_to: '2022-03-01' }).where('id', '=', positionId).execute();
const hold = (who: Citizen, unitId: string, kind: 'head' | 'deputy' | 'secretary') =>
  harness.db
    .insertInto('identity.position')
    .values({
      id: newId(harness.clock.now()),
      person_id: who.id,
      unit_id: unitId,
      kind,
      title: 'Pejabat',
      acting: null,
      valid_from: '2022-03-01',
      valid_to: null,
      end_told_at: null,
      created_at: harness.clock.now(),
    })
    .execute();

/** Every state, in different units, with every mix of reviewer, proposer and nominee that could mean something to a policy. */
async function everyKindOfSeat(): Promise<NominationRow[]> {
  const now = harness.clock.now();
  const { mayor, assistant1, assistant2, expert1, secretary, headPu, staffPu, camatA, staffHealth, deputyMayor } = city;
  const reviewers: readonly (readonly [string | null, string | null])[] = [
    [null, null],
    [assistant1.id, city.units.assistant1],
    [expert1.id, null],
    [assistant2.id, city.units.assistant2],
    [staffPu.id, null],
  ];
  const nominees = [staffPu, headPu, assistant1, mayor, secretary, staffHealth];
  const proposers = [headPu, camatA, assistant1, staffHealth, deputyMayor, expert1];
  const units = [city.units.pu, city.units.kecamatanA, city.units.city, city.units.assistant2];
  const values: Omit<NominationRow, 'version'>[] = [];
  for (const [at, state] of nominationState.options.entries()) {
    for (const [which, [reviewerId, reviewerUnitId]] of reviewers.entries()) {
      for (const [turn, nominee] of nominees.entries()) {
        const isNobody = state === 'open' || state === 'cancelled';
        values.push({
          id: newId(now),
          seat_kind: 'task',
          seat_id: newId(now),
          unit_id: units[(at + which + turn) % units.length]!,
          subject_id: newId(now),
          subject_number: 'A/1',
          subject_title: 'Saluran',
          reviewer_id: reviewerId,
          reviewer_unit_id: reviewerUnitId,
          state,
          person_id: isNobody ? null : nominee.id,
          suggested_id: state === 'countered' ? staffPu.id : null,
          reasons: isNobody ? null : 'Cakap',
          proposed_by_id: isNobody || turn === 5 ? null : proposers[(which + turn) % proposers.length]!.id,
          moved_by_id: null,
          since: now,
          due_at: state === 'accepted' || state === 'cancelled' ? null : now,
          next_notice_at: null,
          told_at: null,
          search: '',
          created_at: now,
        });
      }
    }
  }
  await harness.db.insertInto('programmes.nomination').values(values).execute();
  return harness.db.selectFrom('programmes.nomination').selectAll().orderBy('id').execute();
}

const both = (flags: readonly boolean[]): boolean => flags.includes(true) && flags.includes(false);
async function idsWhere(condition: ReturnType<typeof isTurnOfSql>): Promise<ReadonlySet<string>> {
  const found = await sql<{ id: string }>`select id from programmes.nomination nomination where ${condition}`.execute(harness.db);
  return new Set(found.rows.map((row) => row.id));
}
const nameOf = (actor: Actor, row: NominationRow): string => `${actor.name}: ${row.state} ${row.id}`;

describe('written twice, said once, for every role and every kind of seat', () => {
  it('who may read', async () => {
    const seen: boolean[] = [];
    for (const actor of actors) {
      const visible = await idsWhere(isVisibleTo(actor));
      for (const row of rows) {
        expect(visible.has(row.id), nameOf(actor, row)).toBe(mayReadNomination(actor, seatOf(row)));
        seen.push(visible.has(row.id));
      }
    }
    expect(both(seen)).toBe(true);
  });

  it('whose turn it is, in each state', async () => {
    const seen = new Map<NominationState, boolean[]>();
    for (const actor of actors) {
      const turns = await idsWhere(isTurnOfSql(actor));
      for (const row of rows) {
        expect(turns.has(row.id), nameOf(actor, row)).toBe(isTurnOf(actor, seatOf(row)));
        seen.set(row.state, [...(seen.get(row.state) ?? []), turns.has(row.id)]);
      }
    }
    for (const state of nominationState.options) expect(both(seen.get(state)!), state).toBe(state !== 'accepted' && state !== 'cancelled');
  });

  it('who is told to move: only who may, and somebody wherever anybody of the office may', async () => {
    const offices: OfficeHolders = await officeHolders(harness.db, harness.clock.now(), rows);
    let told = 0;
    for (const row of rows) {
      const due = offices.dueOf(row);
      told += due.length;
      for (const id of due) {
        const actor = actors.find((one) => one.personId === id)!;
        expect(isTurnOf(actor, seatOf(row)), nameOf(actor, row)).toBe(true);
      }
      const able = actors.filter((actor) => isTurnOf(actor, seatOf(row)));
      expect(due.length > 0, `${row.state} ${row.id}`).toBe(able.length > 0);
      // Whoever holds the mayor's power to appoint is told like the mayor.
      if (row.state === 'recommended') expect(due.toSorted()).toEqual(able.map((actor) => actor.personId).toSorted());
    }
    expect(told).toBeGreaterThan(rows.length / 2);
  });
});

describe('whoever it is', () => {
  it('reads what he may move', () => {
    for (const actor of actors)
      for (const row of rows)
        if (movesOf(actor, seatOf(row)).length > 0) expect(mayReadNomination(actor, seatOf(row)), nameOf(actor, row)).toBe(true);
  });

  it('vets no proposal of his own or about himself, and appoints not himself', () => {
    for (const actor of actors) {
      for (const row of rows) {
        const moves = movesOf(actor, seatOf(row));
        if (row.proposed_by_id === actor.personId || row.person_id === actor.personId)
          expect(moves, nameOf(actor, row)).not.toContain('recommend');
        if (row.person_id === actor.personId) expect(moves, nameOf(actor, row)).not.toContain('appoint');
        if (row.person_id !== actor.personId) expect(moves, nameOf(actor, row)).not.toContain('accept');
      }
    }
  });
});
