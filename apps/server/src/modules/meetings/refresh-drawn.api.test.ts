import { acknowledgeTask, markTaskSeen, readCascade, reportTask } from '@makaverse/contract/directives';
import { draftMeeting } from '@makaverse/contract/meetings';
import { readRefresh } from '@makaverse/contract/meetings-room';
import { appoint, declineAppointment, listNominations, propose, recommend, type Nomination } from '@makaverse/contract/programmes';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { drawnRefresh, type DrawnRefresh } from './testing/drawn-refresh.ts';
import { said } from './testing/said.ts';

const understood = 'Kami mengerjakannya mulai Senin dan melapor tiap Jumat.';
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

const taskId = async (directive: number, unitId: string): Promise<string> => {
  const { tasks } = await harness.as(city.mayor)(readCascade, { params: { id: refresh.earlier.directives[directive]!.id } });
  return tasks.find((one) => one.unit.id === unitId)!.id;
};
const acknowledge = async (who: Citizen, directive: number): Promise<unknown> =>
  harness.as(who)(acknowledgeTask, { params: { id: await taskId(directive, who.unitId) }, body: { words: understood } });
const nominationOf = async (directive: number, unitId: string): Promise<Nomination> => {
  const { items } = await harness.as(city.mayor)(listNominations, { query: { limit: 200 } });
  return items.find((one) => one.subject.number === refresh.earlier.directives[directive]!.number && one.unit.id === unitId)!;
};
const keyOf = (kind: string, directive: number): string => `${kind}:directive:${refresh.earlier.directives[directive]!.id}`;
const candidate = async (kind: string, directive: number) =>
  (await refresh.read()).candidates.find((one) => one.key === keyOf(kind, directive));

