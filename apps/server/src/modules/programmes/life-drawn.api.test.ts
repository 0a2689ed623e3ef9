import type { NominationState } from '@makaverse/contract/programmes';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { ProblemError, startHarness, type Harness } from '../../testing/harness.ts';
import { personMoves, type PersonMove } from './policy.ts';
import { openSeat, type Detail, type Seat } from './testing/seats.ts';
import { openTaskSeat } from './testing/task-seats.ts';

let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
afterAll(() => harness.close());

const cast = ['headPu', 'secretaryPu', 'staffPu', 'staffPu2', 'assistant1', 'assistant2', 'secretary', 'mayor', 'deputyMayor'] as const;
type Player = (typeof cast)[number];
interface Turn {
  readonly move: PersonMove;
  readonly by: Player;
  readonly personId: Player;
  readonly isStale: boolean;
}
const turn: fc.Arbitrary<Turn> = fc.record({
  move: fc.constantFrom(...personMoves),
  by: fc.constantFrom(...cast),
  personId: fc.constantFrom('headPu', 'staffPu', 'staffPu2', 'secretaryPu'),
  isStale: fc.nat(9).map((chance) => chance === 0),
});
/** Who usually makes a move, so that stories also go on; every third turn is anybody's. */
const usual: Readonly<Record<NominationState, readonly (readonly [PersonMove, Player | 'nominee'])[]>> = {
  open: [['propose', 'headPu']],
  returned: [['propose', 'headPu']],
  declined: [['propose', 'headPu']],
  countered: [['propose', 'headPu']],
  proposed: [
    ['recommend', 'assistant1'],
    ['recommend', 'assistant1'],
    ['return', 'assistant1'],
  ],
  recommended: [['appoint', 'mayor']],
  appointed: [
    ['accept', 'nominee'],
    ['decline', 'nominee'],
    ['counter', 'nominee'],
  ],
  accepted: [['replace', 'assistant1']],
  cancelled: [],
};

const rowOf = (seat: Seat) =>
  harness.db.selectFrom('programmes.nomination').selectAll().where('id', '=', seat.id).executeTakeFirstOrThrow();
/** Everything a move may leave behind. */
async function tracesOf(seat: Seat): Promise<unknown> {
  const { rows: audit } = await harness.db
    .selectFrom('platform.audit')
    .select('seq')
    .where('object_id', '=', seat.id)
    .execute()
    .then((rows) => ({ rows }));
  const steps = await harness.db
    .selectFrom('programmes.nomination_step')
    .selectAll()
    .where('nomination_id', '=', seat.id)
    .orderBy('seq')
    .execute();
  const tasks = await harness.db.selectFrom('directives.task').selectAll().orderBy('id').execute();
  return { row: await rowOf(seat), steps, tasks, audit: audit.length };
}

async function play(seat: Seat, turns: readonly Turn[]): Promise<{ made: number; refused: number; last: Detail }> {
  let [made, refused] = [0, 0];
  for (const [at, drawn] of turns.entries()) {
    const row = await rowOf(seat);
    const choices = usual[row.state];
    const chosen = at % 3 === 2 ? undefined : choices[at % choices.length];
    const move = chosen?.[0] ?? drawn.move;
    const byId = chosen ? (chosen[1] === 'nominee' ? row.person_id! : city[chosen[1]].id) : city[drawn.by].id;
    const before = await tracesOf(seat);
    const version = drawn.isStale ? row.version + 1 : row.version;
    try {
      const after = await seat.take(move, { id: byId }, { personId: city[drawn.personId].id, version });
      expect(drawn.isStale, 'a stale version moves nothing').toBe(false);
      expect(after).toMatchObject({ version: row.version + 1 });
      expect(after.steps).toHaveLength((before as { steps: unknown[] }).steps.length + 1);
      made += 1;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      expect([403, 404, 409, 422]).toContain(error.problem.status);
      expect(await tracesOf(seat)).toEqual(before);
      refused += 1;
    }
  }
  return { made, refused, last: await seat.read() };
}

