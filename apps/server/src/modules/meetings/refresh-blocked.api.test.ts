import { draftMeeting } from '@makaverse/contract/meetings';
import { readRefresh } from '@makaverse/contract/meetings-room';
import { takeOnObstacle } from '@makaverse/contract/programmes-obstacles';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blockedCity, type BlockedCity } from '../programmes/obstacles/testing/blocked-city.ts';
import { said } from './testing/said.ts';

const opened: BlockedCity[] = [];
let told: BlockedCity;
let refreshId: string;
beforeEach(async () => {
  told = await blockedCity();
  opened.push(told);
  const fields = {
    ...said(told.city),
    kind: 'refresh' as const,
    startsAt: '2022-05-24T09:00:00+08:00',
    endsAt: '2022-05-24T10:00:00+08:00',
  };
  ({ id: refreshId } = await told.harness.as(told.city.secretary)(draftMeeting, { body: { ...fields, template: 'none' } }));
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.harness.close())));

const candidates = async (language: 'id' | 'en' = 'id') => {
  const { candidates: all } = await told.harness.as(told.city.secretary, language)(readRefresh, { params: { id: refreshId } });
  return all.filter((one) => one.key.endsWith(`:programme:${told.programmeId}`));
};
// Nobody reports in these tests either, which is a topic of its own.
const blocked = async (language: 'id' | 'en' = 'id') => (await candidates(language)).filter((one) => one.kind === 'blocked');

describe('what blocks a programme comes to the refresh', () => {
  it('once it has climbed: with who must answer, how long, how high, and never the words of it', async () => {
    await told.block();
    expect(await blocked()).toEqual([]);
    told.set('2022-03-23T09:00');
    const [one, ...more] = await blocked();
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      kind: 'blocked',
      reason: 'Hambatan menunggu jawaban Dinas Kesehatan, 2 hari kerja lewat batas. Sudah naik ke asisten.',
      href: `/program/${told.programmeId}/keadaan`,
      presenter: { id: told.city.units.health },
      // 36 for an obstacle, 2 for each of 2 working days, 10 for the assistant, 8 for its one unit.
      value: 36 + 4 + 10 + 8,
      minutes: 5,
    });
    const [inEnglish] = await blocked('en');
    expect(inEnglish!.reason).toBe(
      'What blocks the work waits for the answer of Dinas Kesehatan, 2 working days past the date. It has climbed to the assistant.',
    );
    expect(JSON.stringify(one)).not.toContain('Lahan puskesmas');
  });

  it('not while somebody has given a date, and again when that date was not kept', async () => {
    const obstacle = await told.block();
    await told.harness.as(told.city.headHealth)(takeOnObstacle, {
      params: { id: obstacle.id },
      body: { untilOn: '2022-03-24', words: 'Kami serahkan lahannya.', version: obstacle.version },
    });
    told.set('2022-03-24T15:00');
    expect(await blocked()).toEqual([]);
    told.set('2022-03-25T09:00');
    expect(await blocked()).toMatchObject([{ kind: 'blocked', presenter: { id: told.city.units.health } }]);
  });

  it('in the place of the lateness it causes, and says that the programme is red', async () => {
    const outside = { remover: { kind: 'outside', authority: 'Balai Wilayah Sungai' } } as const;
    await told.block(outside);
    told.set('2022-05-23T09:00');
    // Nobody reported either, and silence is told before all else; it does not hide what blocks.
    const kinds = (await candidates()).map((one) => one.kind).toSorted();
    expect(kinds).toEqual(['blocked', 'silent']);
    for (const one of await candidates()) expect(one.reason).toContain('Programnya merah.');
    const [stuck] = await blocked();
    expect(stuck).toMatchObject({ presenter: { id: told.city.units.pu }, reason: expect.stringContaining('Sudah naik ke Wali Kota.') });
  });
});