describe('the agenda of a refresh', () => {
  it('has written itself from what does not go on, the weightiest first, each with the reason it is there', async () => {
    const drawn = await refresh.read();
    expect(drawn).toMatchObject({ minutesGiven: 60, minutesUsed: 13, valueSelected: 161, isAdopted: false, version: 1 });
    const [third] = drawn.candidates;
    expect(third).toEqual({
      key: keyOf('silent', 2),
      kind: 'silent',
      title: `Arahan ${refresh.earlier.directives[2]!.number}: Bersihkan kanal bersama warga.`,
      reason:
        'Kecamatan Mariso dan Kecamatan Manggala tidak memberi kabar, 3 hari kerja lewat batas. Sudah sampai ke kepala perangkat daerah.',
      href: `/arahan/${refresh.earlier.directives[2]!.id}/rantai`,
      presenter: expect.objectContaining({ id: city.units.kecamatanA }),
      directiveNumber: refresh.earlier.directives[2]!.number,
      // 32 for silence, 2 for each of 3 working days, 5 for the lowest rung, 8 for each of two doublings.
      value: 32 + 6 + 5 + 16,
      minutes: 5,
      isSelected: true,
      isPinned: false,
      dropReason: null,
      leftOut: null,
    });
    expect(drawn.candidates.map((one) => one.key)).toEqual([2, 0, 1].map((at) => keyOf('silent', at)));
    expect(drawn.order).toEqual(drawn.candidates.map((one) => one.key));
  });

  it('says the same in English', async () => {
    const [inEnglish, inIndonesian] = [await refresh.read(city.secretary, 'en'), await refresh.read()];
    expect(inEnglish.candidates[0]!.reason).toBe(
      'Nothing was heard from Kecamatan Mariso and Kecamatan Manggala, 3 working days past the date. It has reached the head of the unit.',
    );
    // The secretary reads it and does not steer it.
    expect({ ...inEnglish, candidates: [] }).toEqual({ ...inIndonesian, candidates: [], maySteer: false });
  });

  it('leaves out, with the word why, what the minutes do not hold', async () => {
    const drawn = await refresh.steer({ minutesGiven: 10 });
    expect(drawn).toMatchObject({ minutesGiven: 10, minutesUsed: 9, version: 2 });
    expect(drawn.candidates.map((one) => [one.isSelected, one.leftOut])).toEqual([
      [true, null],
      [true, null],
      [false, 'no-room'],
    ]);
  });

  it('follows each matter on its way, and lets go of it when nothing is wrong any more', async () => {
    await harness.as(city.headPu)(markTaskSeen, { params: { id: await taskId(0, city.units.pu) } });
    expect(await candidate('unacknowledged', 0)).toMatchObject({
      reason: expect.stringContaining('Dinas Pekerjaan Umum belum menyatakan paham'),
    });
    await acknowledge(city.headPu, 0);
    const open = await nominationOf(0, city.units.pu);
    expect(await candidate('without-nominee', 0)).toMatchObject({
      reason: 'Dinas Pekerjaan Umum belum mengusulkan penanggung jawab, 2 hari kerja lewat batas.',
      href: `/usulan/${open.id}`,
    });
    const params = { id: open.id };
    const proposed = await harness.as(city.headPu)(propose, {
      params,
      body: { personId: city.staffPu.id, reasons: 'Memimpin regu drainase.', version: open.version },
    });
    expect(await candidate('awaiting-review', 0)).toMatchObject({ reason: 'Usulan Dinas Pekerjaan Umum menunggu telaah pembina.' });
    const recommended = await harness.as(city.assistant1)(recommend, { params, body: { note: '', version: proposed.version } });
    expect(await candidate('awaiting-appointment', 0)).toMatchObject({
      reason: 'Usulan Dinas Pekerjaan Umum tinggal menunggu penetapan Wali Kota atau yang dilimpahinya.',
    });
    const appointed = await harness.as(city.mayor)(appoint, { params, body: { note: '', version: recommended.version } });
    expect(await candidate('awaiting-acceptance', 0)).toMatchObject({ value: 15 + 8, minutes: 2 });
    await harness.as(city.staffPu)(declineAppointment, { params, body: { reason: 'Cuti besar.', version: appointed.version } });
    expect(await candidate('refused', 0)).toMatchObject({ value: 40 + 8, minutes: 5, presenter: { id: city.units.pu } });
    expect((await refresh.read()).candidates.filter((one) => one.key.endsWith(refresh.earlier.directives[0]!.id))).toHaveLength(1);
  });

  it('asks for a decision where a report waits for one', async () => {
    await acknowledge(city.headHealth, 1);
    const id = await taskId(1, city.units.health);
    await harness.as(city.headHealth)(reportTask, { params: { id }, body: { words: 'Posko berdiri di empat puskesmas.' } });
    expect(await candidate('undecided', 1)).toBeUndefined();
    harness.clock.set('2022-03-25T08:00:00+08:00');
    expect(await candidate('undecided', 1)).toMatchObject({
      reason: 'Laporan Dinas Kesehatan menunggu keputusan, 1 hari kerja lewat batas.',
    });
    harness.clock.set('2022-03-22T08:00:00+08:00');
  });

  it('knows only the meeting it goes back to; without one it looks at the whole city', async () => {
    const other = await drawnRefresh(harness, city, [{ words: 'Periksa pompa.', unitIds: [city.units.pu] }]);
    expect((await other.read()).candidates.map((one) => one.key)).toEqual([`silent:directive:${other.earlier.directives[0]!.id}`]);
    const fields = { ...said(city), kind: 'refresh' as const, startsAt: '2022-03-22T14:00:00+08:00', endsAt: '2022-03-22T15:00:00+08:00' };
    const everywhere = await harness.as(city.secretary)(draftMeeting, { body: { ...fields, template: 'none' } });
    const { candidates } = await harness.as(city.secretary)(readRefresh, { params: { id: everywhere.id } });
    const reasons = candidates.map((one) => one.reason).join(' ');
    for (const unit of ['Dinas Pekerjaan Umum', 'Dinas Kesehatan', 'Kecamatan Manggala']) expect(reasons).toContain(unit);
  });

  it('exists for a refresh only', async () => {
    const call = harness.as(city.mayor)(readRefresh, { params: { id: refresh.earlier.id } });
    expect(await harness.refusal(call)).toMatchObject({ status: 409, code: 'meeting-not-refresh' });
  });
});
