import { acknowledgeTask } from '@makaverse/contract/directives';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { cascadeTask } from './commands/cascade-task.ts';
import { completeParts, holdRakorsus, understood } from './testing/rakorsus.ts';
import type { Transaction } from '#platform/context';
import type { Actor } from '#platform/actor';

let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
beforeEach(async () => {
  // Each test begins with nothing owed by anybody.
  await harness.db.deleteFrom('directives.reminder').execute();
  await harness.db.deleteFrom('directives.task_event').execute();
  await harness.db.deleteFrom('directives.task').execute();
  harness.letters.length = 0;
  harness.clock.set('2022-03-15T19:00:00+08:00');
});
afterAll(() => harness.close());

const remind = async (at: string): Promise<string[]> => {
  harness.clock.set(at);
  harness.letters.length = 0;
  await harness.transact(null, (tx) => Promise.resolve(tx.enqueue({ name: 'today.tell-notices', payload: {} })));
  await harness.settle();
  return harness.letters.map((letter) => letter.to.name).toSorted();
};

describe('when a meeting closes', () => {
  it('head and secretary of each unit get one mail that lists everything for them', async () => {
    const meeting = holdRakorsus(harness, city);
    const first = await meeting.keep({ ...completeParts(city, [city.units.pu, city.units.kecamatanA]), isCascading: true });
    const second = await meeting.keep({
      ...completeParts(city, [city.units.pu]),
      words: `Petakan simpul genangan. ${'a b c d '.repeat(60)}`,
    });
    await meeting.issue();
    await harness.settle();
    const readers = [city.headPu, city.secretaryPu, city.camatA, city.lurahA1, city.lurahA2];
    expect(harness.letters.map((letter) => letter.to.name).toSorted()).toEqual(readers.map((one) => one.name).toSorted());
    const toPu = harness.letters.find((letter) => letter.to.name === city.headPu.name)!;
    expect(toPu.subject).toBe('2 arahan menunggu pernyataan paham unit Anda');
    expect(toPu.text).toContain(`${first.number}: Bersihkan saluran tersier`);
    expect(toPu.text).toContain(`${second.number}: Petakan simpul genangan.`);
    expect(toPu.text).toContain('Tenggat Kamis, 14 April 2022. http://localhost:3000/tugas/');
    expect(toPu.text.length).toBeLessThan(1500);
    const toLurah = harness.letters.find((letter) => letter.to.name === city.lurahA1.name)!;
    expect(toLurah.text).not.toContain(second.number);
  });

  it('are told once, though the job runs again, and again only of what is passed on later', async () => {
    const meeting = holdRakorsus(harness, city);
    const directive = await meeting.keep(completeParts(city, [city.units.kecamatanA]));
    await meeting.issue();
    await harness.settle();
    const again = { name: 'directives.tell-units', payload: { directiveIds: [directive.id] } };
    await harness.transact(null, (tx) => Promise.resolve(tx.enqueue(again)));
    await harness.settle();
    expect(harness.letters).toHaveLength(1);
    const task = (await meeting.tasksOf(directive.id)).get(city.units.kecamatanA)!;
    await harness.as(city.camatA)(acknowledgeTask, { params: { id: task.id }, body: { words: understood } });
    await harness.transact(city.camatA, (tx) => cascadeTask(tx as Transaction<Actor>, { id: task.id, unitIds: [city.units.kelurahanA2] }));
    await harness.settle();
    expect(harness.letters.map((letter) => letter.to.name)).toEqual([city.camatA.name, city.lurahA2.name]);
  });
});

describe('reminders', () => {
  async function issued(): Promise<void> {
    const meeting = holdRakorsus(harness, city);
    await meeting.keep({ ...completeParts(city, [city.units.kecamatanA]), isCascading: true });
    harness.clock.set('2022-03-16T01:50:00+08:00');
    await meeting.issue();
    await harness.settle();
    // One kelurahan is enough to follow: the camat has understood, the other lurah too.
    for (const [who, unitId] of [
      [city.camatA, city.units.kecamatanA],
      [city.lurahA2, city.units.kelurahanA2],
    ] as const) {
      const row = await harness.db.selectFrom('directives.task').select('id').where('unit_id', '=', unitId).executeTakeFirstOrThrow();
      await harness.as(who)(acknowledgeTask, { params: { id: row.id }, body: { words: understood } });
    }
  }

  it('come the day before, when it is missed, and then climb rung by rung, each once', async () => {
    await issued();
    const { lurahA1, camatA, assistant1, secretary, mayor } = city;
    expect(await remind('2022-03-16T07:00:00+08:00')).toEqual([]);
    expect(await remind('2022-03-17T07:00:00+08:00')).toEqual([lurahA1.name]);
    expect(harness.letters[0]!.text).toContain('pernyataan paham segera jatuh tempo');
    expect(await remind('2022-03-18T07:00:00+08:00')).toEqual([]);
    expect(await remind('2022-03-19T07:00:00+08:00'), 'no mail on a Saturday').toEqual([]);
    expect(await remind('2022-03-21T07:00:00+08:00')).toEqual([lurahA1.name]);
    expect(harness.letters[0]!.text).toContain('belum menyatakan paham, lewat 1 hari kerja');
    expect(await remind('2022-03-21T09:00:00+08:00'), 'run twice on one day').toEqual([]);
    expect(await remind('2022-03-23T07:00:00+08:00')).toEqual([camatA.name, lurahA1.name].toSorted());
    expect(await remind('2022-03-25T07:00:00+08:00')).toEqual([assistant1.name]);
    expect(harness.letters[0]!.subject).toBe('1 hal pada arahan belum bergerak dan naik ke meja Anda');
    expect(await remind('2022-03-29T07:00:00+08:00')).toEqual([secretary.name]);
    expect(await remind('2022-03-31T07:00:00+08:00')).toEqual([mayor.name]);
    expect(await remind('2022-04-06T07:00:00+08:00')).toEqual([]);
  });

  it('count what is too much to list', async () => {
    const meeting = holdRakorsus(harness, city);
    for (let at = 0; at < 35; at += 1) await meeting.keep({ ...completeParts(city, [city.units.water]), words: `Arahan nomor ${at}` });
    await meeting.issue();
    await harness.settle();
    expect(await remind('2022-03-16T07:00:00+08:00')).toEqual([city.headWater.name]);
    expect(harness.letters[0]!.text).toContain('dan 5 lagi.');
  });
});
