import { delegate } from '@makaverse/contract/identity-directory';
import { approveMinutes, readMinutesPdf, writeMinutes } from '@makaverse/contract/meetings-room';
import type { Ask } from '@makaverse/contract/today';
import { addressOf } from '@makaverse/client/call';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { minutesAsks } from './minutes/asks.ts';
import { readPdf } from './minutes/testing/read-pdf.ts';
import { heldMeeting, type HeldMeeting } from './testing/held-meeting.ts';

let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
afterAll(() => harness.close());

const morning = (): void => harness.clock.set('2022-03-16T08:00:00+08:00');
const fetchPdf = (by: Citizen, meeting: HeldMeeting, versionNumber?: number) =>
  harness.callRaw(by, {
    method: 'GET',
    url: addressOf(readMinutesPdf, { params: { id: meeting.id }, query: versionNumber === undefined ? {} : { versionNumber } }),
  });
const textOf = (pdf: Buffer): string => readPdf(pdf).pages.join(' ').replaceAll(/\s+/g, ' ');
const asksOf = async (who: Citizen, meeting: HeldMeeting, language: 'id' | 'en' = 'id'): Promise<Ask[]> =>
  (await minutesAsks({ ...(await harness.contextOf(who)), language })).filter((one) => one.key.endsWith(meeting.id));

describe('the paper', () => {
  it('is the newest version the reader may see, or the one named', async () => {
    const meeting = await heldMeeting(harness, city);
    const params = { id: meeting.id };
    morning();
    expect((await fetchPdf(city.mayor, meeting)).statusCode).toBe(404);
    const { version } = await harness.as(city.clerk)(writeMinutes, { params });
    const draft = await fetchPdf(city.clerk, meeting);
    expect(draft.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringContaining('inline; filename="notulen-2022-03-15-Rakorsus-Banjir.pdf"'),
    });
    expect(textOf(draft.rawPayload)).toContain('RANCANGAN, belum disahkan');
    for (const by of [city.headPu, city.headWater]) expect((await fetchPdf(by, meeting)).statusCode).toBe(404);
    await harness.as(city.mayor)(approveMinutes, { params, body: { version } });
    const approved = await fetchPdf(city.headPu, meeting);
    const text = textOf(approved.rawPayload);
    for (const part of [
      'PEMERINTAH KOTA MAKASSAR SEKRETARIAT DAERAH',
      'Peserta3 orang dari 2 perangkat daerah',
      'Keruk saluran tersier.',
      'Disahkan secara elektronik 16 Maret 2022, 08.00 WITA',
      'Tamu Contoh Dinas Pekerjaan Umum 19.00 WITA, pulang 19.25 WITA',
      'tidak hadir (2) Kecamatan Mariso Kecamatan Manggala',
    ])
      expect(text).toContain(part);
    await harness.as(city.clerk)(writeMinutes, { params });
    expect((await fetchPdf(city.headPu, meeting)).rawPayload.equals(approved.rawPayload)).toBe(true);
    expect(textOf((await fetchPdf(city.clerk, meeting)).rawPayload)).toContain('RANCANGAN notulen versi 2');
    expect(textOf((await fetchPdf(city.clerk, meeting, 1)).rawPayload)).toContain('Notulen versi 1');
    expect((await fetchPdf(city.headPu, meeting, 2)).statusCode).toBe(404);
  });
});

describe('what minutes ask', () => {
  it('is to write them, of the clerk; then to approve them, of the chair and who stands in', async () => {
    const meeting = await heldMeeting(harness, city);
    morning();
    expect(await asksOf(city.clerk, meeting)).toMatchObject([
      {
        key: `write-minutes:${meeting.id}`,
        title: 'Susun notulen: Rakorsus Banjir',
        from: { id: city.mayor.id },
        since: '2022-03-15T13:00:00.000Z',
        dueAt: null,
        href: `/rapat/${meeting.id}/notulen`,
      },
    ]);
    for (const who of [city.mayor, city.secretary, city.headPu]) expect(await asksOf(who, meeting)).toEqual([]);
    const { version } = await harness.as(city.clerk)(writeMinutes, { params: { id: meeting.id } });
    expect(await asksOf(city.clerk, meeting)).toEqual([]);
    expect(await asksOf(city.mayor, meeting, 'en')).toMatchObject([
      { kind: 'approve-minutes', detail: "Draft version 1 waits for the chair's approval.", from: { id: city.clerk.id } },
    ]);
    const term = { validFrom: '2022-03-16', validUntil: '2022-03-16', reason: 'Wali Kota di Jakarta' };
    await harness.as(city.mayor)(delegate, { body: { toPersonId: city.assistant2.id, power: 'approve-minutes', ...term } });
    expect(await asksOf(city.assistant2, meeting)).toHaveLength(1);
    await harness.as(city.mayor)(approveMinutes, { params: { id: meeting.id }, body: { version } });
    for (const who of [city.mayor, city.clerk, city.assistant2]) expect(await asksOf(who, meeting)).toEqual([]);
    await harness.as(city.clerk)(writeMinutes, { params: { id: meeting.id } });
    expect((await asksOf(city.mayor, meeting))[0]?.detail).toContain('versi 2');
  });

  it('is the chair to write, where no clerk was named', async () => {
    const meeting = await heldMeeting(harness, city);
    await harness.db.deleteFrom('meetings.meeting_clerk').where('meeting_id', '=', meeting.id).execute();
    morning();
    expect(await asksOf(city.mayor, meeting)).toMatchObject([{ kind: 'write-minutes', from: null }]);
  });
});
