import {
  answerEvidenceFlag,
  listCheckIns,
  listEvidenceFlags,
  readCheckIn,
  readEvidenceFlag,
  sendCheckIn,
  type CheckIn,
} from '@makaverse/contract/programmes-check-in';
import { readToday } from '@makaverse/contract/today';
import { photoFacts } from '@makaverse/photo-facts';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { photoOf, sendPhoto } from './testing/photos.ts';
import { reportingCity, type ReportingCity } from './testing/reporting-city.ts';

const opened: ReportingCity[] = [];
let here: ReportingCity;
let report: CheckIn;
beforeEach(async () => {
  here = await reportingCity();
  opened.push(here);
  report = await newReport();
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.harness.close())));

const newReport = () => here.harness.as(here.city.staffPu)(sendCheckIn, { params: { id: here.programmeId }, body: here.fields() });
const send = (bytes: Buffer, checkInId = report.id, fields?: Record<string, string>, id = here.id()) =>
  sendPhoto(here.harness, { who: here.city.staffPu, checkInId }, { id, bytes, ...(fields && { fields }) });
const flags = (who: { id: string } = here.city.assistant1) =>
  here.harness
    .as(who)(listEvidenceFlags)
    .then((page) => page.items);
const atDrain = { south: [5, 8, 24], east: [119, 25, 12] } as const;
const place = (longitude: number) =>
  here.harness.db
    .insertInto('programmes.place')
    .values({
      id: here.id(),
      programme_id: here.programmeId,
      position: 0,
      name: 'Saluran',
      geometry: JSON.stringify({ type: 'Point', coordinates: [longitude, -5.14] }) as never,
      west: longitude,
      east: longitude,
      south: -5.14,
      north: -5.14,
      area_code: null,
      area_by: null,
    })
    .execute();

describe('a photo', () => {
  it('is shown without time and place in it; both are told to the sender and to whoever judges, to nobody else', async () => {
    const bytes = await photoOf(1, { moment: '2022:03:17 09:10:11', place: atDrain });
    expect(photoFacts(Uint8Array.from(bytes).buffer).place).not.toBeNull();
    const { status, body } = await send(bytes);
    expect(status).toBe(200);
    expect(body).toMatchObject({ takenAt: '2022-03-17T01:10:11.000Z', place: { latitude: -5.14 }, width: 384, height: 288, flags: [] });
    const photo = await here.harness.callRaw(here.city.lurahA1, { method: 'GET', url: body.photoHref });
    expect(photo.headers['content-type']).toBe('image/jpeg');
    expect(photoFacts(Uint8Array.from(photo.rawPayload).buffer)).toEqual({ takenAt: null, place: null });
    expect((await sharp(photo.rawPayload).metadata()).exif).toBeUndefined();
    const seenBy = async (who: { id: string }) =>
      (await here.harness.as(who)(readCheckIn, { params: { id: report.id } })).evidence.map((one) => [
        one.takenAt !== null,
        one.place !== null,
      ]);
    for (const who of [here.city.staffPu, here.city.assistant1, here.city.mayor]) expect(await seenBy(who)).toEqual([[true, true]]);
    for (const who of [here.city.headPu, here.city.staffPu2, here.city.lurahA1, here.city.clerk])
      expect(await seenBy(who)).toEqual([[false, false]]);
    expect((await here.harness.callRaw(null, { method: 'GET', url: body.photoHref })).statusCode).toBe(401);
  });

  it('reduced in the browser keeps the time and place that were sent beside it', async () => {
    const { body } = await send(await photoOf(1), report.id, {
      takenAt: '2022-03-17T09:00:00+08:00',
      latitude: '-5.14',
      longitude: '119.42',
    });
    expect(body).toMatchObject({ takenAt: '2022-03-17T01:00:00.000Z', place: { latitude: -5.14, longitude: 119.42 } });
  });

  it('sent twice, also at once, is kept once; what is no picture, and what is too much, is refused in words', async () => {
    const [bytes, id] = [await photoOf(1), here.id()];
    const [first, second] = await Promise.all([1, 2].map(() => send(bytes, report.id, undefined, id)));
    expect([first!.status, second!.status]).toEqual([200, 200]);
    expect(second!.body).toEqual(first!.body);
    expect((await send(Buffer.from('bukan gambar'))).body.code).toBe('evidence-unreadable');
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(5000, 7)]);
    expect((await send(heic)).body).toMatchObject({ status: 422, code: 'evidence-heic', detail: expect.stringContaining('JPEG') });
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>';
    expect((await send(Buffer.from(drawing))).body.code).toBe('evidence-unreadable');
    expect((await send(bytes.subarray(0, 3000))).body.code).toBe('evidence-unreadable');
    for (let count = 1; count < 12; count += 1) expect((await send(bytes)).status).toBe(200);
    expect((await send(bytes)).body.code).toBe('evidence-too-many');
    const { items } = await here.harness.as(here.city.mayor)(listCheckIns, { params: { id: here.programmeId } });
    expect(items[0]!.evidence).toHaveLength(12);
  });

  it('goes only with one’s own report', async () => {
    for (const who of [here.city.headPu, here.city.assistant1]) {
      const sent = await sendPhoto(here.harness, { who, checkInId: report.id }, { id: here.id(), bytes: await photoOf(1) });
      expect(sent.status).toBe(403);
    }
  });
});

