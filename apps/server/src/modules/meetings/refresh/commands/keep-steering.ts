import type { Transaction } from '#platform/context';
import type { Steering } from '../domain/draw.ts';

/** Keeps how a refresh is steered, each key once. */
export async function keepSteering(
  tx: Transaction,
  kept: { meetingId: string; steering: Steering; adoptedAt: Date | null; version: number },
): Promise<void> {
  const { steering } = kept;
  const columns = {
    minutes_given: steering.minutesGiven,
    pins: [...new Set(steering.pins)],
    drops: JSON.stringify([...new Map(steering.drops.map((one) => [one.key, one])).values()]),
    key_order: [...new Set(steering.order)],
    adopted_at: kept.adoptedAt,
    version: kept.version,
  };
  await tx.db
    .insertInto('meetings.steering')
    .values({ meeting_id: kept.meetingId, ...columns })
    .onConflict((conflict) => conflict.column('meeting_id').doUpdateSet(columns))
    .execute();
}