/** What must be true of every story, however it went. */
function judge({ steps, state, person }: Detail): void {
  for (const [at, step] of steps.entries()) {
    const proposal = steps.slice(0, at).findLast((one) => one.action === 'propose');
    if (step.action === 'recommend') {
      expect(step.by!.id).not.toBe(proposal!.by!.id);
      expect(step.by!.id).not.toBe(proposal!.person!.id);
    }
    if (step.action === 'appoint' && at > 1) {
      expect(steps[at - 1]!.action).toBe('recommend');
      expect(step.by!.id).not.toBe(step.person!.id);
    }
    if (step.action === 'accept') {
      expect(steps[at - 1]).toMatchObject({ action: 'appoint', person: { id: step.by!.id } });
      expect(step.person!.id).toBe(step.by!.id);
    }
  }
  if (state === 'accepted') expect(steps.at(-1)).toMatchObject({ action: 'accept', by: { id: person!.id } });
}

describe('whatever anybody tries', () => {
  it('nobody is in charge unaware, nobody vets his own, nobody appoints himself, and a refused move leaves no trace', async () => {
    const total = { made: 0, refused: 0, accepted: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('programme', 'task', 'named'),
        fc.array(turn, { minLength: 10, maxLength: 24 }),
        async (kind, turns) => {
          const named = { addressees: [{ unitId: city.units.pu, picId: city.staffPu.id, nominationDueOn: null }] };
          const taskSeat = kind === 'programme' ? null : await openTaskSeat(harness, city, kind === 'named' ? named : {});
          const seat = taskSeat ?? (await openSeat(harness, city));
          const { made, refused, last } = await play(seat, turns);
          judge(last);
          total.made += made;
          total.refused += refused;
          total.accepted += last.steps.filter((step) => step.action === 'accept').length;
          if (!taskSeat) return;
          const task = await harness.db
            .selectFrom('directives.task')
            .select('pic_id')
            .where('id', '=', taskSeat.taskId)
            .executeTakeFirstOrThrow();
          expect(task.pic_id).toBe(last.state === 'accepted' ? last.person!.id : null);
        },
      ),
      { numRuns: 12, seed: 20220322 },
    );
    expect(total.made).toBeGreaterThan(60);
    expect(total.refused).toBeGreaterThan(40);
    expect(total.accepted).toBeGreaterThan(2);
  });
});

describe('at once', () => {
  const outcomes = async (calls: readonly Promise<unknown>[]): Promise<string[]> =>
    (await Promise.allSettled(calls))
      .map((one) =>
        one.status === 'fulfilled' ? 'done' : one.reason instanceof ProblemError ? one.reason.problem.code : String(one.reason),
      )
      .toSorted();
  const moves = async (seat: Seat, state: NominationState, calls: readonly (readonly [PersonMove, Citizen])[]): Promise<string[]> => {
    const { version } = await seat.bringTo(state);
    return outcomes(calls.map(([move, by]) => seat.take(move, by, { version })));
  };

  it('of two who move a nomination one does, and the other sees what it became', async () => {
    const { assistant1, mayor, deputyMayor, staffPu, headPu } = city;
    const fresh = () => openSeat(harness, city);
    const one = ['done', 'edit-conflict'];
    expect(
      await moves(await fresh(), 'proposed', [
        ['recommend', assistant1],
        ['return', assistant1],
      ]),
    ).toEqual(one);
    expect(
      await moves(await fresh(), 'recommended', [
        ['appoint', mayor],
        ['return', deputyMayor],
      ]),
    ).toEqual(one);
    const contested = await fresh();
    const codes = await moves(contested, 'appointed', [
      ['accept', staffPu],
      ['replace', headPu],
    ]);
    // Who was replaced first finds the nomination no longer his to read.
    expect(codes).toEqual((await contested.read()).state === 'accepted' ? one : ['done', 'record-missing']);
    const seat = await fresh();
    await seat.bringTo('proposed');
    const lost = await harness.refusal(seat.take('propose', headPu, { version: 1 }));
    expect(lost).toMatchObject({ status: 409, code: 'edit-conflict', current: { id: seat.id, state: 'proposed', version: 2 } });
  });

  it('an acceptance sent twice with one key is one and one answer, and the key serves nothing else', async () => {
    const seat = await openSeat(harness, city);
    const { version } = await seat.bringTo('appointed');
    const send = () => seat.take('accept', city.staffPu, { version, idempotencyKey: `accept-${seat.id}` });
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    expect(first.steps.filter((step) => step.action === 'accept')).toHaveLength(1);
    const other = seat.take('decline', city.staffPu, { version, idempotencyKey: `accept-${seat.id}` });
    expect((await harness.refusal(other)).code).toBe('idempotency-key-reused');
  });
});
