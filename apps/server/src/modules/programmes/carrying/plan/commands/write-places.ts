import type { placeFields, ProgrammePlan } from '@makaverse/contract/programmes-plan';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Transaction } from '#platform/context';
import { boxOf, judgeGeometry, middleOf, positionsOf } from '../domain/judge-geometry.ts';
import type { PlanFault } from '../domain/plan-fault.ts';
import { cityAreas } from '../../../areas/city-areas.ts';
import { areaOfPlace } from '../../../areas/domain/area-of-place.ts';
import { placedAreas } from '../../../areas/queries/placed-areas.ts';
import { closePlan, openPlan, refuseFaults } from './open-plan.ts';

type AskedPlace = z.output<typeof placeFields>;

/** Writes the whole list of places; each keeps the kelurahan it is in, so that counting by area needs no geometry later. */
export async function writePlaces(
  tx: Transaction,
  asked: { id: string; planVersion: number; places: readonly AskedPlace[] },
): Promise<ProgrammePlan> {
  const plan = await openPlan(tx, asked.id, asked.planVersion);
  const kept = await tx.db.selectFrom('programmes.place').select('id').where('programme_id', '=', plan.programmeId).execute();
  const keptIds = new Set(kept.map((row) => row.id));
  const { box: cityBox } = await cityAreas(tx);
  refuseFaults(
    tx,
    asked.places.flatMap((one, row): PlanFault[] => {
      const place = { list: 'places', row } as const;
      const isTwice = asked.places.findIndex((other) => one.id !== null && other.id === one.id) !== row && one.id !== null;
      if (one.id !== null && !keptIds.has(one.id)) return [{ ...place, field: 'id', code: 'row-unknown' }];
      if (isTwice) return [{ ...place, field: 'id', code: 'row-twice' }];
      const fault = judgeGeometry(one.geometry, cityBox);
      return fault ? [{ ...place, field: 'geometry', ...fault }] : [];
    }),
  );
  const stay = new Set(asked.places.map((one) => one.id));
  const removed = [...keptIds].filter((id) => !stay.has(id));
  await tx.db
    .deleteFrom('programmes.place')
    .where('id', '=', sql<string>`any(${removed}::uuid[])`)
    .execute();
  const areas = await placedAreas(tx);
  const ids = asked.places.map((one) => one.id ?? tx.newId());
  for (const [position, one] of asked.places.entries()) {
    const positions = positionsOf(one.geometry);
    const [west, south, east, north] = boxOf(positions);
    const area = areaOfPlace(middleOf([west, south, east, north]), areas);
    const where = { west, south, east, north, area_code: area?.code ?? null, area_by: area?.by ?? null };
    const columns = { position, name: one.name, geometry: JSON.stringify(one.geometry), ...where };
    const id = ids[position]!;
    if (one.id === null)
      await tx.db
        .insertInto('programmes.place')
        .values({ ...columns, id, programme_id: plan.programmeId })
        .execute();
    else await tx.db.updateTable('programmes.place').set(columns).where('id', '=', id).execute();
  }
  tx.audit({
    action: 'plan.places-written',
    object: 'programme',
    objectId: plan.programmeId,
    data: { places: asked.places.map((one, at) => ({ id: ids[at], name: one.name })), removed },
  });
  return closePlan(tx, plan);
}
