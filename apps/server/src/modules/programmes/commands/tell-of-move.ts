import { pageOf } from '@makaverse/contract/pages';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { mailPeople, personBriefs, unitBriefs } from '#modules/identity';
import type { Move, Step } from '../domain/nomination.ts';
import { officeHolders, type OfficeHolders } from '../queries/people-due.ts';
import type { NominationRow } from '../tables.ts';

/** Before and after a move. */
export interface Told {
  readonly before: NominationRow;
  readonly after: NominationRow;
  readonly step: Step;
}

const own = (id: string | null): readonly string[] => (id === null ? [] : [id]);

/** Who is written to after each move; who made it knows already. */
const readersOf: Readonly<Record<Move, (told: Told, offices: OfficeHolders) => readonly string[]>> = {
  open: ({ after }, offices) => offices.dueOf(after),
  propose: ({ after }, offices) => offices.dueOf(after),
  return: ({ after }, offices) => offices.dueOf(after),
  recommend: ({ after }, offices) => offices.dueOf(after),
  appoint: ({ after }, offices) => offices.dueOf(after),
  accept: ({ after }, offices) => [...offices.proposersOf(after.unit_id), ...offices.reviewersOf(after)],
  decline: ({ after }, offices) => [...offices.dueOf(after), ...offices.reviewersOf(after)],
  counter: ({ after }, offices) => [...offices.dueOf(after), ...offices.reviewersOf(after)],
  replace: ({ after }, offices) => offices.dueOf(after),
  cancel: ({ before }, offices) => offices.proposersOf(before.unit_id),
};

/** After these nobody stands in the seat any more, and who stood there is told; the page is no longer his to read. */
const releasing: readonly Step['action'][] = ['replace', 'cancel'];

/** Writes to whom the move concerns and wakes their pages. Reasons are not mailed: they are read behind the sign-in. */
export async function tellOfMove(tx: Transaction<Actor | null>, told: Told): Promise<void> {
  const { before, after, step } = told;
  const offices = await officeHolders(tx.db, tx.now, [before, after]);
  const isOther = (id: string): boolean => id !== tx.actor?.personId;
  const readers = readersOf[step.action as Move](told, offices).filter(isOther);
  const released = (releasing.includes(step.action) ? own(before.person_id) : []).filter((id) => isOther(id) && !readers.includes(id));
  if (readers.length + released.length > 0) {
    const template = `nomination-${step.action}`;
    const params = await mailParams(tx, after, step.personId);
    mailPeople(tx, { personIds: readers, template, params });
    mailPeople(tx, { personIds: released, template, params: { ...params, pageHref: pageOf.today() } });
  }
  const woken = [
    ...offices.dueOf(before),
    ...offices.dueOf(after),
    ...own(before.moved_by_id),
    ...own(tx.actor?.personId ?? null),
    ...readers,
    ...released,
  ];
  tx.touch(...new Set(woken.map((id) => `person:${id}`)));
}

/** Writes to those for whom a proposal waits now, though nobody moved it: its reviewer is another. */
export async function tellWhoseTurn(tx: Transaction, row: NominationRow): Promise<void> {
  const due = (await officeHolders(tx.db, tx.now, [row])).dueOf(row).filter((id) => id !== tx.actor.personId);
  mailPeople(tx, { personIds: due, template: 'nomination-propose', params: await mailParams(tx, row, row.person_id) });
  tx.touch(...due.map((id) => `person:${id}`));
}

/** What every mail about a nomination says. */
export async function mailParams(
  tx: Pick<Transaction<Actor | null>, 'db' | 'now'>,
  row: NominationRow,
  personId: string | null,
): Promise<Record<string, string>> {
  const unit = (await unitBriefs(tx.db, [row.unit_id])).get(row.unit_id);
  const person = personId === null ? undefined : (await personBriefs(tx.db, [personId], tx.now)).get(personId);
  return {
    number: row.subject_number,
    subject: row.subject_title,
    unit: unit?.name ?? '',
    person: person?.name ?? '',
    ...(row.due_at && { dueAt: row.due_at.toISOString() }),
    pageHref: pageOf.nomination(row.id),
  };
}
