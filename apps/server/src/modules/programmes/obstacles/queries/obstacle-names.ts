import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { personBriefs, unitBriefs } from '#modules/identity';
import { carryingFactsOf } from '../../carrying/queries/carrying-facts.ts';
import type { ObstacleNames } from '../present.ts';
import { heightAt } from '../domain/clock.ts';
import type { ObstacleRow, ObstacleStepRow } from '../tables.ts';
import { clockOf } from './delays.ts';
import { rungHolders } from './rung-holders.ts';

const present = (ids: readonly (string | null)[]): string[] => ids.filter((one) => one !== null);

/** Everyone and everything obstacles name, in the same number of reads however many there are. */
export async function obstacleNames(
  { db, now }: Pick<Context, 'db' | 'now'>,
  rows: readonly ObstacleRow[],
  steps: readonly ObstacleStepRow[] = [],
): Promise<ObstacleNames> {
  const anyOf = (ids: readonly string[]) => sql<string>`any(${[...new Set(ids)]}::uuid[])`;
  const programmeIds = rows.map((row) => row.programme_id);
  const programmes = await db
    .selectFrom('programmes.programme')
    .select(['id', 'number', 'name'])
    .where('id', '=', anyOf(programmeIds))
    .execute();
  const milestones = await db
    .selectFrom('programmes.milestone')
    .select(['id', 'title'])
    .where('id', '=', anyOf(present(rows.map((row) => row.milestone_id))))
    .execute();
  const letters = await db
    .selectFrom('programmes.obstacle_letter')
    .selectAll()
    .where('obstacle_id', '=', anyOf(rows.map((row) => row.id)))
    .execute();
  const carrying = await carryingFactsOf(db, programmeIds);
  const holders = await rungHolders(db, now);
  const holdersOf: ObstacleNames['holdersOf'] = (row, height) => holders(row, carrying.get(row.programme_id)!, height);
  const lying = rows.flatMap((row) => holdersOf(row, row.state === 'solved' ? row.height : heightAt(clockOf(row), now)).slice(0, 1));
  return {
    programmes: new Map(programmes.map((one) => [one.id, one])),
    milestones: new Map(milestones.map((one) => [one.id, one.title])),
    letters: new Map(letters.map((one) => [one.obstacle_id, one])),
    units: await unitBriefs(db, [...rows.map((row) => row.unit_id), ...present(rows.map((row) => row.remover_unit_id))]),
    people: await personBriefs(
      db,
      [
        ...lying,
        ...rows.map((row) => row.reported_by_id),
        ...present([...rows.map((row) => row.taken_on_by_id), ...steps.map((step) => step.by_id)]),
      ],
      now,
    ),
    carrying,
    holdersOf,
  };
}
