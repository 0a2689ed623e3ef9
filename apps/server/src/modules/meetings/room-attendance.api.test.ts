import { checkInRoom, checkInSelf, checkOut, closeMeeting, readAttendance, readRoom } from '@makaverse/contract/meetings-room';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { calledMeeting, type CalledMeeting } from './testing/called-meeting.ts';

let harness: Harness;
let city: SmallCity;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
});
afterAll(() => harness.close());

type Named = { personId: string } | { name: string };
const roomOf = (meeting: CalledMeeting, who: { id: string }, unitId: string, people: Named[]) =>
  harness.as(who)(checkInRoom, { params: { id: meeting.id }, body: { unitId, people } });
const self = (meeting: CalledMeeting, who: { id: string }) => harness.as(who)(checkInSelf, { params: { id: meeting.id } });
const leave = (meeting: CalledMeeting, who: { id: string }, attendeeId: string) =>
  harness.as(who)(checkOut, { params: { id: meeting.id, attendeeId } });

describe('attendance', () => {
  it('lists a room with its names, each once however often it comes', async () => {
    const meeting = await calledMeeting(harness, city);
    const people = [{ personId: city.headPu.id }, { personId: city.staffPu.id }, { name: 'Tamu Satu, S.T.' }, { name: 'tamu  satu st' }];
    const first = await roomOf(meeting, city.staffPu, city.units.pu, people);
    expect(first.items.map((one) => [one.person?.id ?? null, one.name, one.unit.id, one.viaRoom])).toEqual(
      expect.arrayContaining([
        [city.headPu.id, city.headPu.name, city.units.pu, true],
        [city.staffPu.id, city.staffPu.name, city.units.pu, true],
        [null, 'Tamu Satu, S.T.', city.units.pu, true],
      ]),
    );
    expect(first).toMatchObject({ people: 3, units: 1 });
    expect(first.absentUnits.map((unit) => unit.id).toSorted()).toEqual(
      [city.units.health, city.units.kecamatanA, city.units.kecamatanB].toSorted(),
    );
    const again = await roomOf(meeting, city.headPu, city.units.pu, [...people].toReversed());
    expect(again).toEqual(first);
    expect(await self(meeting, city.headPu)).toEqual(first);
    expect(await harness.as(city.headHealth)(readAttendance, { params: { id: meeting.id } })).toEqual(first);
    expect(await harness.as(city.headHealth)(readRoom, { params: { id: meeting.id } })).toMatchObject({ people: 3, units: 1 });
  });

  it('counts one who comes alone, once, for his invited unit; and knows a typed name again', async () => {
    const meeting = await calledMeeting(harness, city);
    await self(meeting, city.staffHealth);
    await roomOf(meeting, city.clerk, city.units.health, [{ name: 'lina contoh' }]);
    const known = await self(meeting, city.headHealth);
    expect(known.items.map((one) => [one.person?.id, one.name, one.viaRoom])).toEqual(
      expect.arrayContaining([
        [city.staffHealth.id, city.staffHealth.name, false],
        [city.headHealth.id, city.headHealth.name, true],
      ]),
    );
    expect(known.people).toBe(2);
  });

  it('lets chair and clerk in from units that were not asked, as people only', async () => {
    const meeting = await calledMeeting(harness, city);
    await self(meeting, city.mayor);
    expect(await self(meeting, city.clerk)).toMatchObject({ people: 2, units: 0 });
    const refused = await harness.refusal(self(meeting, city.assistant1));
    expect(refused.code).toBe('unit-not-invited');
  });

  it('keeps the hour at which people leave, and takes them back', async () => {
    harness.clock.set('2022-03-15T19:00:00+08:00');
    const meeting = await calledMeeting(harness, city);
    await roomOf(meeting, city.headPu, city.units.pu, [{ personId: city.headPu.id }, { name: 'Sopir' }]);
    const list = await self(meeting, city.staffHealth);
    const idOf = (name: string): string => list.items.find((one) => one.name === name)!.id;
    harness.clock.set('2022-03-15T20:00:00+08:00');
    expect((await harness.refusal(leave(meeting, city.staffHealth, idOf('Sopir')))).status).toBe(403);
    const gone = await leave(meeting, city.staffPu, idOf('Sopir'));
    expect(gone).toMatchObject({ people: 2, units: 2 });
    expect((await leave(meeting, city.staffHealth, idOf(city.staffHealth.name))).units).toBe(1);
    await leave(meeting, city.clerk, idOf(city.headPu.name));
    harness.clock.set('2022-03-15T20:30:00+08:00');
    const twice = await leave(meeting, city.clerk, idOf(city.headPu.name));
    expect(twice.items.map((one) => one.leftAt)).toEqual(Array.from({ length: 3 }, () => '2022-03-15T12:00:00.000Z'));
    // Whoever was there and left is not absent: his unit came.
    expect(twice).toMatchObject({ people: 0, units: 0 });
    expect(twice.absentUnits.map((unit) => unit.id)).not.toContain(city.units.pu);
    const back = await self(meeting, city.headPu);
    expect(back.items.find((one) => one.person?.id === city.headPu.id)).toMatchObject({ cameAt: '2022-03-15T11:00:00.000Z', leftAt: null });
    const other = await calledMeeting(harness, city);
    expect((await harness.refusal(leave(other, city.clerk, idOf('Sopir')))).status).toBe(404);
    harness.clock.set('2022-03-15T19:00:00+08:00');
  });

  it('is open from the call to the close', async () => {
    const draft = await calledMeeting(harness, city, { state: 'draft' });
    expect((await harness.refusal(self(draft, city.mayor))).code).toBe('meeting-not-open-for-attendance');
    const meeting = await calledMeeting(harness, city);
    const list = await self(meeting, city.headPu);
    const { id } = list.items[0]!;
    await meeting.start();
    await leave(meeting, city.headPu, id);
    await roomOf(meeting, city.headHealth, city.units.health, [{ name: 'Bidan Contoh' }]);
    await harness.as(city.mayor)(closeMeeting, { params: { id: meeting.id }, body: { version: 2 } });
    for (const call of [
      () => self(meeting, city.headPu),
      () => roomOf(meeting, city.clerk, city.units.pu, [{ name: 'X' }]),
      () => leave(meeting, city.headPu, id),
    ])
      expect((await harness.refusal(call())).code).toBe('meeting-not-open-for-attendance');
    // Over: the list counts everybody who came.
    const after = await harness.as(city.mayor)(readAttendance, { params: { id: meeting.id } });
    expect(after).toMatchObject({ people: 2, units: 2 });
  });

  it('refuses foreign rooms, units that were not invited, and people of other units; nobody is listed then', async () => {
    const meeting = await calledMeeting(harness, city);
    expect((await harness.refusal(roomOf(meeting, city.headPu, city.units.health, [{ name: 'X' }]))).status).toBe(403);
    expect((await harness.refusal(roomOf(meeting, city.clerk, city.units.water, [{ name: 'X' }]))).code).toBe('unit-not-invited');
    const mixed = [{ name: 'Tamu' }, { personId: city.headHealth.id }, { personId: city.units.pu }];
    expect(await harness.refusal(roomOf(meeting, city.headPu, city.units.pu, mixed))).toMatchObject({
      code: 'attendee-not-of-unit',
      status: 422,
      issues: [{ path: 'people.1.personId' }, { path: 'people.2.personId' }],
    });
    expect((await harness.as(city.mayor)(readAttendance, { params: { id: meeting.id } })).items).toEqual([]);
  });

  it('leaves a person of two units where he came in first, and takes him back there', async () => {
    const meeting = await calledMeeting(harness, city, { unitIds: [city.units.pu, city.units.water] });
    const since = { valid_from: '2021-01-04', valid_to: null, end_told_at: null, created_at: harness.clock.now() };
    const office = {
      person_id: city.staffPu.id,
      unit_id: city.units.water,
      kind: 'head',
      title: 'Plt. Direktur Utama',
      acting: 'plt',
    } as const;
    await harness.db
      .insertInto('identity.position')
      .values({ id: meeting.items.opening, ...office, ...since })
      .execute();
    const first = await roomOf(meeting, city.headWater, city.units.water, [{ personId: city.staffPu.id }]);
    await leave(meeting, city.staffPu, first.items[0]!.id);
    const back = await roomOf(meeting, city.headPu, city.units.pu, [{ personId: city.staffPu.id }]);
    expect(back.items.map((one) => [one.unit.id, one.leftAt])).toEqual([[city.units.water, null]]);
    expect(await self(meeting, city.staffPu)).toEqual(back);
  });

  it('counts once whoever comes in from two devices at the same moment', async () => {
    const meeting = await calledMeeting(harness, city);
    const people = [{ personId: city.headPu.id }, { personId: city.staffPu.id }, { name: 'Sopir' }];
    await Promise.all([
      ...Array.from({ length: 6 }, () => roomOf(meeting, city.headPu, city.units.pu, people)),
      self(meeting, city.headPu),
      self(meeting, city.staffPu),
      ...Array.from({ length: 3 }, () => self(meeting, city.headHealth)),
    ]);
    const list = await harness.as(city.mayor)(readAttendance, { params: { id: meeting.id } });
    expect(list.items.map((one) => one.name).toSorted()).toEqual(
      [city.headPu.name, city.staffPu.name, city.headHealth.name, 'Sopir'].toSorted(),
    );
  });
});
