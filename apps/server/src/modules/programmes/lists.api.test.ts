import { exportNominations, exportProgrammes, listNominations, listProgrammes, type Nomination } from '@makaverse/contract/programmes';
import { liveStream } from '@makaverse/contract/system';
import { search } from '@makaverse/contract/today';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/id';
import { demoLife } from '#modules/identity';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { openSeat, seatBy, startedProgramme } from './testing/seats.ts';

let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
  for (const state of ['accepted', 'proposed', 'recommended', 'open', 'cancelled'] as const) {
    const nominationDueOn = state === 'open' ? '2022-03-16' : '2022-03-18';
    await (await openSeat(harness, city, { name: `Program ${state}`, nominationDueOn })).bringTo(state);
  }
  for (const [at, name] of ['Lorong Wisata', 'Lorong Garden', '100% Air Bersih', 'Sombere & Smart City'].entries())
    await startedProgramme(harness, city, { name, field: at === 2 ? 'Air minum' : 'Pariwisata', unitIds: [city.units.health] });
});
afterAll(() => harness.close());

type NominationQuery = NonNullable<Parameters<typeof nominations>[1]>;
const nominations = async (
  by: Citizen,
  query: { state?: Nomination['state']; unitId?: string; only?: 'mine' | 'late' | 'unfinished' } = {},
): Promise<Nomination[]> => (await harness.as(by)(listNominations, { query: { limit: 200, ...query } })).items;
const titles = async (by: Citizen, query: NominationQuery): Promise<string[]> =>
  (await nominations(by, query))
    .map((one) => one.subject.title)
    .filter((title) => title.startsWith('Program'))
    .toSorted();
const found = async (by: Citizen, q: string) =>
  (await harness.as(by)(search, { query: { q } })).hits.filter((hit) => ['programme', 'nomination'].includes(hit.kind));

describe('nominations in lists', () => {
  it('put what waits for the reader first, then what is due first, page by page without a gap or a double', async () => {
    for (const who of [city.mayor, city.assistant1, city.headPu, city.headHealth]) {
      const whole = await nominations(who);
      const paged: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { items: Nomination[]; next: string | null } = await harness.as(who)(listNominations, {
          query: { limit: 2, ...(cursor && { cursor }) },
        });
        expect(page.items.length).toBeLessThanOrEqual(2);
        paged.push(...page.items.map((one) => one.id));
        cursor = page.next;
      } while (cursor !== null);
      expect(paged).toEqual(whole.map((one) => one.id));
      expect(new Set(paged).size).toBe(paged.length);
      const turns = whole.map((one) => one.mayDo.some((move) => move !== 'replace'));
      expect(turns, who.name).toEqual(turns.toSorted((a, b) => Number(b) - Number(a)));
      for (const isMine of [true, false]) {
        const due = whole.filter((_, at) => turns[at] === isMine).map((one) => one.dueAt ?? '9999');
        expect(due).toEqual(due.toSorted());
      }
    }
  });

  it('are told apart by state, unit, whose turn it is, and whether they are late or unfinished', async () => {
    expect(await titles(city.mayor, { state: 'accepted' })).toEqual(['Program accepted']);
    expect(await titles(city.mayor, { only: 'mine' })).toEqual(['Program recommended']);
    expect(await titles(city.assistant1, { only: 'mine' })).toEqual(['Program proposed']);
    expect(await titles(city.headPu, { only: 'mine' })).toEqual(['Program open']);
    expect(await titles(city.mayor, { only: 'unfinished' })).toEqual(['Program open', 'Program proposed', 'Program recommended']);
    expect(await titles(city.mayor, { unitId: city.units.health })).toEqual([]);
    expect((await nominations(city.mayor, { unitId: city.units.health })).length).toBe(4);
    expect(await titles(city.mayor, { only: 'late' })).toEqual([]);
    harness.clock.set('2022-03-16T16:00:00+08:00');
    expect(await titles(city.mayor, { only: 'late' }), 'its own minute is in time').toEqual([]);
    harness.clock.set('2022-03-16T16:01:00+08:00');
    expect(await titles(city.mayor, { only: 'late' })).toEqual(['Program open']);
    harness.clock.set('2022-03-15T19:00:00+08:00');
    expect(await nominations(city.camatA)).toEqual([]);
  });
});

