import { witaDate } from '@makaverse/calendar';
import type { CheckIn, checkInFields } from '@makaverse/contract/programmes-check-in';
import { sql } from 'kysely';
import type { z } from 'zod';
import { digestOf } from '#platform/audit';
import type { Transaction } from '#platform/context';
import { NotAllowed, RecordMissing } from '#platform/errors';
import { mayCheckIn } from '../../policy.ts';
import { carryingFactsOf } from '../../queries/carrying-facts.ts';
import { CheckInIdTaken, MilestoneNotOfPart } from '../domain/broken-rules.ts';
import { answeredBy } from '../domain/due-check-in.ts';
import { isOfPart, movesDate, type PromisedMilestone } from '../domain/next-promise.ts';
import { noteStandingChange } from '../../truth/commands/keep-standing.ts';
import { checkInById } from '../queries/check-in-page.ts';
import { reportingSeats } from '../queries/seats.ts';

export type Report = z.output<typeof checkInFields> & {
  readonly programmeId: string;
  readonly unitId: string;
  readonly via: 'app' | 'link';
};
type Milestones = ReadonlyMap<string, PromisedMilestone>;

/** Keeps a report of progress: its words, what is done, the next promise. The same id sent again changes nothing. */
export async function sendCheckIn(tx: Transaction, report: Report): Promise<CheckIn> {
  if (await isKept(tx, report)) return checkInById(tx, report.id);
  const facts = (await carryingFactsOf(tx.db, [report.programmeId])).get(report.programmeId);
  if (!facts) throw new RecordMissing();
  if (!mayCheckIn(tx.actor, facts, report.unitId)) throw new NotAllowed('check-in-not-in-charge');
  const [seat] = await reportingSeats(tx.db, { programmeId: report.programmeId, unitId: report.unitId });
  const milestones = await lockMilestones(tx, report);
  const dueAt = answeredBy(seat!, tx.now);
  const kept = await tx.db
    .insertInto('programmes.check_in')
    .values({
      id: report.id,
      programme_id: report.programmeId,
      unit_id: report.unitId,
      by_id: tx.actor.personId,
      at: tx.now,
      due_at: dueAt,
      progress: report.progress,
      words: report.words,
      via: report.via,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  // Two sendings at once: the second waited for the first here, and finds it kept.
  if (!kept) return checkInById(tx, report.id);
  await keepDone(tx, report, milestones);
  await keepPromise(tx, report, milestones);
  tx.audit({
    action: 'check-in.sent',
    object: 'check-in',
    objectId: report.id,
    data: {
      programmeId: report.programmeId,
      unitId: report.unitId,
      byId: tx.actor.personId,
      via: report.via,
      progress: report.progress,
      words: digestOf(report.words),
    },
  });
  tx.touch(`person:${tx.actor.personId}`);
  noteStandingChange(tx, report.programmeId);
  return checkInById(tx, report.id);
}

/** Whether the server has the report already. @throws CheckInIdTaken when the id is another's */
async function isKept(tx: Transaction, report: Report): Promise<boolean> {
  const row = await tx.db.selectFrom('programmes.check_in').selectAll().where('id', '=', report.id).executeTakeFirst();
  if (!row) return false;
  const isSame = row.by_id === tx.actor.personId && row.programme_id === report.programmeId && row.unit_id === report.unitId;
  if (!isSame) throw new CheckInIdTaken();
  return true;
}

async function lockMilestones(tx: Transaction, report: Report): Promise<Milestones> {
  const ids = [...report.doneMilestoneIds, ...(report.promise ? [report.promise.milestoneId] : [])];
  const rows = await tx.db
    .selectFrom('programmes.milestone')
    .select(['id', 'programme_id', 'unit_id', 'promised_on', 'reported_done_on'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        programmeId: row.programme_id,
        unitId: row.unit_id,
        promisedOn: row.promised_on,
        isDone: row.reported_done_on !== null || report.doneMilestoneIds.includes(row.id),
      },
    ]),
  );
}

async function keepDone(tx: Transaction, report: Report, milestones: Milestones): Promise<void> {
  for (const milestoneId of new Set(report.doneMilestoneIds)) {
    const milestone = milestones.get(milestoneId);
    if (!milestone || !isOfPart(milestone, report)) throw new MilestoneNotOfPart();
    await tx.db.insertInto('programmes.check_in_done').values({ check_in_id: report.id, milestone_id: milestoneId }).execute();
    await tx.db
      .updateTable('programmes.milestone')
      .set({ reported_done_on: witaDate(tx.now), reported_by_id: tx.actor.personId, version: sql<number>`version + 1` })
      .where('id', '=', milestoneId)
      .where('reported_done_on', 'is', null)
      .execute();
  }
}

async function keepPromise(tx: Transaction, report: Report, milestones: Milestones): Promise<void> {
  const { promise } = report;
  if (!promise) return;
  const { milestoneId } = promise;
  const milestone = milestones.get(milestoneId);
  const isMoved = movesDate(milestone, promise, { ...report, today: witaDate(tx.now) });
  await tx.db
    .insertInto('programmes.check_in_promise')
    .values({ check_in_id: report.id, milestone_id: milestoneId, promised_on: promise.on })
    .execute();
  if (!isMoved) return;
  await tx.db
    .insertInto('programmes.promise_move')
    .values({
      id: tx.newId(),
      milestone_id: milestoneId,
      programme_id: report.programmeId,
      unit_id: report.unitId,
      by_id: tx.actor.personId,
      at: tx.now,
      from_on: milestone!.promisedOn,
      to_on: promise.on,
      reason: promise.reason,
      check_in_id: report.id,
    })
    .execute();
  await tx.db
    .updateTable('programmes.milestone')
    .set({ promised_on: promise.on, version: sql<number>`version + 1` })
    .where('id', '=', milestoneId)
    .execute();
  tx.audit({
    action: 'promise.moved',
    object: 'milestone',
    objectId: milestoneId,
    data: { from: milestone!.promisedOn, to: promise.on, checkInId: report.id, reason: digestOf(promise.reason) },
  });
}