describe('a photo that looks wrong is kept, and the reviewer is asked', () => {
  it('when it is the same picture again: encoded anew, cropped and lightened, beside the one it looks like', async () => {
    const first = await send(await photoOf(1));
    for (const other of [2, 3, 4]) await send(await photoOf(other));
    await here.harness.settle();
    expect(await flags()).toEqual([]);
    here.harness.clock.advanceHours(3);
    const again = await sharp(await photoOf(1))
      .extract({ left: 20, top: 8, width: 350, height: 262 })
      .linear(1.2, 4)
      .jpeg({ quality: 60 })
      .toBuffer();
    const sent = await send(again, (await newReport()).id);
    expect(sent.status).toBe(200);
    await here.harness.settle();
    expect(await flags()).toMatchObject([
      {
        kind: 'same-picture',
        evidence: { id: sent.body.id, flags: [{ kind: 'same-picture', isOpen: true }] },
        other: { evidence: { id: first.body.id }, by: { id: here.city.staffPu.id }, unit: { id: here.city.units.pu } },
        mayAnswer: true,
        answer: null,
      },
    ]);
  });

  it('when it was taken far from the programme’s nearest place; where no place is known nothing is said', async () => {
    const bytes = await photoOf(1, { place: atDrain });
    await send(bytes);
    await here.harness.settle();
    expect(await flags()).toEqual([]);
    await place(119.5);
    await send(await photoOf(2, { place: atDrain }));
    await here.harness.settle();
    expect(await flags()).toMatchObject([{ kind: 'far-away', metres: expect.closeTo(8867, -2), other: null }]);
    await place(119.421);
    await send(await photoOf(3, { place: atDrain }));
    await here.harness.settle();
    expect(await flags()).toHaveLength(1);
  });

  it('when it is older than the report before', async () => {
    await send(await photoOf(1, { moment: '2022:03:01 09:00:00' }));
    here.harness.clock.set('2022-03-24T10:00:00+08:00');
    const second = await newReport();
    await send(await photoOf(2, { moment: '2022:03:17 09:59:00' }), second.id);
    await send(await photoOf(3, { moment: '2022:03:17 10:01:00' }), second.id);
    await here.harness.settle();
    expect(await flags()).toMatchObject([{ kind: 'too-old', lastCheckInAt: report.at, checkIn: { id: second.id } }]);
  });
});

describe('the reviewer’s answer', () => {
  const answer = (id: string, who: { id: string }, verdict: 'genuine' | 'rejected' = 'rejected') =>
    here.harness.as(who)(answerEvidenceFlag, { params: { id }, body: { verdict, reason: 'Sama dengan foto pekan lalu.' } });

  it('is the reviewer’s alone, is given once, signed, and is seen beside the photo', async () => {
    await send(await photoOf(1));
    await send(await photoOf(1));
    await here.harness.settle();
    const [flag] = await flags();
    const asksOf = async (who: { id: string }) =>
      (await here.harness.as(who)(readToday)).asks.filter((ask) => ask.kind === 'judge-evidence').map((ask) => ask.href);
    expect(await asksOf(here.city.assistant1)).toEqual([`/bukti/${flag!.id}`]);
    expect(await asksOf(here.city.mayor)).toEqual([]);
    expect(await flags(here.city.mayor)).toMatchObject([{ id: flag!.id, mayAnswer: false }]);
    for (const who of [here.city.staffPu, here.city.headPu, here.city.headHealth]) {
      expect(await flags(who)).toEqual([]);
      const read = here.harness.as(who)(readEvidenceFlag, { params: { id: flag!.id } });
      expect((await here.harness.refusal(read)).status).toBe(404);
      expect((await here.harness.refusal(answer(flag!.id, who))).status).toBe(404);
    }
    expect((await here.harness.refusal(answer(flag!.id, here.city.mayor))).status).toBe(403);
    expect(await answer(flag!.id, here.city.assistant1)).toMatchObject({
      answer: { verdict: 'rejected', by: { id: here.city.assistant1.id } },
      evidence: { verdict: 'rejected', flags: [{ isOpen: false }] },
      mayAnswer: false,
    });
    expect((await here.harness.refusal(answer(flag!.id, here.city.assistant1, 'genuine'))).code).toBe('evidence-flag-answered');
    expect(await asksOf(here.city.assistant1)).toEqual([]);
    const seen = await here.harness.as(here.city.lurahA1)(readCheckIn, { params: { id: report.id } });
    expect(seen.evidence.map((one) => [one.verdict, one.flags])).toEqual([
      [null, []],
      ['rejected', []],
    ]);
  });
});
