import { sendCheckIn } from '@makaverse/contract/programmes-check-in';
import {
  confirmMilestone,
  listPromises,
  listStandings,
  rateProgramme,
  readStory,
  readTruth,
  sendMilestoneBack,
} from '@makaverse/contract/programmes-truth';
import { readToday } from '@makaverse/contract/today';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Harness } from '../../../../testing/harness.ts';
import type { Transaction } from '#platform/context';
import { keepPastProgrammes } from './commands/keep-past-programmes.ts';
import { reportingCity, type ReportingCity } from '../check-in/testing/reporting-city.ts';

const opened: Harness[] = [];
let told: ReportingCity;
beforeEach(async () => {
  told = await reportingCity();
  opened.push(told.harness);
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

const truth = () => told.harness.as(told.city.mayor)(readTruth, { params: { id: told.programmeId } });
const report = (wishes: Parameters<ReportingCity['fields']>[0] = {}) =>
  told.harness.as(told.city.staffPu)(sendCheckIn, { params: { id: told.programmeId }, body: told.fields(wishes) });
const at = (moment: string): void => told.harness.clock.set(`${moment}+08:00`);

describe('the colour', () => {
  it('is green while nothing is due, and says why', async () => {
    const { standing, sentence } = await truth();
    expect(standing.colour).toBe('green');
    expect(sentence).toBe(
      'Hijau: semua tonggak yang jatuh tempo sudah disahkan, tidak ada janji yang digeser. Janji berikutnya: Survei saluran, 1 April 2022.',
    );
  });

  it('turns red with days and moved promises, whatever the owner reports', async () => {
    const [first] = told.milestones;
    const move = (on: string) => report({ promise: { milestoneId: first, on, reason: 'Alat belum tiba.' } });
    at('2022-03-25T10:00');
    await move('2022-04-08');
    at('2022-04-01T10:00');
    await move('2022-04-22');
    at('2022-04-13T10:00');
    await report({ doneMilestoneIds: [...told.milestones] });
    const { standing, claimed } = await truth();
    expect(standing).toMatchObject({
      colour: 'red',
      reasons: [
        expect.stringContaining('lewat 12 hari, dilaporkan selesai tetapi belum disahkan'),
        expect.stringContaining('digeser 2 kali'),
        expect.anything(),
      ],
    });
    expect(claimed).toHaveLength(3);
  });

  it('is green again when the reviewer has confirmed, and not by the owner', async () => {
    const { harness, city, milestones } = told;
    at('2022-04-05T10:00');
    await report({ doneMilestoneIds: [...milestones] });
    const { claimed } = await truth();
    const confirm = (who: { id: string }, one: (typeof claimed)[number]) =>
      harness.as(who)(confirmMilestone, { params: { id: one.id }, body: { version: one.version } });
    expect((await harness.refusal(confirm(city.staffPu, claimed[0]!))).code).toBe('truth-not-reviewer');
    const { asks } = await harness.as(city.assistant1)(readToday);
    expect(asks.filter((one) => one.kind === 'confirm-milestone')).toHaveLength(3);
    for (const one of claimed) await confirm(city.assistant1, one);
    expect((await truth()).standing).toMatchObject({ colour: 'green', reasons: ['semua tonggak sudah disahkan selesai'] });
    expect((await harness.refusal(confirm(city.assistant1, { ...claimed[0]!, version: claimed[0]!.version + 1 }))).code).toBe(
      'milestone-nothing-claimed',
    );
  });
});

it('lets the reviewer send a milestone back with a reason, and the owner learns of it', async () => {
  const { harness, city, milestones, programmeId } = told;
  await report({ doneMilestoneIds: [milestones[0]] });
  const [claimed] = (await truth()).claimed;
  at('2022-03-17T11:00');
  const after = await harness.as(city.assistant1)(sendMilestoneBack, {
    params: { id: claimed!.id },
    body: { version: claimed!.version, reason: 'Foto belum menunjukkan saluran yang dikeruk.' },
  });
  expect(after.claimed).toEqual([]);
  await harness.settle();
  expect(harness.letters.map((one) => one.subject)).toContain('Tonggak dikembalikan: Survei saluran');
  const { events } = await harness.as(city.headHealth)(readStory, { params: { id: programmeId } });
  expect(events.map((one) => one.kind)).toEqual(['milestone-sent-back', 'milestone-done', 'check-in', 'person', 'started']);
});

it("shows the reviewer's light beside the colour, signed, and that they differ", async () => {
  const { harness, city, programmeId } = told;
  const rate = (who: { id: string }) =>
    harness.as(who)(rateProgramme, { params: { id: programmeId }, body: { light: 'yellow-red', reason: 'Lapangan belum bergerak.' } });
  for (const who of [city.staffPu, city.headPu, city.mayor, city.headHealth])
    expect((await harness.refusal(rate(who))).code).toBe('truth-not-reviewer');
  expect(await rate(city.assistant1)).toMatchObject({
    standing: { colour: 'green', isDisputed: true, rating: { light: 'yellow-red', by: { name: city.assistant1.name } } },
    ratings: [{ reason: 'Lapangan belum bergerak.' }],
  });
});

it('keeps every promise moved: which one it was, how far, by whom, and why', async () => {
  const { harness, city, programmeId, milestones } = told;
  for (const [day, on] of [
    ['2022-03-18T10:00', '2022-04-15'],
    ['2022-03-25T10:00', '2022-05-12'],
  ] as const) {
    at(day);
    await report({ promise: { milestoneId: milestones[0], on, reason: `Karena ${on}.` } });
  }
  const { items, total } = await harness.as(city.headHealth)(listPromises, { query: { programmeId } });
  expect(items.map(({ ordinal, days, by, reason }) => ({ ordinal, days, by: by.id, reason }))).toEqual([
    { ordinal: 3, days: 27, by: city.staffPu.id, reason: 'Karena 2022-05-12.' },
    { ordinal: 2, days: 14, by: city.staffPu.id, reason: 'Karena 2022-04-15.' },
  ]);
  expect(total).toEqual({ moves: 2, milestones: 1, days: 41 });
  const of = async (query: { personId?: string; unitId?: string }) => (await harness.as(city.mayor)(listPromises, { query })).total.moves;
  expect(await of({ personId: city.staffPu.id })).toBe(2);
  expect(await of({ unitId: city.units.pu })).toBe(2);
  expect(await of({ unitId: city.units.health })).toBe(0);
  const first = await harness.as(city.mayor)(listPromises, { query: { limit: 1 } });
  const second = await harness.as(city.mayor)(listPromises, { query: { limit: 1, cursor: first.next! } });
  expect([...first.items, ...second.items]).toEqual(items);
});

describe('silence', () => {
  it('is a state with its clock, and climbs to one office after the other', async () => {
    const { harness, city } = told;
    at('2022-03-22T17:00');
    expect((await truth()).silences).toMatchObject([
      { workingDays: 2, isSilent: false, rung: 'unit-head', dueAt: '2022-03-18T08:00:00.000Z' },
    ]);
    at('2022-03-23T17:00');
    expect((await truth()).standing).toMatchObject({ isSilent: true, colour: 'yellow-red', topRung: 'unit-head' });
    const readers: string[] = [];
    for (const day of ['2022-03-24', '2022-03-25', '2022-03-28', '2022-03-29', '2022-03-31']) {
      at(`${day}T08:00`);
      await harness.app.runRecurring();
      await harness.settle();
      readers.push(
        ...harness.letters
          .splice(0)
          .filter((one) => one.subject.includes('tidak dilaporkan'))
          .map((one) => `${day} ${one.to.name}`),
      );
    }
    const owner = city.staffPu.name;
    expect(readers.toSorted()).toEqual(
      [
        ...[city.headPu.name, owner].map((one) => `2022-03-24 ${one}`),
        ...[city.assistant1.name, owner].map((one) => `2022-03-25 ${one}`),
        ...[city.secretary.name, owner].map((one) => `2022-03-29 ${one}`),
        ...[city.mayor.name, city.deputyMayor.name, owner].map((one) => `2022-03-31 ${one}`),
      ].toSorted(),
    );
    await report();
    expect((await truth()).standing).toMatchObject({ isSilent: false, colour: 'green' });
  });

  it('goes on from the first deadline missed when a second one passes', async () => {
    at('2022-03-28T10:00');
    expect((await truth()).silences).toMatchObject([{ dueAt: '2022-03-18T08:00:00.000Z', workingDays: 6 }]);
  });
});

describe('the strip of programmes', () => {
  it('says what got worse since a week ago, and that the history is too short for a forecast', async () => {
    const { harness, city, programmeId } = told;
    at('2022-03-18T10:00');
    await report();
    at('2022-03-19T00:10');
    await harness.app.runRecurring();
    await harness.settle();
    at('2022-03-25T10:00');
    await report();
    at('2022-04-06T10:00');
    const { items, week, score } = await harness.as(city.mayor)(listStandings);
    expect(items).toMatchObject([{ programme: { id: programmeId }, colourBefore: 'green', trend: 'worse', chance: null }]);
    expect(week).toMatchObject({ worse: 1, better: 0, promisesMoved: 0 });
    expect(score).toBeNull();
    expect((await truth()).forecast).toMatchObject({ outcome: 'not-enough-history', milestones: 0, needed: { milestones: 19 } });
  });

  it('shows as many of the troubled ones as are asked for, and counts all', async () => {
    const { harness, city, programmeId } = told;
    at('2022-03-18T10:00');
    await report();
    const strip = (query: { only?: 'all' | 'troubled'; limit?: number }) => harness.as(city.mayor)(listStandings, { query });
    expect(await strip({ only: 'troubled' })).toMatchObject({ items: [], count: { all: 1, troubled: 0, withoutPlan: 0 } });
    expect((await strip({})).items.map((one) => one.programme.id)).toEqual([programmeId]);
    at('2022-04-25T10:00');
    expect(await strip({ only: 'troubled', limit: 1 })).toMatchObject({
      items: [{ programme: { id: programmeId }, colour: 'red' }],
      count: { all: 1, troubled: 1, withoutPlan: 0 },
    });
  });

  it('gives the chance as last drawn, beside that of a week ago, and says when it rests on an invented history', async () => {
    const { harness, city, programmeId } = told;
    const past = Array.from({ length: 5 }, (_, index) => ({
      name: `Program sintetis ${index}`,
      unitId: city.units.pu,
      isSynthetic: true,
      startOn: '2020-01-06',
      claims: [],
      milestones: ['2020-02-03', '2020-03-02', '2020-03-30', '2020-05-04'].map((on, step) => ({
        id: `${index}-${step}`,
        plannedOn: on,
        after: step === 0 ? [] : [`${index}-${step - 1}`],
        finishedOn: on,
      })),
    }));
    await harness.transact(null, (tx) => keepPastProgrammes(tx as Transaction<null>, past));
    const night = async (moment: string): Promise<void> => {
      at(moment);
      await harness.app.runRecurring();
      await harness.settle();
    };
    await night('2022-03-19T00:10');
    const only = async () => (await harness.as(city.mayor)(listStandings)).items[0]!;
    const first = await only();
    expect(first).toMatchObject({ isChanceSynthetic: true, chanceBefore: null });
    expect(first.chance).toBeGreaterThan(0);
    // Two months on the first milestone is long overdue.
    await night('2022-05-25T00:10');
    const later = await only();
    expect(later.chanceBefore).toBe(first.chance);
    expect(later.chance).toBeLessThan(first.chance!);
    const { forecast, sentence } = await truth();
    expect(forecast).toMatchObject({ outcome: 'forecast', chance: later.chance, basis: { city: 20, synthetic: 20 } });
    expect(sentence).toContain('(data sintetis)');
    expect((await harness.as(city.mayor)(listStandings)).items.map((one) => one.programme.id)).toEqual([programmeId]);
  });
});
