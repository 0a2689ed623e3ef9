import { readToday } from '@makaverse/contract/today';
import { pageOf } from '@makaverse/contract/pages';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MailNotSent } from '#platform/mail';
import { demoLife } from '#modules/identity';
import { smallCity, type Citizen, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { completeParts, holdRakorsus } from '../directives/testing/rakorsus.ts';
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
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

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

  it('is the only one of its morning: deadlines near and missed stand in it, each task once', async () => {
    const meeting = holdRakorsus(harness, city);
    await meeting.keep({ ...completeParts(city, [city.units.kecamatanA]), isCascading: true });
    harness.clock.set('2022-03-16T01:50:00+08:00');
    await meeting.issue();
    await harness.settle();
    const tasks = await harness.db.selectFrom('directives.task').select(['id', 'unit_id']).execute();
    const hrefOf = (unitId: string): string => pageOf.task(tasks.find((task) => task.unit_id === unitId)!.id);
    const times = (text: string, href: string): number => text.split(href).length - 1;
    const ofMorning = async (moment: string): Promise<Harness['letters']> => {
      harness.clock.set(moment);
      harness.letters.length = 0;
      await harness.transact(null, (tx) => Promise.resolve(tx.enqueue({ name: 'today.send-digests', payload: {} })));
      await harness.settle();
      return [...harness.letters];
    };
    const [near, ...more] = to(await ofMorning('2022-03-17T07:00:00+08:00'), city.lurahA1);
    expect(more).toEqual([]);
    expect(near!.subject).toBe('1 hal diminta dari Anda hari ini');
    expect(times(near!.text, hrefOf(city.units.kelurahanA1))).toBe(1);
    // Two working days late: the camat is told of his lurah beside what he is asked himself.
    await ofMorning('2022-03-21T07:00:00+08:00');
    const [missed, ...others] = to(await ofMorning('2022-03-23T07:00:00+08:00'), city.camatA);
    expect(others).toEqual([]);
    expect(missed!.subject).toBe('1 hal diminta dari Anda hari ini, 1 sudah lewat tenggat');
    expect(missed!.text).toContain('Yang hampir jatuh tempo atau sudah lewat:');
    for (const unit of [city.units.kecamatanA, city.units.kelurahanA1, city.units.kelurahanA2])
      expect(times(missed!.text, hrefOf(unit)), unit).toBe(1);
    // Four: it climbs to the assistant, who is asked nothing of it.
    const [climbed, ...rest] = to(await ofMorning('2022-03-25T07:00:00+08:00'), city.assistant1);
    expect(rest).toEqual([]);
    expect(climbed!.text).toContain('Yang lewat dari tenggatnya, belum dijawab, dan naik ke meja Anda:');
    expect(to(await ofMorning('2022-03-25T11:00:00+08:00'), city.assistant1)).toEqual([]);
  });

  it('comes again where the mail server did not take it, and once where it did', async () => {
    const taken: string[] = [];
    let isDown = true;
    const unlucky = await startHarness({
      identity: { sessionLife: demoLife },
      mailer: {
        send: async (mails) =>
          mails.map((mail) => {
            if (isDown && mail.to.name === city.headPu.name) return new MailNotSent('busy', { canTryAgain: true, cause: null });
            taken.push(mail.to.name);
            return null;
          }),
        close: () => Promise.resolve(),
      },
    });
    opened.push(unlucky);
    const other = await smallCity(unlucky);
    await openSeat(unlucky, other, { number: 7 });
    await unlucky.settle().catch(() => undefined);
    taken.length = 0;
    unlucky.clock.set('2022-03-16T07:00:00+08:00');
    await unlucky.transact(null, (tx) => Promise.resolve(tx.enqueue({ name: 'today.send-digests', payload: {} })));
    await expect(unlucky.settle()).rejects.toThrow('The mail was not sent');
    const before = [...taken];
    expect(before).not.toContain(city.headPu.name);
    isDown = false;
    await vi.waitFor(async () => {
      await unlucky.settle();
      expect(taken).toContain(city.headPu.name);
    }, 30_000);
    expect(taken.filter((name) => name === city.headPu.name)).toHaveLength(1);
    expect(taken.filter((name) => name !== city.headPu.name)).toEqual(before);
  });
});
