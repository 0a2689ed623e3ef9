import { hoursLater, witaDate } from '@makaverse/calendar';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { MilestoneRow } from '../../tables.ts';
import { colourOf, type Colour } from '../domain/colour.ts';
import { missingReport, type Missing } from '../domain/silence.ts';

/** A part whose report is missing. */
export interface MissingPart extends Missing {
  readonly unitId: string;
  readonly personId: string;
}
/** A programme as it is watched: its milestones, whose reports are missing, and the colour that follows. */
export interface WatchedProgramme {
  readonly id: string;
  readonly milestones: readonly (MilestoneRow & { readonly later_moves: number })[];
  readonly missing: readonly MissingPart[];
  readonly colour: Colour | null;
}

const hoursOfRefusedPhotos = 28 * 24;

/** Watches programmes at a moment, all of them where none is named; five reads however many there are. */
export async function watchedProgrammes(
  db: Kysely<Database>,
  now: Date,
  programmeIds: readonly string[] | null,
): Promise<ReadonlyMap<string, WatchedProgramme>> {
  const isOne = programmeIds === null ? sql<boolean>`true` : sql<boolean>`programme.id = any(${[...programmeIds]}::uuid[])`;
  const { rows: programmes } = await sql<{ id: string; spent_share: number | null; refused: number }>`
    select programme.id,
      (select sum(spent.amount)::double precision / nullif(sum(line.ceiling), 0)
       from programmes.budget_line line left join lateral (
         select report.amount from programmes.money_report report where report.budget_line_id = line.id
         order by report."on" desc, report.at desc limit 1) spent on true
       where line.programme_id = programme.id) as spent_share,
      (select count(*) from programmes.evidence where evidence.programme_id = programme.id and evidence.verdict = 'rejected'
        and evidence.at >= ${hoursLater(now, -hoursOfRefusedPhotos)}) as refused
    from programmes.programme programme where ${isOne} order by programme.number`.execute(db);
  const { rows: milestones } = await sql<MilestoneRow & { later_moves: number }>`
    select milestone.*, coalesce(moved.count, 0) as later_moves
    from programmes.milestone milestone join programmes.programme programme on programme.id = milestone.programme_id
      left join (select milestone_id, count(*) as count from programmes.promise_move where to_on > from_on group by milestone_id) moved
        on moved.milestone_id = milestone.id
    where ${isOne} order by milestone.programme_id, milestone.position`.execute(db);
  const missing = await missingParts(db, now, programmeIds);
  // People count from one.
  const counted = milestones.map((one) => ({ ...one, position: one.position + 1 }));
  const milestonesOf = Map.groupBy(counted, (one) => one.programme_id);
  return new Map(
    programmes.map(({ id, spent_share: spentShare, refused }) => {
      const own = milestonesOf.get(id) ?? [];
      const isFinished = own.length > 0 && own.every((one) => one.confirmed_at !== null);
      const parts = isFinished ? [] : (missing.get(id) ?? []);
      const colour = colourOf({
        today: witaDate(now),
        milestones: own.map((one) => ({
          position: one.position,
          title: one.title,
          plannedOn: one.planned_on,
          promisedOn: one.promised_on,
          isReported: one.reported_done_on !== null,
          isConfirmed: one.confirmed_at !== null,
          weight: one.weight,
          laterMoves: one.later_moves,
        })),
        silentWorkingDays: Math.max(0, ...parts.filter((one) => one.isSilent).map((one) => one.workingDays)),
        spentShare,
        refusedPhotos: refused,
      });
      return [id, { id, milestones: own, missing: parts, colour }];
    }),
  );
}

interface PartRow {
  readonly programme_id: string;
  readonly unit_id: string;
  readonly person_id: string;
  readonly since: Date;
  readonly answered: Date | null;
}

/** The parts somebody is in charge of for which no report came in time, the longest missing first. */
async function missingParts(
  db: Kysely<Database>,
  now: Date,
  programmeIds: readonly string[] | null,
): Promise<ReadonlyMap<string, readonly MissingPart[]>> {
  const { rows } = await sql<PartRow>`
    select seat.seat_id as programme_id, seat.unit_id, seat.person_id, seat.since, last.due_at as answered
    from programmes.nomination seat left join lateral (
      select report.due_at from programmes.check_in report
      where report.programme_id = seat.seat_id and report.unit_id = seat.unit_id order by report.at desc limit 1) last on true
    where seat.seat_kind = 'programme' and seat.state = 'accepted'
      and ${programmeIds === null ? sql`true` : sql`seat.seat_id = any(${[...programmeIds]}::uuid[])`}`.execute(db);
  const parts = rows.flatMap((row) => {
    const missing = missingReport({ since: row.since, answered: row.answered }, now);
    return missing ? [{ ...missing, programmeId: row.programme_id, unitId: row.unit_id, personId: row.person_id }] : [];
  });
  return Map.groupBy(
    parts.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.unitId < b.unitId ? -1 : 1)),
    (one) => one.programmeId,
  );
}
