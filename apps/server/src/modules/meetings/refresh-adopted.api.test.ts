import { acknowledgeTask, readCascade } from '@makaverse/contract/directives';
import { addDocument, arrangeAgenda, callMeeting, type AgendaDraftItem, type MeetingDetail } from '@makaverse/contract/meetings';
import { adoptRefresh } from '@makaverse/contract/meetings-room';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#platform/id';
import { demoLife } from '#modules/identity';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { refreshAsks } from './refresh/asks.ts';
import { drawnRefresh, type DrawnRefresh } from './testing/drawn-refresh.ts';

let harness: Harness;
let city: SmallCity;
let refresh: DrawnRefresh;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
beforeEach(async () => {
  refresh = await drawnRefresh(harness, city);
});
afterAll(() => harness.close());

const params = (): { id: string } => ({ id: refresh.id });
const titles = ({ agenda }: MeetingDetail): string[] => agenda.map((one) => one.title.replace(/^Arahan A-[\d-]+(\.\d+)?\/\d+: /, ''));
const asDraft = (one: MeetingDetail['agenda'][number]): AgendaDraftItem => ({
  id: one.id,
  parentId: one.parentId,
  kind: one.kind,
  title: one.title,
  minutes: one.minutes,
  presenterUnitId: one.presenter?.id ?? null,
  reason: one.reason,
  aboutHref: one.aboutHref,
});
const byHand = (title: string, more: Partial<AgendaDraftItem> = {}): AgendaDraftItem => ({
  id: newId(harness.clock.now()),
  parentId: null,
  kind: 'item',
  title,
  minutes: 5,
  presenterUnitId: null,
  ...more,
});
const arrange = async (items: readonly AgendaDraftItem[]): Promise<MeetingDetail> =>
  harness.as(city.clerk)(arrangeAgenda, { params: params(), body: { items: [...items], version: (await refresh.meeting()).version } });
/** Lets a directive get on: the unit says what it understood, so that its trouble changes. */
async function acknowledgeFirst(): Promise<void> {
  const { tasks } = await harness.as(city.mayor)(readCascade, { params: { id: refresh.earlier.directives[0]!.id } });
  await harness.as(city.headPu)(acknowledgeTask, {
    params: { id: tasks[0]!.id },
    body: { words: 'Kami mengeruk enam titik mulai Senin dan melapor.' },
  });
}

