import { changeProgramme, readProgramme, startProgramme, type Programme } from '@makaverse/contract/programmes';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#platform/id';
import { demoLife } from '#modules/identity';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { ProblemError, startHarness, type Harness } from '../../testing/harness.ts';
import { fieldsOf, seatBy, startedProgramme, type Fields } from './testing/seats.ts';

let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
beforeEach(() => harness.clock.set('2022-03-15T09:00:00+08:00'));
afterAll(() => harness.close());

const start = (fields: Partial<Fields> = {}, by: Citizen = city.secretary) =>
  harness.as(by)(startProgramme, { body: fieldsOf(city, fields) });
const change = (programme: Programme, fields: Partial<Fields> & { version?: number }, by: Citizen = city.secretary) => {
  const { number, name, outcome, field, units, version } = programme;
  const same = { number, name, outcome, field, reviewerId: city.assistant1.id, unitIds: units.map((unit) => unit.id) };
  const body = { ...same, nominationDueOn: '2022-03-25', version, ...fields };
  return harness.as(by)(changeProgramme, { params: { id: programme.id }, body });
};
const read = (id: string, by: Citizen = city.mayor) => harness.as(by)(readProgramme, { params: { id } });
const codeOf = (outcome: PromiseSettledResult<unknown>): string =>
  outcome.status === 'fulfilled' ? 'done' : outcome.reason instanceof ProblemError ? outcome.reason.problem.code : String(outcome.reason);
const codesOf = async (calls: readonly Promise<unknown>[]): Promise<string[]> => (await Promise.allSettled(calls)).map(codeOf).toSorted();

describe('a programme is started', () => {
  it('by the leadership; each of its units owes a name until the day, and its people are told', async () => {
    harness.letters.length = 0;
    const { pu, health } = city.units;
    const programme = await start({ unitIds: [pu, health, pu], source: 'Contoh, bukan daftar resmi' });
    expect(programme).toMatchObject({
      isExample: true,
      source: 'Contoh, bukan daftar resmi',
      reviewer: { id: city.assistant1.id },
      version: 1,
      units: [
        { id: pu, pic: null, nominationState: 'open' },
        { id: health, pic: null, nominationState: 'open' },
      ],
    });
    const seat = seatBy(harness, city, programme.units[1]!.nominationId!);
    expect(await seat.read(city.headHealth)).toMatchObject({
      seat: { kind: 'programme', id: programme.id, unitId: health },
      subject: { number: String(programme.number), title: programme.name, href: `/program/${programme.id}` },
      dueAt: '2022-03-18T08:00:00.000Z',
      mayDo: ['propose'],
    });
    await harness.settle();
    expect(harness.letters.map((letter) => letter.to.name).toSorted()).toEqual([city.headPu.name, city.headHealth.name].toSorted());
    expect(harness.letters[0]!.subject).toBe('1 nama penanggung jawab ditunggu dari unit Anda');
  });

  it('by nobody else, and read by all', async () => {
    for (const who of [city.headPu, city.clerk, city.admin, city.ppid, city.camatA, city.staffPu])
      expect((await harness.refusal(start({}, who))).code, who.name).toBe('not-allowed');
    for (const who of [city.mayor, city.deputyMayor, city.assistant2, city.expert1])
      expect((await read((await start({}, who)).id, city.staffHealth)).version, who.name).toBe(1);
    expect((await harness.refusal(read(newId(harness.clock.now())))).status).toBe(404);
  });

  it('with a number of its own, also when two take it at the same moment', async () => {
    const taken = await start();
    const refused = await harness.refusal(start({ number: taken.number }));
    expect(refused).toMatchObject({ status: 409, code: 'programme-number-taken' });
    expect(refused.title).toContain(String(taken.number));
    const fields = fieldsOf(city);
    const both = [city.secretary, city.mayor, city.assistant1].map((who) => harness.as(who)(startProgramme, { body: fields }));
    expect(await codesOf(both)).toEqual(['done', 'programme-number-taken', 'programme-number-taken']);
    const other = await start();
    const { number } = fieldsOf(city);
    for (let round = 0; round < 5; round += 1) {
      const free = number + 100 + round;
      const codes = await codesOf([start({ number: free }, city.mayor), change(await read(other.id), { number: free })]);
      expect(codes).toEqual(['done', 'programme-number-taken']);
    }
  });

  it('under a reviewer who heads his office today, with units of today, for a day to come; else nothing of it stays', async () => {
    const { units } = city;
    const before = await harness.db.selectFrom('programmes.programme').select('id').execute();
    const code = async (fields: Partial<Fields>): Promise<string> => (await harness.refusal(start(fields))).code;
    for (const { id } of [city.mayor, city.secretary, city.headPu, city.clerk, { id: newId(harness.clock.now()) }])
      expect(await code({ reviewerId: id })).toBe('programme-reviewer-without-office');
    expect(await code({ unitIds: [units.pu, newId(harness.clock.now())] })).toBe('programme-unit-unknown');
    expect(await code({ nominationDueOn: '2022-03-14' })).toBe('programme-nomination-day-passed');
    await harness.db
      .updateTable('identity.unit_version')
      .set({ valid_to: '2022-03-15' })
      .where('unit_id', '=', units.kelurahanB2)
      .execute();
    expect(await code({ unitIds: [units.kelurahanB2] })).toBe('programme-unit-unknown');
    expect(await harness.db.selectFrom('programmes.programme').select('id').execute()).toEqual(before);
    expect((await start({ nominationDueOn: '2022-03-15' })).units).toHaveLength(1);
  });

  it('for a day in a year whose holidays nobody has decided yet', async () => {
    const programme = await start({ nominationDueOn: '2199-12-31' });
    const { dueAt } = await seatBy(harness, city, programme.units[0]!.nominationId!).read();
    expect(dueAt).toBe('2199-12-31T08:00:00.000Z');
  });
});

