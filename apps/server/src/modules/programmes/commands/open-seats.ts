import type { Insertable } from 'kysely';
import type { Database } from '#database/schema';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { searchText } from '#platform/search-text';
import { directiveFacts, type IssuedTask } from '#modules/directives';
import { openAppointed, openSeat, type Moved } from '../domain/nomination.ts';
import { nextNoticeAt } from '../domain/notices.ts';
import type { ProgrammeRow } from '../tables.ts';
import { stepRow } from './step-row.ts';

/** A seat to be opened: where it is, what it is about, and how it begins. */
interface NewSeat {
  readonly seatKind: 'task' | 'programme';
  readonly seatId: string;
  readonly unitId: string;
  readonly subjectId: string;
  readonly number: string;
  readonly title: string;
  readonly reviewerId: string | null;
  readonly reviewerUnitId: string | null;
  readonly begun: readonly Moved[];
}

/** Rows a statement: PostgreSQL takes 65,535 parameters, and a nomination has twenty columns. */
const batch = 1000;

/**
 * Opens a seat for each issued task: the person named with the directive is appointed and asked whether he agrees; elsewhere the unit
 * owes a name until its day. A few statements, however many seats.
 */
export async function openTaskSeats(tx: Transaction<Actor | null>, tasks: readonly IssuedTask[]): Promise<void> {
  const facts = await directiveFacts(tx, [...new Set(tasks.map((task) => task.directiveId))]);
  const seats = tasks.flatMap((task): NewSeat[] => {
    const about = facts.get(task.directiveId)!;
    const begun = beginningOf(task, { at: tx.now, byId: about.givenById });
    if (!begun) return [];
    return [
      {
        seatKind: 'task',
        seatId: task.taskId,
        unitId: task.unitId,
        subjectId: task.directiveId,
        number: about.number,
        title: about.words,
        reviewerId: about.reviewerId,
        reviewerUnitId: about.reviewerUnitId,
        begun,
      },
    ];
  });
  await openAll(tx, seats);
}

/** Who gave the directive has named the person with it, whoever closed the meeting. */
function beginningOf(task: IssuedTask, named: { readonly at: Date; readonly byId: string | null }): readonly Moved[] | null {
  if (task.picId !== null) return openAppointed(named.at, task.picId, named.byId);
  return task.nominationDueOn === null ? null : [openSeat(named.at, task.nominationDueOn)];
}

/** Opens the seats of units in a programme; each owes a name until the day. */
export async function openProgrammeSeats(
  tx: Transaction<Actor | null>,
  programme: ProgrammeRow,
  owed: { readonly unitIds: readonly string[]; readonly nominationDueOn: string },
): Promise<void> {
  await openAll(
    tx,
    owed.unitIds.map((unitId) => ({
      seatKind: 'programme',
      seatId: programme.id,
      unitId,
      subjectId: programme.id,
      number: String(programme.number),
      title: programme.name,
      reviewerId: programme.reviewer_id,
      reviewerUnitId: programme.reviewer_unit_id,
      begun: [openSeat(tx.now, owed.nominationDueOn)],
    })),
  );
}

async function openAll(tx: Transaction<Actor | null>, seats: readonly NewSeat[]): Promise<void> {
  if (seats.length === 0) return;
  const rows = seats.map((seat) => ({ id: tx.newId(), seat }));
  for (let from = 0; from < rows.length; from += batch) {
    const part = rows.slice(from, from + batch);
    await tx.db
      .insertInto('programmes.nomination')
      .values(part.map(({ id, seat }) => nominationOf(tx, id, seat)))
      .execute();
    await tx.db
      .insertInto('programmes.nomination_step')
      .values(
        part.flatMap(({ id, seat }) => seat.begun.map(({ step }, at) => stepRow({ id: tx.newId(), nominationId: id, seq: at + 1, step }))),
      )
      .execute();
  }
  for (const { id, seat } of rows) {
    const { state, personId } = seat.begun.at(-1)!.standing;
    tx.audit({
      action: 'nomination.opened',
      object: 'nomination',
      objectId: id,
      data: { seatKind: seat.seatKind, seatId: seat.seatId, unitId: seat.unitId, number: seat.number, state, personId },
    });
  }
  tx.enqueue({ name: 'programmes.tell-opened', payload: { nominationIds: rows.map(({ id }) => id) } });
}

function nominationOf(tx: Transaction<Actor | null>, id: string, seat: NewSeat): Insertable<Database['programmes.nomination']> {
  const { standing } = seat.begun.at(-1)!;
  return {
    id,
    seat_kind: seat.seatKind,
    seat_id: seat.seatId,
    unit_id: seat.unitId,
    subject_id: seat.subjectId,
    subject_number: seat.number,
    subject_title: seat.title,
    reviewer_id: seat.reviewerId,
    reviewer_unit_id: seat.reviewerUnitId,
    state: standing.state,
    person_id: standing.personId,
    suggested_id: null,
    reasons: null,
    proposed_by_id: null,
    moved_by_id: standing.movedById,
    since: standing.since,
    due_at: standing.dueAt,
    next_notice_at: nextNoticeAt(standing.since, standing.dueAt, standing.since),
    search: searchText(seat.number, seat.title),
    created_at: tx.now,
  };
}
