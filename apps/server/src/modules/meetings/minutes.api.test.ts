import { delegate } from '@makaverse/contract/identity-directory';
import { closeMeeting, approveMinutes, editMinutes, readMinutes, writeMinutes } from '@makaverse/contract/meetings-room';
import { readMeeting } from '@makaverse/contract/meetings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { digestOfMinutes } from './minutes/digest.ts';
import { calledMeeting } from './testing/called-meeting.ts';
import { heldMeeting, type HeldMeeting } from './testing/held-meeting.ts';

let harness: Harness;
let city: SmallCity;
let meeting: HeldMeeting;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
afterAll(() => harness.close());
beforeEach(async () => {
  meeting = await heldMeeting(harness, city);
  harness.clock.set('2022-03-16T08:00:00+08:00');
});

const at = () => ({ params: { id: meeting.id } });
const write = (by: Citizen = city.clerk) => harness.as(by)(writeMinutes, at());
const read = (by: Citizen, versionNumber?: number) =>
  harness.as(by)(readMinutes, { ...at(), query: versionNumber === undefined ? {} : { versionNumber } });
const edit = (
  by: Citizen,
  body: { summary: string; version: number; sections?: { heading: string; body: string; agendaItemId: string | null }[] },
) => harness.as(by)(editMinutes, { ...at(), body: { sections: [], ...body } });
const approve = (by: Citizen, version: number) => harness.as(by)(approveMinutes, { ...at(), body: { version } });
const refusedAs = async (call: Promise<unknown>) => (await harness.refusal(call)).code;
const kept = () =>
  harness.db.selectFrom('meetings.minutes').selectAll().where('meeting_id', '=', meeting.id).orderBy('version_number').execute();