describe('a programme is corrected', () => {
  it('and its seats follow; units that stay keep their day and how far they came', async () => {
    const programme = await startedProgramme(harness, city, { unitIds: [city.units.pu] });
    const seat = seatBy(harness, city, programme.units[0]!.nominationId!);
    await seat.bringTo('recommended');
    const waiting = seatBy(harness, city, (await startedProgramme(harness, city)).units[0]!.nominationId!);
    await waiting.take('propose', city.headPu);
    const ofWaiting = await read((await waiting.read()).seat.id);
    await harness.settle();
    harness.letters.length = 0;
    const changed = await change(programme, { name: 'Kota tanpa genangan', reviewerId: city.assistant2.id });
    await change(ofWaiting, { reviewerId: city.assistant2.id });
    await harness.settle();
    expect(harness.letters.map(({ to, subject }) => `${to.name}: ${subject}`)).toEqual([
      `${city.assistant2.name}: Usulan Dinas Pekerjaan Umum menunggu telaah Anda: ${ofWaiting.number}`,
    ]);
    expect((await waiting.read(city.assistant2)).mayDo).toContain('recommend');
    expect((await waiting.read(city.assistant1)).mayDo).toEqual([]);
    expect(changed).toMatchObject({ name: 'Kota tanpa genangan', reviewer: { id: city.assistant2.id }, version: 2, isExample: true });
    expect(await seat.read()).toMatchObject({
      state: 'recommended',
      subject: { title: 'Kota tanpa genangan' },
      reviewer: { id: city.assistant2.id },
      person: { id: city.staffPu.id },
      version: 4,
    });
    expect(await change(changed, { isExample: false, source: 'RPJMD' })).toMatchObject({ isExample: false, source: 'RPJMD' });
  });

  it('by units: who comes owes a name by the day, who goes is released, and who comes back starts anew', async () => {
    const { pu, health } = city.units;
    const programme = await startedProgramme(harness, city, { unitIds: [pu] });
    const first = seatBy(harness, city, programme.units[0]!.nominationId!);
    await first.bringTo('accepted');
    await harness.settle();
    harness.letters.length = 0;
    const moved = await change(programme, { unitIds: [health] });
    expect(moved.units.map((unit) => [unit.id, unit.nominationState])).toEqual([[health, 'open']]);
    expect(await first.read()).toMatchObject({ state: 'cancelled', person: null, mayDo: [] });
    expect((await first.read()).steps.at(-1)).toMatchObject({
      action: 'cancel',
      by: { id: city.secretary.id },
      person: { id: city.staffPu.id },
    });
    expect((await seatBy(harness, city, moved.units[0]!.nominationId!).read()).dueAt).toBe('2022-03-25T08:00:00.000Z');
    await harness.settle();
    expect(harness.letters.map(({ subject, to }) => `${to.name}: ${subject.slice(0, 18)}`).toSorted()).toEqual(
      [
        `${city.headPu.name}: Tidak diperlukan l`,
        `${city.staffPu.name}: Tidak diperlukan l`,
        `${city.headHealth.name}: 1 nama penanggung `,
      ].toSorted(),
    );
    const back = await change(moved, { unitIds: [pu, health] });
    expect(back.units.map((unit) => [unit.id, unit.nominationState])).toEqual([
      [pu, 'open'],
      [health, 'open'],
    ]);
    expect(back.units[0]!.nominationId).not.toBe(first.id);
  });

  it('against what others see: the second of two is told what it became, and a number taken stays with its owner', async () => {
    const [one, other] = [await startedProgramme(harness, city), await startedProgramme(harness, city)];
    expect((await harness.refusal(change(one, { number: other.number }))).code).toBe('programme-number-taken');
    expect(await codesOf([change(one, { name: 'Satu' }), change(one, { name: 'Dua' }, city.mayor)])).toEqual(['done', 'edit-conflict']);
    const lost = await harness.refusal(change(one, { name: 'Tiga' }));
    expect(lost).toMatchObject({ status: 409, current: { id: one.id, version: 2 } });
    expect((await harness.refusal(change(other, {}, city.headPu))).code).toBe('not-allowed');
    expect((await harness.refusal(change({ ...one, id: newId(harness.clock.now()) }, {}))).status).toBe(404);
  });

  it('after its day has passed and with a unit closed since, as long as no unit is added', async () => {
    const { kelurahanB1, pu } = city.units;
    const programme = await startedProgramme(harness, city, { unitIds: [kelurahanB1] });
    await harness.db.updateTable('identity.unit_version').set({ valid_to: '2022-04-01' }).where('unit_id', '=', kelurahanB1).execute();
    harness.clock.set('2022-04-02T09:00:00+08:00');
    const changed = await change(programme, { name: 'Tetap berjalan' });
    expect(changed.units).toMatchObject([{ id: kelurahanB1, nominationState: 'open' }]);
    expect((await harness.refusal(change(changed, { unitIds: [kelurahanB1, pu] }))).code).toBe('programme-nomination-day-passed');
    expect((await harness.refusal(start({ unitIds: [kelurahanB1], nominationDueOn: '2022-04-30' }))).code).toBe('programme-unit-unknown');
  });
});