describe('programmes in lists', () => {
  const names = async (query: { q?: string; unitId?: string }): Promise<string[]> =>
    (await harness.as(city.staffPu)(listProgrammes, { query })).items.map((one) => one.name);

  it('stand by number, page by page', async () => {
    const call = harness.as(city.camatA);
    const whole = (await call(listProgrammes, { query: {} })).items.map((one) => one.number);
    expect(whole).toEqual(whole.toSorted((a, b) => a - b));
    const first = await call(listProgrammes, { query: { limit: 5 } });
    const second = await call(listProgrammes, { query: { limit: 5, cursor: first.next! } });
    expect([...first.items, ...second.items].map((one) => one.number)).toEqual(whole);
    expect(second.next).toBeNull();
  });

  it('are found by every word of name, outcome, field and number, and by unit; a sign is a sign', async () => {
    expect(await names({ q: 'LORONG wisata' })).toEqual(['Lorong Wisata', 'Lorong Garden']);
    expect(await names({ q: 'garden lor' })).toEqual(['Lorong Garden']);
    expect(await names({ q: 'air minum' })).toEqual(['100% Air Bersih']);
    expect(await names({ q: '%' })).toEqual(['100% Air Bersih']);
    expect(await names({ q: '_' })).toEqual([]);
    expect(await names({ q: "'; drop table programmes.programme; --" })).toEqual([]);
    expect((await names({ unitId: city.units.health })).length).toBe(4);
    expect(await names({ unitId: newId(harness.clock.now()) })).toEqual([]);
  });
});

describe('the one search', () => {
  it('finds programmes for everybody, nominations only for whom they concern, and none that are gone', async () => {
    const hits = await found(city.headPu, 'program recommended');
    expect(hits.map((hit) => [hit.kind, hit.detail])).toEqual([
      ['programme', 'Tidak ada genangan lebih dari satu jam'],
      ['nomination', 'menunggu penunjukan'],
    ]);
    expect((await found(city.camatA, 'program recommended')).map((hit) => hit.kind)).toEqual(['programme']);
    expect((await found(city.mayor, 'program cancelled')).map((hit) => hit.kind)).toEqual(['programme']);
    expect((await found(city.mayor, 'program')).length).toBeLessThanOrEqual(8);
  });
});

describe('exports', () => {
  it('hold what the reader may see, in his language, and no cell that runs in a spreadsheet', async () => {
    const cells = { name: '=HYPERLINK("http://evil.example","Klik")', outcome: '+1+1', field: '@SUM(A1)', source: '-2+3' };
    const programme = await startedProgramme(harness, city, { ...cells, unitIds: [city.units.water] });
    const csv = (await harness.callRaw(city.headWater, { method: 'GET', url: exportProgrammes.path })).body;
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"",""Klik"")",'+1+1,'@SUM(A1),`);
    expect(csv).toContain(",'-2+3");
    expect(csv).toMatch(/^\uFEFFNomor,Program,Hasil yang dituju,Bidang,Pembina,Perangkat daerah,Penanggung jawab,Contoh,Sumber\r\n/);
    expect(csv).toContain(
      'Program accepted,Tidak ada genangan lebih dari satu jam,Drainase,Rahma Contoh,Dinas Pekerjaan Umum,Jufri Contoh,ya,',
    );
    const own = String(await harness.as(city.headWater, 'en')(exportNominations));
    expect(own.split('\r\n')).toHaveLength(3);
    expect(own).toContain('Number,For,Unit,State,Person,Reviewer,Awaited from,Step due,Late');
    expect(own).toContain(
      `${programme.number},"'=HYPERLINK(""http://evil.example"",""Klik"")",Perumda Air Minum,waits for a name,,Rahma Contoh`,
    );
    expect(String(await harness.as(city.mayor)(exportNominations)).split('\r\n').length).toBe((await nominations(city.mayor)).length + 2);
    const reply = await harness.callRaw(city.headWater, { method: 'GET', url: exportNominations.path });
    expect(reply.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringContaining('usulan-2022-03-15.csv'),
    });
  });
});

describe('live', () => {
  it('tells who may read a nomination of its moves and everybody of a programme’s, and opens to no stranger', async () => {
    const address = await harness.app.server.listen({ port: 0, host: '127.0.0.1' });
    const programme = await startedProgramme(harness, city);
    const seat = seatBy(harness, city, programme.units[0]!.nominationId!);
    const statusOf = async (who: Citizen, topic: string): Promise<number> =>
      (await harness.callRaw(who, { method: 'GET', url: `${liveStream.path}?topics=${topic}` })).statusCode;
    for (const who of [city.headHealth, city.staffPu, city.clerk, city.admin])
      expect(await statusOf(who, `nomination:${seat.id}`), who.name).toBe(404);
    for (const topic of ['nomination:x', `nomination:${newId(harness.clock.now())}`, 'programme:x', "programme:' or 1=1"])
      expect(await statusOf(city.mayor, encodeURIComponent(topic)), topic).toBe(404);
    const heard = async (who: Citizen, topic: string, change: () => Promise<unknown>): Promise<void> => {
      const stop = new AbortController();
      const url = `${address}${liveStream.path}?topics=${topic}`;
      const stream = await fetch(url, { headers: { cookie: await harness.cookieOf(who) }, signal: stop.signal });
      const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
      await change();
      let text = '';
      while (!text.includes(`data: ${topic}`)) text += (await reader.read()).value ?? '';
      stop.abort();
    };
    await heard(city.secretaryPu, `nomination:${seat.id}`, () => seat.take('propose', city.headPu));
    await heard(city.camatA, `programme:${programme.id}`, () => seat.take('recommend', city.assistant1));
    await heard(city.staffPu, `person:${city.staffPu.id}`, () => seat.take('appoint', city.mayor));
  });
});
