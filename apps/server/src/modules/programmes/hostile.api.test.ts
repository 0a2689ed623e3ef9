import {
  exportNominations,
  listNominations,
  listProgrammes,
  propose,
  readNomination,
  readProgramme,
  startProgramme,
} from '@makaverse/contract/programmes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/id';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { fieldsOf, openSeat, startedProgramme, type Seat } from './testing/seats.ts';

let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness();
  city = await smallCity(harness);
});
afterAll(() => harness.close());

const send = (url: string, payload: unknown, who: { readonly id: string } = city.secretary) =>
  harness.callRaw(who, { method: 'POST', url, payload: JSON.stringify(payload), headers: { 'content-type': 'application/json' } });
const at = (path: string, id: string): string => path.replace('{id}', id);
const statusOf = async (url: string, who = city.mayor): Promise<number> => (await harness.callRaw(who, { method: 'GET', url })).statusCode;
const everything = async (): Promise<unknown> => ({
  programmes: await harness.db.selectFrom('programmes.programme').selectAll().execute(),
  nominations: await harness.db.selectFrom('programmes.nomination').selectAll().execute(),
  steps: await harness.db.selectFrom('programmes.nomination_step').selectAll().execute(),
});
const hostileWords = [
  "'); drop table programmes.nomination; --",
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '{{constructor.constructor("return process")()}} $t(nominations.yes) %s %n',
  'baris\nkedua\ttab "kutip" \\ garis',
  '😀 ‮terbalik‬ ﷽ ́́',
];

describe('hostile words', () => {
  it('are kept as they are and read back as they were, in every field and in mail', async () => {
    for (const text of hostileWords) {
      const programme = await startedProgramme(harness, city, { name: text, outcome: text, field: text, source: text });
      expect(programme).toMatchObject({ name: text, outcome: text, field: text, source: text });
      const seat = await openSeat(harness, city, { name: text });
      harness.letters.length = 0;
      const proposed = await seat.take('propose', city.headPu, { words: text });
      expect(proposed).toMatchObject({ reasons: text, subject: { title: text } });
      const returned = await seat.take('return', city.assistant1, { words: text });
      expect(returned.steps.at(-1)!.reason).toBe(text);
      await harness.settle();
      const letter = harness.letters.find((one) => one.subject.startsWith('Usulan Dinas Pekerjaan Umum menunggu'))!;
      expect(letter.text).toContain(`(${text})`);
      expect(harness.letters.filter((one) => /[\r\n]/.test(one.subject))).toEqual([]);
      expect(await harness.as(city.mayor)(exportNominations)).toContain(text.includes('"') ? text.replaceAll('"', '""') : text);
    }
    expect((await harness.as(city.mayor)(listProgrammes, { query: {} })).items.length).toBe(2 * hostileWords.length);
  });

  it('that are too many, empty or not to be stored are refused with the field’s name, and nothing stays', async () => {
    const before = await everything();
    const fields = fieldsOf(city);
    for (const wrong of ['', '   ', 'a\u0000b', 'x'.repeat(2001), 7, null, ['a'], { a: 1 }]) {
      for (const field of ['name', 'outcome', 'field']) {
        const reply = await send(startProgramme.path, { ...fields, [field]: wrong });
        expect(reply.statusCode, `${field} ${JSON.stringify(wrong).slice(0, 10)}`).toBe(422);
        expect(reply.json()).toMatchObject({ code: 'input-invalid', issues: [{ path: field }] });
      }
    }
    for (const change of [
      { number: 0 },
      { number: 10_000 },
      { number: 1.5 },
      { number: 9e15 },
      { unitIds: [] },
      { unitIds: Array.from({ length: 61 }, () => city.units.pu) },
      { unitIds: ['x'] },
      { reviewerId: "' or true --" },
      { nominationDueOn: '2022-02-30' },
      { nominationDueOn: '9999-01-01' },
      { nominationDueOn: '0000-00-00' },
    ])
      expect((await send(startProgramme.path, { ...fields, ...change })).statusCode, JSON.stringify(change).slice(0, 40)).toBe(422);
    expect(await everything()).toEqual(before);
  });

  it('of ten megabytes are refused before they are read, in every command', async () => {
    const seat = await openSeat(harness, city);
    const before = await everything();
    const huge = 'x'.repeat(10_000_000);
    const proposal = { version: 1, personId: city.staffPu.id, reasons: huge };
    for (const reply of [
      await send(at(propose.path, seat.id), proposal, city.headPu),
      await send(startProgramme.path, { ...fieldsOf(city), outcome: huge }),
    ]) {
      expect(reply.statusCode).toBe(413);
      expect(reply.json()).toMatchObject({ code: 'body-too-large' });
    }
    const long = await send(at(propose.path, seat.id), { ...proposal, reasons: 'x'.repeat(2001) }, city.headPu);
    expect(long.json()).toMatchObject({ status: 422, issues: [{ path: 'reasons' }] });
    expect(await everything()).toEqual(before);
  });
});

