import {
  acknowledgeTask,
  cascadeTask,
  changeDirective,
  confirmTask,
  readDirective,
  readDirectiveHistory,
  reportTask,
  type Directive,
  type Task,
} from '@makaverse/contract/directives';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { ProblemError, startHarness, type Harness } from '../../testing/harness.ts';
import { completeParts, holdRakorsus, understood } from './testing/rakorsus.ts';

let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
afterAll(() => harness.close());

const codeOf = (outcome: PromiseSettledResult<unknown>): string =>
  outcome.status === 'fulfilled' ? 'done' : outcome.reason instanceof ProblemError ? outcome.reason.problem.code : String(outcome.reason);

describe('at once', () => {
  it('clerks who keep directives side by side get numbers without a gap or a double', async () => {
    const meetings = [holdRakorsus(harness, city), holdRakorsus(harness, city)];
    const kept = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        meetings[at % 2]!.keep({ words: `Arahan ke-${at}` }, at % 3 === 0 ? city.headBureau : city.clerk),
      ),
    );
    for (const meeting of meetings) {
      const numbers = kept.filter((one) => one.meetingId === meeting.meetingId).map((one) => one.number);
      const label = numbers[0]!.split('/')[0];
      expect(numbers.toSorted()).toEqual(Array.from({ length: 15 }, (_, at) => `${label}/${String(at + 1).padStart(2, '0')}`));
    }
    expect(new Set(kept.map((one) => one.number)).size).toBe(30);
  });

  it('a number that was taken in vain is given again', async () => {
    const meeting = holdRakorsus(harness, city);
    await meeting.keep({});
    await expect(meeting.keep({ reviewerId: city.headPu.id })).rejects.toMatchObject({ code: 'directive-reviewer-unfit' });
    expect((await meeting.keep({})).number).toMatch(/\/02$/);
  });

  it('two clerks who complete one directive: the second gets the first one’s words beside his own, and nothing is lost', async () => {
    const kept = await holdRakorsus(harness, city).keep({ words: 'Bersihkan saluran.' });
    const params = { id: kept.id };
    const change = (who: { id: string }, words: string) => harness.as(who)(changeDirective, { params, body: { version: 1, words } });
    const outcomes = await Promise.allSettled([
      change(city.clerk, 'Bersihkan saluran tersier.'),
      change(city.mayor, 'Bersihkan saluran sekunder.'),
    ]);
    expect(outcomes.map(codeOf).toSorted()).toEqual(['done', 'edit-conflict']);
    const won = outcomes.find((one) => one.status === 'fulfilled')!.value as Directive;
    const lost = outcomes.find((one) => one.status === 'rejected')!.reason as ProblemError;
    expect(lost.problem).toMatchObject({ status: 409, current: { id: kept.id, words: won.words, version: 2 } });
    const loser = won.words.includes('tersier') ? city.mayor : city.clerk;
    await harness.as(loser)(changeDirective, { params, body: { version: 2, words: 'Bersihkan saluran tersier dan sekunder.' } });
    const { items } = await harness.as(city.clerk)(readDirectiveHistory, { params });
    expect(items.map((item) => item.text)).toEqual([
      'Bersihkan saluran.',
      'kata-kata semula: Bersihkan saluran.',
      `kata-kata semula: ${won.words}`,
    ]);
  });

  it('the same change sent twice with one key is one change and one answer', async () => {
    const kept = await holdRakorsus(harness, city).keep({});
    const params = { id: kept.id };
    const send = (words: string) =>
      harness.as(city.clerk)(changeDirective, { params, body: { version: 1, words }, idempotencyKey: `change-${kept.id}` });
    const [first, second] = await Promise.all([send('Keruk kanal.'), send('Keruk kanal.')]);
    expect(second).toEqual(first);
    expect((await harness.as(city.clerk)(readDirective, { params })).version).toBe(2);
    expect((await harness.refusal(send('Kunci lama, isi lain.'))).code).toBe('idempotency-key-reused');
  });

  async function task(): Promise<Task> {
    const meeting = holdRakorsus(harness, city);
    const directive = await meeting.keep(completeParts(city, [city.units.kecamatanA, city.units.pu]));
    await meeting.issue();
    return (await meeting.tasksOf(directive.id)).get(city.units.kecamatanA)!;
  }

  it('of two acknowledgements one stands, and the story holds one', async () => {
    const meeting = holdRakorsus(harness, city);
    const directive = await meeting.keep(completeParts(city, [city.units.pu]));
    await meeting.issue();
    const params = { id: (await meeting.tasksOf(directive.id)).get(city.units.pu)!.id };
    const outcomes = await Promise.allSettled([
      harness.as(city.headPu)(acknowledgeTask, { params, body: { words: `${understood} (kepala)` } }),
      harness.as(city.secretaryPu)(acknowledgeTask, { params, body: { words: `${understood} (sekretaris)` } }),
    ]);
    expect(outcomes.map(codeOf).toSorted()).toEqual(['done', 'task-already-acknowledged']);
    const { rows } = await sql<{ n: number }>`select count(*) as n from directives.task_event where task_id = ${params.id}`.execute(
      harness.db,
    );
    expect(rows[0]!.n).toBe(1);
  });

  it('an acknowledgement sent twice with one key is one', async () => {
    const params = { id: (await task()).id };
    const send = () =>
      harness.as(city.camatA)(acknowledgeTask, { params, body: { words: understood }, idempotencyKey: `ack-${params.id}` });
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
  });

  it('passing on twice at the same moment makes each unit’s task once', async () => {
    const params = { id: (await task()).id };
    const call = harness.as(city.camatA);
    await call(acknowledgeTask, { params, body: { words: understood } });
    const passOn = () => call(cascadeTask, { params, body: { unitIds: [city.units.kelurahanA1, city.units.kelurahanA2] } });
    const [first, second] = await Promise.all([passOn(), passOn()]);
    expect(second.tasks.map((one) => one.id)).toEqual(first.tasks.map((one) => one.id));
  });

  it('two last tasks confirmed at the same moment finish the directive', async () => {
    const meeting = holdRakorsus(harness, city);
    const directive = await meeting.keep(completeParts(city, [city.units.health, city.units.pu]));
    await meeting.issue();
    const tasks = await meeting.tasksOf(directive.id);
    for (const [unitId, head] of [
      [city.units.health, city.headHealth],
      [city.units.pu, city.headPu],
    ] as const) {
      const params = { id: tasks.get(unitId)!.id };
      await harness.as(head)(acknowledgeTask, { params, body: { words: understood } });
      await harness.as(head)(reportTask, { params, body: { words: 'Selesai.' } });
    }
    await Promise.all([...tasks.values()].map((one) => harness.as(city.assistant1)(confirmTask, { params: { id: one.id } })));
    expect((await harness.as(city.mayor)(readDirective, { params: { id: directive.id } })).state).toBe('done');
  });

  it('a change and the close of the meeting do not pass each other by', async () => {
    const meeting = holdRakorsus(harness, city);
    const directive = await meeting.keep(completeParts(city, [city.units.pu]));
    const outcomes = await Promise.allSettled([
      meeting.issue(),
      harness.as(city.clerk)(changeDirective, { params: { id: directive.id }, body: { version: 1, deadline: null } }),
    ]);
    const now = await harness.as(city.clerk)(readDirective, { params: { id: directive.id } });
    const isIssued = outcomes[0].status === 'fulfilled';
    expect(now.state).toBe(isIssued ? 'issued' : 'draft');
    expect(now.deadline).toBe(isIssued ? '2022-04-14' : null);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });
});
