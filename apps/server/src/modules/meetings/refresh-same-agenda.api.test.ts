import { acknowledgeTask, readCascade } from '@makaverse/contract/directives';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoLife } from '#modules/identity';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { drawnRefresh, type DrawnRefresh } from './testing/drawn-refresh.ts';
import type { Given } from './testing/held-meeting.ts';

/** Few, since each of them is a dozen requests; the pure parts are tried by the hundred beside their code. */
const runs = 15;
let harness: Harness;
let city: SmallCity;
let refresh: DrawnRefresh;
beforeAll(async () => {
  harness = await startHarness({ identity: { sessionLife: demoLife } });
  city = await smallCity(harness);
  const { pu, health, kecamatanA, kecamatanB } = city.units;
  const given: Given[] = [[pu], [health], [kecamatanA, kecamatanB], [pu, health], [kecamatanA], [pu], [pu, kecamatanB], [pu]].map(
    (unitIds, at) => ({ words: `Arahan ke-${at + 1}.`, unitIds }),
  );
  refresh = await drawnRefresh(harness, city, given);
  const { tasks } = await harness.as(city.mayor)(readCascade, { params: { id: refresh.earlier.directives[3]!.id } });
  for (const who of [city.headPu, city.headHealth]) {
    const task = tasks.find((one) => one.unit.id === who.unitId)!;
    await harness.as(who)(acknowledgeTask, { params: { id: task.id }, body: { words: 'Kami mengerjakannya mulai Senin pekan ini.' } });
  }
});
afterAll(() => harness.close());

/** Any wish of the chair that can be followed. */
async function wishes(): Promise<
  fc.Arbitrary<{ minutesGiven: number; pins: string[]; drops: { key: string; reason: string }[]; order: string[] }>
> {
  const keys = (await refresh.read()).candidates.map((one) => one.key);
  return fc
    .record({
      // The longest pin takes five minutes and a few more for the units that answer.
      minutesGiven: fc.integer({ min: 12, max: 60 }),
      pins: fc.subarray(keys, { maxLength: 1 }),
      dropped: fc.subarray(keys),
      order: fc.shuffledSubarray(keys),
    })
    .map(({ minutesGiven, pins, dropped, order }) => ({
      minutesGiven,
      pins,
      drops: dropped.filter((key) => !pins.includes(key)).map((key) => ({ key, reason: 'Sudah dibahas' })),
      order,
    }));
}
/** Rewrites rows, so that the database keeps and returns them in another order. */
async function shuffleRows(seed: number): Promise<void> {
  for (const table of ['directives.task', 'directives.directive', 'programmes.nomination', 'meetings.meeting'])
    await sql`update ${sql.table(table)} set id = id where hashtextextended(id::text, ${seed}) % 2 = 0`.execute(harness.db);
}

describe('the same data', () => {
  it('draw the same agenda, whoever reads it, in whatever order the rows lie, and that agenda is adopted', async () => {
    await fc.assert(
      fc.asyncProperty(await wishes(), fc.integer(), async (wish, seed) => {
        const drawn = await refresh.steer(wish);
        await shuffleRows(seed);
        const readers = [city.mayor, city.clerk, city.assistant2];
        // An assistant reads it and does not steer it; all else is the same for everybody.
        for (const reader of readers) expect(await refresh.read(reader)).toEqual({ ...drawn, maySteer: reader !== city.assistant2 });
        const { agenda } = await refresh.adopt();
        const selected = drawn.candidates.filter((one) => one.isSelected);
        expect(selected.map((one) => one.key)).toEqual(drawn.order);
        expect(
          agenda.map(({ title, minutes, reason, aboutHref, presenter }) => ({ title, minutes, reason, aboutHref, presenter })),
        ).toEqual(selected.map(({ title, minutes, reason, href, presenter }) => ({ title, minutes, reason, aboutHref: href, presenter })));
        expect(agenda.reduce((sum, one) => sum + one.minutes, 0)).toBeLessThanOrEqual(wish.minutesGiven);
      }),
      { numRuns: runs },
    );
  });
});