describe('hostile addresses', () => {
  it('find nothing and break nothing', async () => {
    for (const id of ['x', "'%20or%20true--", '%00', '../../etc/passwd', '🙂', `${newId(new Date())}x`])
      for (const path of [readNomination.path, readProgramme.path])
        expect([404, 422, 400], `${path} ${id}`).toContain(await statusOf(at(path, encodeURI(id))));
    for (const path of [readNomination.path, readProgramme.path, '/api/people/{id}/record'])
      expect(await statusOf(at(path, newId(new Date())))).toBe(404);
    for (const query of ['state=gone', 'only=all', 'unitId=x', 'limit=0', 'limit=201', 'limit=x', "state=open'--"])
      expect(await statusOf(`${listNominations.path}?${query}`), query).toBe(422);
  });

  it('and cursors nobody gave are refused, none reaches the database', async () => {
    const cursorOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const id = newId(new Date());
    const wrong = [
      [0, '0000-01-01T00:00:00Z', id],
      [2, '2022-01-01T00:00:00Z', id],
      [0, 'infinity', id],
      [0, '2022-13-01T00:00:00Z', id],
      [0, '2022-01-01T00:00:00Z', "' or true"],
      [0],
      {},
      null,
    ];
    for (const cursor of ['x', '%00', 'bnVsbA', '====', ...wrong.map(cursorOf)])
      expect(await statusOf(`${listNominations.path}?cursor=${cursor}`), cursor).toBe(422);
    const precise = cursorOf([0, '2022-01-01T00:00:00.0000000000000000000000000000001Z', id]);
    expect(await statusOf(`${listNominations.path}?cursor=${precise}`)).toBe(200);
    for (const value of [[2 ** 53], [2 ** 31], [-(2 ** 31) - 1], [1.5], ['1'], [Number.MAX_VALUE], [], {}])
      expect(await statusOf(`${listProgrammes.path}?cursor=${cursorOf(value)}`), JSON.stringify(value)).toBe(422);
    expect(await statusOf(`${listNominations.path}?cursor=${'a'.repeat(201)}`)).toBe(422);
  });
});

describe('sending twice', () => {
  it('starts one programme and makes one proposal, and the answer is the same', async () => {
    const body = fieldsOf(city);
    const start = () => harness.as(city.secretary)(startProgramme, { body, idempotencyKey: `programme-${body.number}` });
    const [first, second] = await Promise.all([start(), start()]);
    expect(second).toEqual(first);
    expect(await start()).toEqual(first);
    const seat: Seat = await openSeat(harness, city);
    const key = `propose-${seat.id}`;
    const proposals = await Promise.all([1, 2, 3].map(() => seat.take('propose', city.headPu, { version: 1, idempotencyKey: key })));
    expect(proposals[1]).toEqual(proposals[0]);
    expect(proposals[2]).toEqual(proposals[0]);
    expect((await seat.read()).steps.filter((step) => step.action === 'propose')).toHaveLength(1);
    const changed = seat.take('propose', city.headPu, { version: 1, personId: city.staffPu2.id, idempotencyKey: key });
    expect((await harness.refusal(changed)).code).toBe('idempotency-key-reused');
    expect((await harness.refusal(seat.take('propose', city.headPu, { version: 1 }))).code, 'without a key').toBe('edit-conflict');
  });

  it('from another site changes nothing', async () => {
    const seat = await openSeat(harness, city);
    const payload = { version: 1, personId: city.staffPu.id, reasons: 'Lintas situs' };
    const url = at(propose.path, seat.id);
    const reply = await harness.callRaw(city.headPu, { method: 'POST', url, payload, headers: { origin: 'https://evil.example' } });
    expect(reply.statusCode).toBe(403);
    expect((await seat.read()).state).toBe('open');
  });
});