describe('adopting', () => {
  it('writes the selection on the agenda: in its order, with unit, minutes, the sentence why, and the record it is about', async () => {
    const drawn = await refresh.read();
    const before = await refresh.meeting();
    const after = await refresh.adopt();
    expect(after.version).toBe(before.version + 1);
    expect(after.agenda).toHaveLength(3);
    for (const [at, item] of after.agenda.entries()) {
      const { title, reason, minutes, presenter, href } = drawn.candidates[at]!;
      expect(item).toMatchObject({ kind: 'item', parentId: null, position: at, title, reason, minutes, presenter, aboutHref: href });
    }
    expect(await refresh.read()).toMatchObject({ isAdopted: true, version: drawn.version + 1 });
    const line = await harness.db
      .selectFrom('platform.audit')
      .selectAll()
      .where('action', '=', 'refresh.adopted')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(line.data)).toEqual({ keys: drawn.order, minutes: 13 });
  });

  it('writes in the language of the city, whoever adopts', async () => {
    const body = { version: (await refresh.read()).version };
    const { agenda } = await harness.as(city.mayor, 'en')(adoptRefresh, { params: params(), body });
    expect(agenda[0]!.reason).toContain('tidak memberi kabar');
  });

  it('leaves alone what was put there by hand, and takes its own place again', async () => {
    await arrange([byHand('Pembukaan')]);
    const first = await refresh.adopt();
    expect(titles(first)).toEqual(['Pembukaan', 'Bersihkan kanal bersama warga.', 'Keruk saluran tersier.', 'Siapkan posko kesehatan.']);
    await arrange([...first.agenda.map(asDraft), byHand('Penutup')]);
    await refresh.steer({ drops: [{ key: (await refresh.read()).order[0]!, reason: 'Sudah dibahas.' }] });
    const second = await refresh.adopt();
    expect(titles(second)).toEqual(['Pembukaan', 'Keruk saluran tersier.', 'Siapkan posko kesehatan.', 'Penutup']);
    expect(second.agenda.map((one) => one.id).slice(0, 3)).toEqual([0, 2, 3].map((at) => first.agenda[at]!.id));
  });

  it('again changes nothing while nothing has changed', async () => {
    const first = await refresh.adopt();
    expect((await refresh.adopt()).agenda).toEqual(first.agenda);
  });

  it('again takes up what has changed meanwhile, and steering asks for it to be adopted anew', async () => {
    const first = await refresh.adopt();
    await acknowledgeFirst();
    expect(await refresh.steer({ minutesGiven: 30 })).toMatchObject({ isAdopted: false });
    expect((await refresh.meeting()).agenda).toEqual(first.agenda);
    const second = await refresh.adopt();
    expect(second.agenda.find((one) => one.title.endsWith('Keruk saluran tersier.'))?.reason).toBe(
      'Dinas Pekerjaan Umum belum mengusulkan penanggung jawab, 2 hari kerja lewat batas.',
    );
    expect(second.agenda).toHaveLength(3);
  });

  it('loses no document of a topic that is out: its point stays', async () => {
    const { agenda } = await refresh.adopt();
    const boundary = 'x-boundary-x';
    const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="peta.txt"\r\ncontent-type: text/plain\r\n\r\npeta\r\n--${boundary}--\r\n`;
    const url = addDocument.path.replace('{id}', agenda[0]!.id);
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    expect((await harness.callRaw(city.clerk, { method: 'POST', url, payload, headers })).statusCode).toBe(200);
    await refresh.steer({ drops: [{ key: (await refresh.read()).order[0]!, reason: 'Ditunda.' }] });
    const after = await refresh.adopt();
    expect(titles(after)).toEqual(['Keruk saluran tersier.', 'Siapkan posko kesehatan.', 'Bersihkan kanal bersama warga.']);
    expect(after.agenda[2]).toMatchObject({ id: agenda[0]!.id, documents: [{ name: 'peta.txt' }] });
  });

  it('overwrites nobody unseen', async () => {
    const { version } = await refresh.read();
    await refresh.steer({ minutesGiven: 10 }, city.clerk);
    const stale = await harness.refusal(harness.as(city.mayor)(adoptRefresh, { params: params(), body: { version } }));
    expect(stale).toMatchObject({ status: 409, code: 'edit-conflict', current: { minutesGiven: 10, version: version + 1 } });
    expect((await refresh.meeting()).agenda).toEqual([]);
    const { version: now } = await refresh.read();
    const adopt = (who: { id: string }): Promise<unknown> => harness.as(who)(adoptRefresh, { params: params(), body: { version: now } });
    const both = await Promise.allSettled([adopt(city.mayor), adopt(city.clerk)]);
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await refresh.meeting()).agenda).toHaveLength(2);
  });

  it('shows the invited of a called refresh its agenda, and no more of it', async () => {
    await harness.as(city.clerk)(callMeeting, { params: params(), body: { version: (await refresh.meeting()).version } });
    await refresh.steer({ minutesGiven: 5 });
    const { agenda } = await refresh.adopt();
    expect(agenda).toHaveLength(1);
    const reply = await harness.callRaw(city.headHealth, { method: 'GET', url: `/api/meetings/${refresh.id}` });
    expect((reply.json() as MeetingDetail).agenda.map((one) => one.id)).toEqual([agenda[0]!.id]);
  });
});

describe('what a refresh asks', () => {
  const asksOf = async (who: { id: string }) => {
    const asks = await refreshAsks({ ...(await harness.contextOf(who)), language: 'id' });
    return asks.filter((one) => one.key === `steer-refresh:${refresh.id}`);
  };
  it('is to look over its agenda, of chair and clerk, until it is adopted, and anew when it was steered', async () => {
    expect(await asksOf(city.mayor)).toMatchObject([
      {
        kind: 'steer-refresh',
        title: 'Atur acara penyegaran: Penyegaran Rakorsus Banjir',
        from: null,
        dueAt: '2022-03-22T01:00:00.000Z',
        isLate: false,
        href: `/rapat/${refresh.id}/penyegaran`,
      },
    ]);
    expect(await asksOf(city.clerk)).toMatchObject([{ from: { id: city.mayor.id } }]);
    for (const other of [city.secretary, city.assistant1, city.headPu, city.headWater]) expect(await asksOf(other)).toEqual([]);
    await refresh.adopt();
    for (const who of [city.mayor, city.clerk]) expect(await asksOf(who)).toEqual([]);
    await refresh.steer({ minutesGiven: 30 });
    expect(await asksOf(city.clerk)).toHaveLength(1);
  });
});
