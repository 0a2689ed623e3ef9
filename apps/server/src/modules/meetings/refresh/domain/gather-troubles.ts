import type { CandidateKind } from '@makaverse/contract/meetings-room';
import type { NominationState, Rung } from '@makaverse/contract/programmes';
import { rungs, type Subject, type Trouble } from './trouble.ts';

/** A task that does not go on, as its own module tells it. */
export interface TaskInTrouble {
  readonly kind: Extract<CandidateKind, 'unacknowledged' | 'late' | 'silent' | 'undecided'>;
  readonly taskId: string;
  readonly directiveId: string;
  readonly directiveNumber: string;
  readonly directiveWords: string;
  readonly unitId: string;
  readonly workingDays: number;
  readonly rung: Rung;
  readonly unitsBelow: number;
}

/** A seat without anybody who has agreed, as its own module tells it. */
export interface SeatInTrouble {
  readonly nominationId: string;
  /** The task the seat is of; null for a programme's. */
  readonly taskId: string | null;
  readonly subject: Subject;
  readonly unitId: string;
  readonly state: NominationState;
  readonly workingDaysLate: number;
  readonly rung: Rung;
}

const kindOfState: Readonly<Record<NominationState, CandidateKind | null>> = {
  open: 'without-nominee',
  returned: 'without-nominee',
  proposed: 'awaiting-review',
  recommended: 'awaiting-appointment',
  appointed: 'awaiting-acceptance',
  declined: 'refused',
  countered: 'refused',
  accepted: null,
  cancelled: null,
};

/** Who has not said that it understood, or is not heard of at all, has not looked for anybody either: that is one trouble, not two. */
const impliesNobodyNamed: ReadonlySet<CandidateKind> = new Set(['unacknowledged', 'silent']);

/** A part of a programme that does not go on, as its own module tells it. */
export interface PartInTrouble {
  readonly kind: Extract<CandidateKind, 'late' | 'silent' | 'blocked'>;
  readonly subject: Subject;
  readonly unitId: string;
  readonly workingDaysLate: number;
  readonly rung: Rung;
  readonly isRed: boolean;
}

/** All troubles of a meeting's directives and of programmes, none told twice. A trouble that stands for another takes over its lateness and its rung. */
export function troublesOf(
  tasks: readonly TaskInTrouble[],
  seats: readonly SeatInTrouble[],
  parts: readonly PartInTrouble[] = [],
): Trouble[] {
  const openSeats = new Map(seats.flatMap((seat) => (seat.state === 'open' && seat.taskId !== null ? [[seat.taskId, seat]] : [])));
  const implied = new Set<string>();
  const ofTasks = tasks.map((task): Trouble => {
    const seat = impliesNobodyNamed.has(task.kind) ? openSeats.get(task.taskId) : undefined;
    if (seat) implied.add(seat.nominationId);
    return {
      kind: task.kind,
      subject: { kind: 'directive', id: task.directiveId, number: task.directiveNumber, title: task.directiveWords },
      unitId: task.unitId,
      workingDaysLate: Math.max(task.workingDays, seat?.workingDaysLate ?? 0),
      rung: higher(task.rung, seat?.rung ?? 'none'),
      unitsBelow: task.unitsBelow,
    };
  });
  const ofSeats = seats.flatMap((seat): Trouble[] => {
    const kind = implied.has(seat.nominationId) ? null : kindOfState[seat.state];
    if (kind === null) return [];
    const { subject, unitId, workingDaysLate, rung } = seat;
    return [{ kind, subject, unitId, workingDaysLate, rung, unitsBelow: 0 }];
  });
  return [...ofTasks, ...ofSeats, ...parts.map((part): Trouble => ({ ...part, unitsBelow: 0 }))];
}

/** The kind under which a seat stands on the agenda; null when nothing is wrong with it. */
export function kindOfSeat(seat: SeatInTrouble): CandidateKind | null {
  return kindOfState[seat.state];
}

function higher(a: Rung, b: Rung): Rung {
  return rungs.indexOf(a) >= rungs.indexOf(b) ? a : b;
}
