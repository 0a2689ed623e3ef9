import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOf } from '#modules/identity';
import type { Citizen } from '../../../testing/city.ts';
import { carryingFactsOf } from '../carrying/queries/carrying-facts.ts';
import { mayReadObstacle } from './policy.ts';
import { obstacleFacts } from './present.ts';
import { isOpen, visibleObstacles } from './queries/visible-obstacles.ts';
import { blockedCity, type BlockedCity } from './testing/blocked-city.ts';

let told: BlockedCity;
beforeAll(async () => {
  told = await blockedCity();
  await told.block({ words: 'Lahan' });
  await told.block({ words: 'Izin', remover: { kind: 'outside', authority: 'Balai' } });
  await told.block({ words: 'Air', remover: { kind: 'unit', unitId: told.city.units.water } });
  await told.block({ words: 'Kantor' }, told.city.secretaryPu);
});
afterAll(() => told.harness.close());

it('says the same in SQL as in words, for everybody and every obstacle', async () => {
  const { harness, city, programmeId } = told;
  const { units: _, ...people } = city;
  const carrying = (await carryingFactsOf(harness.db, [programmeId])).get(programmeId)!;
  const all = await harness.db.selectFrom('programmes.obstacle').selectAll().orderBy('id').execute();
  const seen: Record<string, number> = {};
  for (const [role, person] of Object.entries(people) as [string, Citizen][]) {
    const actor = (await actorOf(harness.db, person.id, harness.clock.now()))!;
    const byPolicy = all.filter((row) => mayReadObstacle(actor, obstacleFacts(row, carrying))).map((row) => row.words);
    const context = await harness.contextOf(person);
    const bySql = (await visibleObstacles(context, sql<boolean>`${isOpen}`)).map((row) => row.words);
    expect(bySql.toSorted(), role).toEqual(byPolicy.toSorted());
    seen[role] = byPolicy.length;
  }
  expect(seen).toMatchObject({
    mayor: 4,
    assistant2: 4,
    headPu: 4,
    staffPu: 4,
    staffPu2: 4,
    headHealth: 2,
    headWater: 1,
    camatA: 0,
    admin: 0,
  });
});