describe('minutes', () => {
  it('are written from what happened', async () => {
    const minutes = await write();
    expect(minutes).toMatchObject({
      versionNumber: 1,
      state: 'draft',
      writtenBy: { id: city.clerk.id },
      approvedBy: null,
      versions: [{ versionNumber: 1, state: 'draft', by: { id: city.clerk.id } }],
      summary:
        'Rapat dibuka pukul 19.00 WITA oleh Andi Baso Contoh, Wali Kota dan ditutup pukul 21.00 WITA. Hadir 3 orang dari 2 perangkat daerah yang diundang. 2 dari 4 perangkat daerah yang diundang tidak hadir. Rapat menghasilkan 1 arahan.',
    });
    expect(minutes.sections.map((one) => one.heading)).toEqual([
      '1. Pembukaan',
      '2. Pelayanan dasar',
      '3. Pekerjaan Umum',
      '4. Kesehatan',
      '5. Penutup',
    ]);
    expect(minutes.sections[2]).toMatchObject({
      agendaItemId: meeting.items.pu,
      body: `Pemapar: Dinas Pekerjaan Umum.\nDibahas pukul 19.10–19.20, 19.25–21.00 (105 menit, rencana 7 menit, lewat 98 menit).\nCatatan: Pompa 3 mati.\nArahan: ${meeting.directives[0]!.number}.`,
    });
    expect(minutes.sections[4]!.body).toBe('Tidak dibahas.');
    const [row] = await kept();
    expect(row!.happened).toMatchObject({
      letterhead: ['PEMERINTAH KOTA MAKASSAR', 'SEKRETARIAT DAERAH'],
      attendance: [
        { unit: 'Dinas Kesehatan', people: [{ name: 'Lina Contoh', title: 'Kepala Dinas Kesehatan', leftAt: null }] },
        {
          unit: 'Dinas Pekerjaan Umum',
          people: [
            { name: 'Hasan Contoh', title: 'Kepala Dinas Pekerjaan Umum' },
            { name: 'Tamu Contoh', title: '', leftAt: '2022-03-15T11:25:00.000Z' },
          ],
        },
      ],
      absentUnits: ['Kecamatan Mariso', 'Kecamatan Manggala'],
      directives: [{ addressees: ['Dinas Pekerjaan Umum'], reviewer: { title: 'Asisten I' }, deadline: '2022-04-14' }],
    });
    expect(await meeting.read()).toMatchObject({ minutesState: 'draft' });
  });

  it('come after the close', async () => {
    harness.clock.set('2022-03-15T19:00:00+08:00');
    const open = await calledMeeting(harness, city);
    await open.start();
    const call = harness.as(city.clerk)(writeMinutes, { params: { id: open.id } });
    expect(await harness.refusal(call)).toMatchObject({ code: 'minutes-before-close', status: 409 });
    await harness.as(city.mayor)(closeMeeting, { params: { id: open.id }, body: { version: 2 } });
    expect((await harness.as(city.clerk)(writeMinutes, { params: { id: open.id } })).summary).toContain(
      'Tidak ada arahan dalam rapat ini.',
    );
  });

  it('are written by who serves the meeting or approves them, and by nobody else', async () => {
    expect(await refusedAs(read(city.clerk))).toBe('minutes-not-written');
    for (const by of [city.headPu, city.assistant1]) expect(await refusedAs(write(by))).toBe('not-allowed');
    for (const by of [city.headWater, city.admin]) expect(await refusedAs(write(by))).toBe('record-missing');
    for (const by of [city.clerk, city.secretary, city.mayor]) await write(by);
    expect((await read(city.mayor)).versions.map((one) => one.versionNumber)).toEqual([3, 2, 1]);
  });

  it('are read as a draft by who writes, approves or leads, and by the invited once approved', async () => {
    const { version } = await write();
    for (const by of [city.clerk, city.mayor, city.secretary, city.assistant1, city.deputyMayor])
      expect((await read(by)).state).toBe('draft');
    for (const by of [city.headPu, city.staffHealth, city.camatA]) expect(await refusedAs(read(by))).toBe('minutes-not-written');
    for (const by of [city.headWater, city.admin]) expect(await refusedAs(read(by))).toBe('record-missing');
    await approve(city.mayor, version);
    await write();
    expect(await read(city.headPu)).toMatchObject({ versionNumber: 1, state: 'approved', versions: [{ versionNumber: 1 }] });
    expect(await refusedAs(read(city.headPu, 2))).toBe('minutes-not-written');
    expect(await read(city.clerk, 1)).toMatchObject({ state: 'approved', versions: [{ versionNumber: 2 }, { versionNumber: 1 }] });
    expect(await refusedAs(read(city.clerk, 3))).toBe('minutes-not-written');
  });

  it('are edited by one at a time, and only about this meeting', async () => {
    const { version } = await write();
    const section = { heading: 'Drainase', body: 'Tiga pompa mati.', agendaItemId: meeting.items.pu };
    const edited = await edit(city.clerk, { summary: 'Ringkas.', sections: [section], version });
    expect(edited).toMatchObject({ summary: 'Ringkas.', sections: [section], version: version + 1, writtenBy: { id: city.clerk.id } });
    const lost = await harness.refusal(edit(city.secretary, { summary: 'Lain.', version }));
    expect(lost).toMatchObject({ code: 'edit-conflict', current: { summary: 'Ringkas.', version: version + 1 } });
    expect(await refusedAs(edit(city.headPu, { summary: 'Lain.', version: version + 1 }))).toBe('not-allowed');
    const foreign = [{ ...section, agendaItemId: city.units.pu }];
    expect(await refusedAs(edit(city.clerk, { summary: '', sections: foreign, version: version + 1 }))).toBe('minutes-section-unknown');
  });

  it('are approved by the chair or who holds his power, once', async () => {
    const { version } = await write();
    for (const by of [city.clerk, city.secretary, city.headPu]) expect(await refusedAs(approve(by, version))).toBe('not-allowed');
    const term = { validFrom: '2022-03-16', validUntil: '2022-03-17', reason: 'Wali Kota di Jakarta' };
    await harness.as(city.mayor)(delegate, { body: { toPersonId: city.assistant2.id, power: 'approve-minutes', ...term } });
    expect(await refusedAs(approve(city.assistant2, version + 1))).toBe('edit-conflict');
    const approved = await approve(city.assistant2, version);
    expect(approved).toMatchObject({ state: 'approved', approvedBy: { id: city.assistant2.id }, approvedAt: '2022-03-16T00:00:00.000Z' });
    expect(await refusedAs(approve(city.mayor, version))).toBe('minutes-already-approved');
    expect(await refusedAs(edit(city.clerk, { summary: '', version: approved.version }))).toBe('minutes-already-approved');
    expect((await harness.as(city.headPu)(readMeeting, at())).minutesState).toBe('approved');
  });

  it('keep every version; an edit of one never passes for an edit of another', async () => {
    const first = await write();
    const second = await write();
    expect(second).toMatchObject({ versionNumber: 2, version: first.version + 1 });
    const lost = await harness.refusal(edit(city.clerk, { summary: 'Untuk yang pertama', version: first.version }));
    expect(lost).toMatchObject({ code: 'edit-conflict', current: { versionNumber: 2 } });
    expect((await kept()).map((one) => one.state)).toEqual(['draft', 'draft']);
  });

  it('say the same for ever once approved, whatever is renamed; the log proves it', async () => {
    const { version } = await write();
    await approve(city.mayor, version);
    const [before] = await kept();
    await harness.db.updateTable('identity.unit_version').set({ name: 'Dinas Bina Marga' }).where('unit_id', '=', city.units.pu).execute();
    await harness.db.updateTable('meetings.agenda_item').set({ title: 'Lain' }).where('id', '=', meeting.items.pu).execute();
    const again = await write();
    expect(again.sections[2]!.heading).toBe('3. Lain');
    const [after] = await kept();
    expect(after).toEqual(before);
    expect(digestOfMinutes({ ...after!, versionNumber: after!.version_number })).toBe(after!.digest);
    const line = await harness.db
      .selectFrom('platform.audit')
      .select('data')
      .where('action', '=', 'minutes.approved')
      .where('object_id', '=', meeting.id)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(line.data)).toEqual({ versionNumber: 1, digest: after!.digest });
    await harness.db
      .updateTable('identity.unit_version')
      .set({ name: 'Dinas Pekerjaan Umum' })
      .where('unit_id', '=', city.units.pu)
      .execute();
  });

  it('take one of two who begin anew at once after the other', async () => {
    await Promise.all([write(city.clerk), write(city.secretary), write(city.mayor)]);
    expect((await kept()).map((one) => [one.version_number, one.version])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    const outcomes = await Promise.allSettled([
      edit(city.clerk, { summary: 'A', version: 3 }),
      edit(city.secretary, { summary: 'B', version: 3 }),
    ]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });
});
