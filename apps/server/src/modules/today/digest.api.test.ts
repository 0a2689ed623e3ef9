import { readToday } from '@makaverse/contract/today';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { openSeat } from '../programmes/testing/seats.ts';

const opened: Harness[] = [];
let harness: Harness;
let city: SmallCity;
beforeEach(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  opened.push(harness);
  city = await smallCity(harness);
  await openSeat(harness, city, { number: 7 });
  await harness.settle();
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

const signature = { id: 'setiap hari kerja', en: 'each working day' } as const;
/** Morning mails that left when the clock strikes. */
async function at(moment: string, times = 1): Promise<Harness['letters']> {
  harness.clock.set(moment);
  harness.letters.length = 0;
  for (let time = 0; time < times; time += 1) await harness.app.runRecurring();
  await harness.settle();
  return harness.letters.filter((one) => one.text.includes(signature.id) || one.text.includes(signature.en));
}
const to = (letters: Harness['letters'], who: Citizen) => letters.filter((one) => one.to.address === who.email);

describe('the morning mail', () => {
  it('names exactly what the own page asks, and leaves nobody else a mail', async () => {
    const letters = await at('2022-03-16T07:00:00+08:00');
    const { asks } = await harness.as(city.headPu)(readToday);
    expect(asks.length).toBeGreaterThan(0);
    const [mail, ...more] = to(letters, city.headPu);
    expect(more).toEqual([]);
    expect(mail!.subject).toBe(`${asks.length} hal diminta dari Anda hari ini`);
    for (const ask of asks) expect(mail!.text).toContain(`${ask.title} (paling lambat`);
    for (const ask of asks) expect(mail!.text).toContain(`http://localhost:3000${ask.href}`);
    expect(mail!.text).toContain('http://localhost:3000/hari-ini');
    const asked = new Set(letters.map((one) => one.to.address));
    const { units: _, ...people } = city;
    for (const who of Object.values(people)) {
      expect(asked.has(who.email), who.name).toBe((await harness.as(who)(readToday)).asks.length > 0);
    }
  });

  it('leaves once a day, though the job runs twice, and again the next working day', async () => {
    expect(to(await at('2022-03-16T07:00:00+08:00', 2), city.headPu)).toHaveLength(1);
    expect(to(await at('2022-03-16T11:00:00+08:00'), city.headPu)).toEqual([]);
    expect(to(await at('2022-03-17T07:00:00+08:00'), city.headPu)).toHaveLength(1);
  });

  it('does not leave at night, at the weekend or on a holiday', async () => {
    for (const moment of ['2022-03-16T06:00:00+08:00', '2022-03-19T07:00:00+08:00', '2022-04-15T07:00:00+08:00'])
      expect(await at(moment), moment).toEqual([]);
  });

  it('says what is late, in the reader’s language', async () => {
    await harness.db.updateTable('identity.person').set({ language: 'en' }).where('id', '=', city.headPu.id).execute();
    const [mail] = to(await at('2022-03-22T07:00:00+08:00'), city.headPu);
    expect(mail!.subject).toBe('1 thing is asked of you today, and it is past its date');
    expect(mail!.text).toContain('(was due ');
  });

  it('is not written to who holds no position any more', async () => {
    await harness.db.updateTable('identity.position').set({ valid_to: '2022-03-16' }).where('id', '=', city.headPu.positionId).execute();
    expect(to(await at('2022-03-16T07:00:00+08:00'), city.headPu)).toEqual([]);
  });
});
