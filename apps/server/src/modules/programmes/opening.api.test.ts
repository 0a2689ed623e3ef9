import { closeMeeting, keepDirective, startMeeting } from '@makaverse/contract/meetings-room';
import { listNominations } from '@makaverse/contract/programmes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { completeParts, holdRakorsus } from '../directives/testing/rakorsus.ts';
import { calledMeeting } from '../meetings/testing/called-meeting.ts';
import { issueWithSeats } from './testing/task-seats.ts';

const opened: Harness[] = [];
let harness: Harness;
let city: SmallCity;
beforeEach(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  opened.push(harness);
  city = await smallCity(harness);
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

const nominations = async (by: Citizen) => (await harness.as(by)(listNominations, { query: { limit: 200 } })).items;
const lettersTo = ({ name }: Citizen): string[] =>
  harness.letters.filter((letter) => letter.to.name === name).map((letter) => letter.subject);
const awaited = (count: number): string => `${count} nama penanggung jawab ditunggu dari unit Anda`;

describe('when a meeting closes', () => {
  it('the unit owes a name until the day given, or the person named is asked, as named by who gave the directive', async () => {
    const meeting = await calledMeeting(harness, city);
    const params = { id: meeting.id };
    await meeting.start();
    const { pu, health, kecamatanA } = city.units;
    const parts = { deadline: '2022-04-14', measure: 'Bersih', reviewerId: city.assistant1.id };
    const owing = (unitId: string) => ({ unitId, picId: null, nominationDueOn: '2022-03-18' });
    const clerk = harness.as(city.clerk);
    const first = await clerk(keepDirective, {
      params,
      body: { ...parts, words: 'Keruk saluran.', addressees: [owing(pu), owing(health)] },
    });
    await clerk(keepDirective, {
      params,
      body: {
        ...parts,
        words: 'Bersihkan kanal.',
        isCascading: true,
        addressees: [owing(kecamatanA), { ...owing(pu), picId: city.staffPu.id, nominationDueOn: null }],
      },
    });
    expect(await nominations(city.mayor), 'nothing is owed while the meeting runs').toEqual([]);
    await clerk(closeMeeting, { params, body: { version: 2 } });
    const all = await nominations(city.mayor);
    expect(all.map((one) => `${one.unit.name}: ${one.state}, ${one.dueAt}`).toSorted()).toEqual([
      'Dinas Kesehatan: open, 2022-03-18T08:00:00.000Z',
      'Dinas Pekerjaan Umum: appointed, 2022-03-17T11:00:00.000Z',
      'Dinas Pekerjaan Umum: open, 2022-03-18T08:00:00.000Z',
      'Kecamatan Mariso: open, 2022-03-18T08:00:00.000Z',
    ]);
    expect(all.find((one) => one.unit.id === health)).toMatchObject({
      subject: { number: first.number, title: 'Keruk saluran.' },
      reviewer: { id: city.assistant1.id },
    });
    const named = all.find((one) => one.state === 'appointed')!;
    const steps = await harness.db
      .selectFrom('programmes.nomination_step')
      .selectAll()
      .where('nomination_id', '=', named.id)
      .orderBy('seq')
      .execute();
    expect(steps.map((step) => [step.action, step.by_id])).toEqual([
      ['open', null],
      ['appoint', city.mayor.id],
    ]);
    await harness.settle();
    expect(lettersTo(city.headPu)).toContain(awaited(1));
    expect(lettersTo(city.camatA)).toContain(awaited(1));
    expect(lettersTo(city.staffPu)).toEqual([expect.stringContaining('Anda ditunjuk sebagai penanggung jawab')]);
    expect(lettersTo(city.lurahA1).filter((subject) => subject.includes('penanggung jawab'))).toEqual([]);
  });

  it('twice, the seats open once', async () => {
    const meeting = await calledMeeting(harness, city);
    const params = { id: meeting.id };
    await harness.as(city.mayor)(startMeeting, { params, body: { version: 1 } });
    const body = { words: 'Keruk.', ...completeParts(city, [city.units.pu]) };
    await harness.as(city.clerk)(keepDirective, { params, body });
    const close = (who: Citizen) => harness.as(who)(closeMeeting, { params, body: { version: 2 } });
    await Promise.allSettled([close(city.mayor), close(city.clerk)]);
    expect(await nominations(city.mayor)).toHaveLength(1);
    await harness.settle();
    expect(lettersTo(city.headPu).filter((subject) => subject === awaited(1))).toHaveLength(1);
  });

  it('with 300 seats, each opens, and each person gets one letter, also when the job runs again', async () => {
    const rakorsus = holdRakorsus(harness, city);
    const units = Object.values(city.units).slice(0, 15);
    for (let at = 0; at < 20; at += 1) await rakorsus.keep({ ...completeParts(city, units), words: `Arahan ${at}` });
    const tasks = await issueWithSeats(harness, city, rakorsus.meetingId);
    expect(tasks).toHaveLength(300);
    const rows = await harness.db.selectFrom('programmes.nomination').selectAll().execute();
    expect(new Set(rows.map((row) => row.seat_id))).toEqual(new Set(tasks.map((task) => task.taskId)));
    const steps = await harness.db.selectFrom('programmes.nomination_step').select(['action', 'seq']).execute();
    expect(steps).toEqual(Array.from({ length: 300 }, () => ({ action: 'open', seq: 1 })));
    const logged = await harness.db.selectFrom('platform.audit').select('object_id').where('action', '=', 'nomination.opened').execute();
    expect(new Set(logged.map((line) => line.object_id)).size).toBe(300);
    await harness.settle();
    expect(lettersTo(city.headPu)).toContain(awaited(20));
    expect(lettersTo(city.lurahB1)).toContain(awaited(20));
    const told = (): string[] => harness.letters.filter((letter) => letter.subject === awaited(20)).map((letter) => letter.to.name);
    // The head of each unit, and the deputy mayor beside the mayor.
    expect(told()).toHaveLength(16);
    expect(new Set(told()).size).toBe(16);
    const again = { name: 'programmes.tell-opened', payload: { nominationIds: rows.map((row) => row.id) } };
    await harness.transact(null, (tx) => Promise.resolve(tx.enqueue(again)));
    await harness.settle();
    expect(told()).toHaveLength(16);
  });

  it('a seat cannot be opened a second time beside the first', async () => {
    const rakorsus = holdRakorsus(harness, city);
    await rakorsus.keep(completeParts(city, [city.units.pu]));
    await issueWithSeats(harness, city, rakorsus.meetingId);
    expect(await issueWithSeats(harness, city, rakorsus.meetingId)).toEqual([]);
    const row = await harness.db.selectFrom('programmes.nomination').selectAll().executeTakeFirstOrThrow();
    const twin = { ...row, id: row.subject_id };
    await expect(harness.db.insertInto('programmes.nomination').values(twin).execute()).rejects.toThrow('nomination_seat');
  });
});
