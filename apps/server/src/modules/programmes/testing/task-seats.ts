import type { Directive, DirectiveParts } from '@makaverse/contract/directives';
import type { SmallCity } from '../../../testing/city.ts';
import type { Harness } from '../../../testing/harness.ts';
import { issueDirectives, type IssuedTask } from '../../directives/commands/issue-directives.ts';
import { completeParts, holdRakorsus } from '../../directives/testing/rakorsus.ts';
import { openTaskSeats } from '../commands/open-seats.ts';
import { seatBy, type Seat } from './seats.ts';

/** The seat of a unit's part of a directive. */
export interface TaskSeat extends Seat {
  readonly taskId: string;
  readonly directive: Directive;
}

/** A directive to Pekerjaan Umum, kept and issued as a meeting's close does it: the seat of its one task. */
export async function openTaskSeat(harness: Harness, city: SmallCity, wishes: Partial<DirectiveParts> = {}): Promise<TaskSeat> {
  const rakorsus = holdRakorsus(harness, city);
  const directive = await rakorsus.keep({ ...completeParts(city, [city.units.pu]), ...wishes });
  const tasks = await issueWithSeats(harness, city, rakorsus.meetingId);
  const taskId = tasks[0]!.taskId;
  const row = await harness.db.selectFrom('programmes.nomination').select('id').where('seat_id', '=', taskId).executeTakeFirstOrThrow();
  return { ...seatBy(harness, city, row.id), taskId, directive };
}

/** Issues what was kept in a meeting, as the mayor, and opens the seats. */
export function issueWithSeats(harness: Harness, city: SmallCity, meetingId: string): Promise<IssuedTask[]> {
  return harness.transact(city.mayor, async (tx) => {
    const tasks = await issueDirectives(tx, meetingId);
    await openTaskSeats(tx, tasks);
    return tasks;
  });
}
