import type { ObstacleAction } from '@makaverse/contract/programmes-obstacles';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { carryingFactsOf } from '../../carrying/queries/carrying-facts.ts';
import { heightAt, nextClimbAt } from '../domain/clock.ts';
import type { ObstacleStanding } from '../domain/moves.ts';
import { clockOf } from '../queries/delays.ts';
import { rungHolders } from '../queries/rung-holders.ts';
import type { ObstacleRow } from '../tables.ts';

/** What is written into the story of an obstacle. */
export interface ObstacleStep {
  readonly action: ObstacleAction;
  readonly words: string | null;
  readonly untilOn: string | null;
}

/** A standing as its row keeps it. */
export function standingColumns({
  state,
  clock,
  takenOn,
  solvedOn,
}: ObstacleStanding): Pick<
  ObstacleRow,
  'state' | 'height' | 'clock_from' | 'rests_until' | 'taken_on_by_id' | 'taken_on_until' | 'solved_on' | 'next_climb_at'
> {
  return {
    state,
    height: clock.height,
    clock_from: clock.from,
    rests_until: clock.restsUntil,
    taken_on_by_id: takenOn?.byId ?? null,
    taken_on_until: takenOn?.untilOn ?? null,
    solved_on: solvedOn,
    next_climb_at: state === 'solved' ? null : nextClimbAt(clock, clock.from),
  };
}

/** Keeps a move of a locked obstacle with its step, its audit line and its live notices. */
export async function keepObstacle(
  tx: Transaction<Actor | null>,
  row: ObstacleRow,
  { standing, step }: { readonly standing: ObstacleStanding; readonly step: ObstacleStep },
): Promise<ObstacleRow> {
  const saved = await tx.db
    .updateTable('programmes.obstacle')
    .set({ ...standingColumns(standing), version: row.version + 1 })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await addStep(tx, saved, { ...step, height: standing.clock.height });
  // What was written stays out of the log, which is read by people who do not decide on obstacles.
  tx.audit({
    action: `obstacle.${step.action}`,
    object: 'obstacle',
    objectId: row.id,
    data: { from: row.state, to: saved.state, height: standing.clock.height, untilOn: step.untilOn },
  });
  await wake(tx, row, saved);
  return saved;
}

/** Adds a line to the story of an obstacle that is locked or new. */
export async function addStep(
  tx: Transaction<Actor | null>,
  row: Pick<ObstacleRow, 'id'>,
  step: ObstacleStep & { readonly height: number },
): Promise<void> {
  const last = await tx.db
    .selectFrom('programmes.obstacle_step')
    .select((one) => one.fn.max('seq').as('seq'))
    .where('obstacle_id', '=', row.id)
    .executeTakeFirst();
  await tx.db
    .insertInto('programmes.obstacle_step')
    .values({
      id: tx.newId(),
      obstacle_id: row.id,
      seq: (last?.seq ?? 0) + 1,
      at: tx.now,
      action: step.action,
      by_id: tx.actor?.personId ?? null,
      height: step.height,
      words: step.words,
      until_on: step.untilOn,
    })
    .execute();
}

/** Wakes the pages of whom it lay with, whom it lies with now, and who is blocked. */
export async function wake(tx: Transaction<Actor | null>, ...rows: readonly ObstacleRow[]): Promise<readonly string[]> {
  const holders = await rungHolders(tx.db, tx.now);
  const [{ id, programme_id: programmeId }] = rows as readonly [ObstacleRow];
  const carrying = (await carryingFactsOf(tx.db, [programmeId])).get(programmeId)!;
  const lying = rows.map((row) => (row.state === 'solved' ? [] : holders(row, carrying, heightAt(clockOf(row), tx.now))));
  const blocked = carrying.parts.flatMap((part) => part.personId ?? []);
  tx.touch(`obstacle:${id}`, `programme:${programmeId}`);
  tx.touch(...new Set([...lying.flat(), ...blocked, rows[0]!.reported_by_id].map((personId) => `person:${personId}`)));
  return lying.at(-1) ?? [];
}

/** An obstacle no other move can pass while this one is made. */
export async function lockedObstacle(tx: Transaction<Actor | null>, id: string): Promise<ObstacleRow | undefined> {
  const { rows } = await sql<ObstacleRow>`select * from programmes.obstacle where id = ${id} for update`.execute(tx.db);
  return rows[0];
}
