import {
  answerLetter,
  listObstacles,
  passUpObstacle,
  readObstacle,
  readRegister,
  reopenObstacle,
  sendLetter,
  solveObstacle,
  takeOnObstacle,
  writeLetter,
  type ObstacleDetail,
} from '@makaverse/contract/programmes-obstacles';
import { listStandings } from '@makaverse/contract/programmes-truth';
import { readMayor, readToday, search } from '@makaverse/contract/today';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Harness } from '../../../testing/harness.ts';
import { blockedCity, type BlockedCity } from './testing/blocked-city.ts';

const opened: Harness[] = [];
let told: BlockedCity;
beforeEach(async () => {
  told = await blockedCity();
  opened.push(told.harness);
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

type Somebody = { readonly id: string };
const read = (id: string, who: Somebody = told.city.mayor) => told.harness.as(who)(readObstacle, { params: { id } });
const version = async (id: string): Promise<number> => (await read(id)).version;
const takeOn = async (who: Somebody, id: string, untilOn: string): Promise<ObstacleDetail> =>
  told.harness.as(who)(takeOnObstacle, { params: { id }, body: { version: await version(id), untilOn, words: '' } });
const passUp = async (who: Somebody, id: string): Promise<ObstacleDetail> =>
  told.harness.as(who)(passUpObstacle, {
    params: { id },
    body: { version: await version(id), reason: 'Perlu anggaran di luar unit kami.' },
  });
const solve = async (who: Somebody, id: string): Promise<ObstacleDetail> =>
  told.harness.as(who)(solveObstacle, { params: { id }, body: { version: await version(id), words: 'Lahan diserahkan.' } });
const askedOf = async (who: Somebody): Promise<string[]> =>
  (await told.harness.as(who)(readToday)).asks.filter((one) => one.kind === 'remove-obstacle').map((one) => one.title);
const code = async (call: Promise<unknown>): Promise<string> => (await told.harness.refusal(call)).code;

describe('the ladder', () => {
  it('lies with who can remove it at once, and climbs each two working days to the mayor', async () => {
    const { harness, city, set } = told;
    const { id, rung, lies, dueAt, daysLost, costSoFar } = await told.block();
    expect({ rung, lies: lies.person?.id, dueAt, daysLost, costSoFar }).toEqual({
      rung: 'unit-head',
      lies: city.headHealth.id,
      dueAt: '2022-03-21T08:00:00.000Z',
      daysLost: { ours: 3, theirs: 0 },
      costSoFar: 7_500_000,
    });
    expect(await askedOf(city.headHealth)).toEqual(['Singkirkan hambatan: Lahan puskesmas belum diserahkan.']);
    const holders: [string, Somebody, string][] = [
      ['2022-03-21T16:00', city.assistant1, 'assistant'],
      ['2022-03-23T16:00', city.secretary, 'secretary'],
      ['2022-03-25T16:00', city.mayor, 'mayor'],
    ];
    let before: Somebody = city.headHealth;
    for (const [moment, who, expected] of holders) {
      set(moment);
      await harness.app.runRecurring();
      await harness.settle();
      expect((await read(id)).rung).toBe(expected);
      expect(await askedOf(who)).toHaveLength(1);
      expect(await askedOf(before)).toEqual([]);
      before = who;
    }
    const { steps } = await read(id);
    expect(steps.map((one) => [one.action, one.rung])).toEqual([
      ['report', 'unit-head'],
      ['climb', 'assistant'],
      ['climb', 'secretary'],
      ['climb', 'mayor'],
    ]);
    expect((await harness.as(city.mayor)(readMayor)).escalated).toContainEqual(
      expect.objectContaining({ title: 'Hambatan belum teratasi: Lahan puskesmas belum diserahkan.', rung: 'mayor' }),
    );
    expect(harness.letters.filter((one) => one.subject.startsWith('Hambatan naik')).map((one) => one.to.name)).toEqual(
      expect.arrayContaining([city.assistant1.name, city.secretary.name, city.mayor.name]),
    );
    expect(await code(passUp(city.mayor, id))).toBe('obstacle-nobody-above');
  });

  it('rests while a day is given, and climbs on from where it was when that day is missed', async () => {
    const { city, set } = told;
    const { id } = await told.block();
    await takeOn(city.headHealth, id, '2022-03-24');
    set('2022-03-24T15:00');
    expect(await read(id)).toMatchObject({ state: 'taken-on', rung: 'unit-head', lateSince: null, takenOn: { untilOn: '2022-03-24' } });
    set('2022-03-25T09:00');
    expect(await read(id)).toMatchObject({ rung: 'unit-head', lateSince: '2022-03-24T08:00:00.000Z' });
    expect(await askedOf(city.headHealth)).toEqual(['Anda sanggupi: Lahan puskesmas belum diserahkan.']);
    expect(await code(takeOn(city.headHealth, id, '2022-03-31'))).toBe('obstacle-already-taken-on');
    set('2022-03-28T16:00');
    expect((await read(id)).rung).toBe('assistant');
    await takeOn(city.assistant1, id, '2022-03-31');
    expect(await read(id)).toMatchObject({ rung: 'assistant', state: 'taken-on', takenOn: { by: { id: city.assistant1.id } } });
  });

  it('is passed up with a reason, solved by whom it lies or lay with, and opened again by who is blocked', async () => {
    const { harness, city } = told;
    const { id } = await told.block();
    expect(await code(passUp(city.assistant1, id))).toBe('obstacle-not-yours');
    expect(await passUp(city.headHealth, id)).toMatchObject({ rung: 'assistant', lies: { person: { id: city.assistant1.id } } });
    expect(await code(takeOn(city.headHealth, id, '2022-03-20'))).toBe('obstacle-not-yours');
    expect(await solve(city.headHealth, id)).toMatchObject({ state: 'solved', solvedOn: '2022-03-17', mayDo: [] });
    expect(await code(solve(city.assistant1, id))).toBe('obstacle-solved');
    const reopen = async (who: Somebody): Promise<ObstacleDetail> =>
      harness.as(who)(reopenObstacle, { params: { id }, body: { version: await version(id), reason: 'Pagarnya masih dikunci.' } });
    expect(await code(reopen(city.headHealth))).toBe('obstacle-not-yours');
    expect(await reopen(city.staffPu)).toMatchObject({ state: 'open', rung: 'assistant' });
  });

  it.each([
    ['2022-03-16', 'obstacle-day-passed'],
    ['2022-04-20', 'obstacle-taken-on-too-long'],
  ])('refuses to rest until %s', async (untilOn, expected) => {
    const { id } = await told.block();
    expect(await code(takeOn(told.city.headHealth, id, untilOn))).toBe(expected);
  });
});

describe('an authority outside the city', () => {
  const outside = { remover: { kind: 'outside' as const, authority: 'Balai Besar Wilayah Sungai' } };
  const write = async (who: Somebody, id: string): Promise<ObstacleDetail> =>
    told.harness.as(who)(writeLetter, {
      params: { id },
      body: {
        version: await version(id),
        addressee: 'Kepala Balai Besar Wilayah Sungai Pompengan Jeneberang',
        legalBasis: 'Undang-Undang Nomor 17 Tahun 2019 tentang Sumber Daya Air',
      },
    });
  const send = async (id: string, sentOn = '2022-03-17'): Promise<ObstacleDetail> =>
    told.harness.as(told.city.secretaryPu)(sendLetter, {
      params: { id },
      body: { version: await version(id), number: '600/112/DPU', sentOn, answerDueOn: '2022-03-31' },
    });

  it('gets a letter; its days are theirs until it answers, and it climbs when it does not', async () => {
    const { harness, city, set } = told;
    const { id, lies } = await told.block(outside);
    expect(lies.person?.id).toBe(city.headPu.id);
    expect(await askedOf(city.headPu)).toEqual(['Surati Balai Besar Wilayah Sungai: Lahan puskesmas belum diserahkan.']);
    expect(await code(send(id))).toBe('obstacle-letter-missing');
    const { letter } = await write(city.staffPu, id);
    expect(letter).toMatchObject({ subject: 'Permohonan penyelesaian hambatan program Longgar dari genangan', sentOn: null });
    expect(letter!.body).toContain('Undang-Undang Nomor 17 Tahun 2019');
    expect(letter!.body).toContain('Rp 2.500.000');
    expect(await code(send(id, '2022-03-18'))).toBe('obstacle-letter-days');
    expect(await send(id)).toMatchObject({ state: 'with-authority', daysLost: { ours: 3, theirs: 0 }, letter: { number: '600/112/DPU' } });
    expect(await code(write(city.staffPu, id))).toBe('obstacle-letter-sent');
    expect(await askedOf(city.headPu)).toEqual([]);
    set('2022-04-04T16:00');
    expect(await read(id)).toMatchObject({ rung: 'assistant', daysLost: { ours: 3, theirs: 18 }, lateSince: expect.any(String) });
    const answered = await harness.as(city.headPu)(answerLetter, {
      params: { id },
      body: { version: await version(id), answeredOn: '2022-04-01', answer: 'Izin diberikan dengan syarat.' },
    });
    expect(answered).toMatchObject({ state: 'open', rung: 'assistant', daysLost: { ours: 6, theirs: 15 } });
    const { items } = await harness.as(city.mayor)(listStandings);
    expect(items).toMatchObject([{ obstacles: 1, daysLost: { ours: 6, theirs: 15 }, topRung: 'mayor' }]);
  });

  it('reads it as DOCX and as PDF; who may not read the obstacle gets neither', async () => {
    const { harness, city } = told;
    const { id } = await told.block(outside);
    const file = (who: Somebody, kind: string) => harness.callRaw(who, { method: 'GET', url: `/api/obstacles/${id}/letter.${kind}` });
    expect((await file(city.headPu, 'pdf')).statusCode).toBe(404);
    await write(city.staffPu, id);
    const [docx, pdf] = [await file(city.headPu, 'docx'), await file(city.mayor, 'pdf')];
    expect(docx.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect(docx.headers['content-disposition']).toContain('surat-hambatan-2022-03-17.docx');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    for (const kind of ['docx', 'pdf']) expect((await file(city.headHealth, kind)).statusCode).toBe(404);
  });

  it('is no matter for a unit of the city, which climbs instead', async () => {
    const { id } = await told.block();
    expect(await code(write(told.city.staffPu, id))).toBe('obstacle-not-yours');
  });
});

describe('the register', () => {
  it('says what the city waits for, and from whom, the costliest wait first', async () => {
    const { harness, city } = told;
    await told.block();
    await told.block({
      words: 'Sertifikat belum terbit.',
      remover: { kind: 'outside', authority: 'Kantor Pertanahan' },
      costPerDay: 9_000_000,
    });
    await told.block({ words: 'Peta bidang belum ada.', remover: { kind: 'outside', authority: 'kantor pertanahan' }, costPerDay: null });
    const register = await harness.as(city.mayor)(readRegister);
    expect(register).toMatchObject({ daysLost: { ours: 9, theirs: 0 }, costSoFar: 34_500_000 });
    expect(register.awaited.map((one) => [one.remover.kind, one.obstacles.length, one.costSoFar])).toEqual([
      ['outside', 2, 27_000_000],
      ['unit', 1, 7_500_000],
    ]);
    expect((await harness.as(city.camatA)(readRegister)).awaited).toEqual([]);
    const first = await harness.as(city.mayor)(listObstacles, { query: { limit: 2 } });
    const second = await harness.as(city.mayor)(listObstacles, { query: { limit: 2, cursor: first.next! } });
    expect([...first.items, ...second.items]).toHaveLength(3);
    const found = async (who: Somebody) =>
      (await harness.as(who)(search, { query: { q: 'sertifikat terbit' } })).hits.filter((hit) => hit.kind === 'obstacle').length;
    expect([await found(city.mayor), await found(city.staffPu), await found(city.headHealth)]).toEqual([1, 1, 0]);
  });
});

describe('reporting', () => {
  it('is for who is blocked, about his own part, and not about days to come', async () => {
    const { city } = told;
    expect(await code(told.block({}, city.headHealth))).toBe('obstacle-not-yours');
    expect(await code(told.block({ sinceOn: '2022-03-18' }))).toBe('obstacle-in-future');
    expect(await code(told.block({ milestoneId: told.id() }))).toBe('obstacle-not-of-programme');
    expect(await code(told.block({ remover: { kind: 'unit', unitId: told.id() } }))).toBe('obstacle-remover-unknown');
  });
});
