import {
  addDocument,
  arrangeAgenda,
  callMeeting,
  draftMeeting,
  exportMeetings,
  fillSlot,
  readDocument,
  readMeeting,
  type AgendaDraftItem,
  type MeetingDetail,
} from '@makaverse/contract/meetings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { newId } from '../../platform/id.ts';
import { said } from './testing/said.ts';

let harness: Harness;
let city: SmallCity;
let meeting: MeetingDetail;
beforeAll(async () => {
  harness = await startHarness({ now: '2022-03-08T10:00:00+08:00' });
  city = await smallCity(harness);
  const draft = await harness.as(city.clerk)(draftMeeting, { body: { ...said(city), template: 'rakorsus' } });
  meeting = await harness.as(city.clerk)(callMeeting, { params: { id: draft.id }, body: { version: draft.version } });
});
afterAll(() => harness.close());

const params = (): { id: string } => ({ id: meeting.id });
const read = (): Promise<MeetingDetail> => harness.as(city.clerk)(readMeeting, { params: params() });
const asDraft = (one: MeetingDetail['agenda'][number]): AgendaDraftItem => ({
  id: one.id,
  parentId: one.parentId,
  kind: one.kind,
  title: one.title,
  minutes: one.minutes,
  presenterUnitId: one.presenter?.id ?? null,
});
const slotOf = (unitId: string): MeetingDetail['agenda'][number] => meeting.agenda.find((one) => one.presenter?.id === unitId)!;

describe('a slot', () => {
  const words = { issue: 'Genangan di Antang', solution: 'Keruk simpul 7', innovation: 'Foto berkoordinat' };
  it('is filled by who speaks for its unit, nobody else, and never over unseen words', async () => {
    const slot = slotOf(city.units.pu);
    const body = { ...words, version: slot.version };
    const itemParams = { id: slot.id };
    await expect(harness.as(city.headHealth)(fillSlot, { params: itemParams, body })).rejects.toMatchObject({ problem: { status: 403 } });
    await expect(harness.as(city.staffPu)(fillSlot, { params: itemParams, body })).rejects.toMatchObject({ problem: { status: 403 } });
    await expect(harness.as(city.lurahA1)(fillSlot, { params: itemParams, body })).rejects.toMatchObject({ problem: { status: 404 } });
    const saved = await harness.as(city.headPu)(fillSlot, { params: itemParams, body });
    expect(saved.slot).toEqual(words);
    const problem = await harness.refusal(harness.as(city.secretaryPu)(fillSlot, { params: itemParams, body }));
    expect(problem).toMatchObject({ status: 409, code: 'edit-conflict', current: { slot: words } });
  });
});

describe('the agenda', () => {
  it('is arranged anew, and what was written stays with its point', async () => {
    const before = await read();
    const extra: AgendaDraftItem = {
      id: newId(new Date()),
      parentId: null,
      kind: 'item',
      title: 'Lain-lain',
      minutes: 5,
      presenterUnitId: null,
    };
    const items = [extra, ...before.agenda.map(asDraft)];
    const after = await harness.as(city.clerk)(arrangeAgenda, { params: params(), body: { items, version: before.version } });
    expect(after.agenda.map((one) => one.title)).toEqual(['Lain-lain', ...before.agenda.map((one) => one.title)]);
    expect(after.agenda.find((one) => one.presenter?.id === city.units.pu)!.slot!.issue).toBe('Genangan di Antang');
    const stale = await harness.refusal(
      harness.as(city.mayor)(arrangeAgenda, { params: params(), body: { items, version: before.version } }),
    );
    expect(stale).toMatchObject({ status: 409, code: 'edit-conflict' });
  });
  it('loses no point on which words hang, and draws none from another meeting', async () => {
    const now = await read();
    const without = now.agenda.filter((one) => one.presenter?.id !== city.units.pu).map(asDraft);
    const inUse = await harness.refusal(
      harness.as(city.clerk)(arrangeAgenda, { params: params(), body: { items: without, version: now.version } }),
    );
    expect(inUse).toMatchObject({ status: 409, code: 'agenda-item-in-use' });
    const other = await harness.as(city.clerk)(draftMeeting, { body: { ...said(city), template: 'rakorsus' } });
    const foreign = await harness.refusal(
      harness.as(city.clerk)(arrangeAgenda, {
        params: { id: other.id },
        body: { items: now.agenda.map(asDraft), version: other.version },
      }),
    );
    expect(foreign).toMatchObject({ code: 'agenda-out-of-order' });
    expect((await read()).agenda).toHaveLength(now.agenda.length);
  });
});

describe('a document', () => {
  const upload = async (
    who: { id: string },
    itemId: string,
    name: string,
    bytes: Buffer,
  ): Promise<Awaited<ReturnType<Harness['callRaw']>>> => {
    const boundary = 'x-boundary-x';
    const payload = Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const url = addDocument.path.replace('{id}', itemId);
    return harness.callRaw(who, { method: 'POST', url, payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } });
  };
  it('is given by the presenting unit, read by the invited, and never run by a browser', async () => {
    const slot = slotOf(city.units.pu);
    const sent = await upload(city.headPu, slot.id, '../../etc/peta simpul.pdf', Buffer.from('<script>alert(1)</script>'));
    expect(sent.json()).toMatchObject({ name: 'peta simpul.pdf', mediaType: 'application/octet-stream', size: 25 });
    const url = readDocument.path.replace('{id}', (sent.json() as { id: string }).id);
    const got = await harness.callRaw(city.headHealth, { method: 'GET', url });
    expect(got.body).toBe('<script>alert(1)</script>');
    expect(got.headers['content-disposition']).toMatch(/^attachment/);
    expect(got.headers['x-content-type-options']).toBe('nosniff');
    expect((await harness.callRaw(city.lurahA1, { method: 'GET', url })).statusCode).toBe(404);
    expect((await upload(city.headHealth, slot.id, 'x.pdf', Buffer.from('x'))).statusCode).toBe(403);
  });
  it('is refused when empty or too large, and nothing is kept', async () => {
    const slot = slotOf(city.units.pu);
    const count = async (): Promise<number> => (await read()).agenda.find((one) => one.id === slot.id)!.documents.length;
    const before = await count();
    expect((await upload(city.headPu, slot.id, 'kosong.pdf', Buffer.alloc(0))).statusCode).toBe(422);
    expect((await upload(city.headPu, slot.id, 'besar.pdf', Buffer.alloc(50_000_000))).statusCode).toBe(413);
    expect(await count()).toBe(before);
  });
});

describe('the export', () => {
  it('holds what its reader may see', async () => {
    const csv = async (who: { id: string }): Promise<string> =>
      (await harness.callRaw(who, { method: 'GET', url: exportMeetings.path })).body;
    expect(await csv(city.headPu)).toContain('Rapat Koordinasi Khusus');
    expect(await csv(city.lurahA1)).not.toContain('Rapat Koordinasi Khusus');
  });
});
