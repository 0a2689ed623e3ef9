import { hoursLater, witaDate } from '@makaverse/calendar';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { MilestoneRow } from '../../tables.ts';
import { colourOf, type Colour } from '../domain/colour.ts';
import { deadlineBefore } from '../../check-in/domain/due-check-in.ts';
import { missingReport, type Missing } from '../domain/silence.ts';

/** A part whose report is missing. */
export interface MissingPart extends Missing {
  readonly unitId: string;
  readonly personId: string;
}
/** A milestone that is not confirmed yet; people count positions from one. */
export type MilestoneLeft = Pick<
  MilestoneRow,
  | 'id'
  | 'programme_id'
  | 'position'
  | 'title'
  | 'weight'
  | 'unit_id'
  | 'planned_on'
  | 'promised_on'
  | 'reported_done_on'
  | 'reported_by_id'
  | 'version'
> & { readonly later_moves: number };

/** A programme as it is watched: what is left of its milestones, whose reports are missing, and the colour that follows. */
export interface WatchedProgramme {
  readonly id: string;
  readonly left: readonly MilestoneLeft[];
  readonly missing: readonly MissingPart[];
  readonly colour: Colour | null;
}

interface SummedRow {
  readonly id: string;
  readonly spent_share: number | null;
  readonly refused: number;
  readonly confirmed: number;
  readonly confirmed_weight: number;
}

const hoursOfRefusedPhotos = 28 * 24;

/**
 * Watches programmes at a moment, all of them where none is named; three reads however many there are. What is over (confirmed milestones,
 * earlier reports) is only summed up or passed by in an index, so that years of it cost next to nothing.
 */
export async function watchedProgrammes(
  db: Kysely<Database>,
  now: Date,
  programmeIds: readonly string[] | null,
): Promise<ReadonlyMap<string, WatchedProgramme>> {
  const isOne = programmeIds === null ? sql<boolean>`true` : sql<boolean>`programme.id = any(${[...programmeIds]}::uuid[])`;
  const { rows: programmes } = await sql<SummedRow>`
    select programme.id, confirmed.count as confirmed, confirmed.weight as confirmed_weight,
      (select sum(spent.amount)::double precision / nullif(sum(line.ceiling), 0)
       from programmes.budget_line line left join lateral (
         select report.amount from programmes.money_report report where report.budget_line_id = line.id
         order by report."on" desc, report.at desc limit 1) spent on true
       where line.programme_id = programme.id) as spent_share,
      (select count(*) from programmes.evidence where evidence.programme_id = programme.id and evidence.verdict = 'rejected'
        and evidence.at >= ${hoursLater(now, -hoursOfRefusedPhotos)}) as refused
    from programmes.programme programme cross join lateral (
      select count(*), coalesce(sum(milestone.weight), 0) as weight from programmes.milestone milestone
      where milestone.programme_id = programme.id and milestone.confirmed_at is not null) confirmed
    where ${isOne} order by programme.number`.execute(db);
  const { rows: milestones } = await sql<MilestoneLeft>`
    select milestone.id, milestone.programme_id, milestone.position + 1 as position, milestone.title, milestone.weight, milestone.unit_id,
      milestone.planned_on, milestone.promised_on, milestone.reported_done_on, milestone.reported_by_id, milestone.version,
      (select count(*) from programmes.promise_move move where move.milestone_id = milestone.id and move.to_on > move.from_on) as later_moves
    from programmes.milestone milestone join programmes.programme programme on programme.id = milestone.programme_id
    where milestone.confirmed_at is null and ${isOne} order by milestone.programme_id, milestone.position`.execute(db);
  const missing = Map.groupBy(await missingParts(db, now, programmeIds), (one) => one.programmeId);
  const leftOf = Map.groupBy(milestones, (one) => one.programme_id);
  return new Map(
    programmes.map(({ id, spent_share: spentShare, refused, confirmed, confirmed_weight: weight }) => {
      const left = leftOf.get(id) ?? [];
      const parts = missing.get(id) ?? [];
      const colour = colourOf({
        today: witaDate(now),
        left: left.map((one) => ({
          position: one.position,
          title: one.title,
          plannedOn: one.planned_on,
          promisedOn: one.promised_on,
          isReported: one.reported_done_on !== null,
          weight: one.weight,
          laterMoves: one.later_moves,
        })),
        confirmed: { milestones: confirmed, weight },
        silentWorkingDays: Math.max(0, ...parts.filter((one) => one.isSilent).map((one) => one.workingDays)),
        spentShare,
        refusedPhotos: refused,
      });
      return [id, { id, left, missing: parts, colour }];
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

/**
 * The parts somebody is in charge of for which no report came in time, the longest missing first. A programme whose milestones are all
 * confirmed is owed no report.
 */
export async function missingParts(
  db: Kysely<Database>,
  now: Date,
  programmeIds: readonly string[] | null,
): Promise<readonly (MissingPart & { readonly programmeId: string })[]> {
  // Who has reported since the last deadline is not looked at closer: most have, however many years they did.
  const lastDeadline = deadlineBefore(now);
  const { rows } = await sql<PartRow>`
    select seat.seat_id as programme_id, seat.unit_id, seat.person_id, seat.since, last.due_at as answered
    from programmes.nomination seat left join lateral (
      select report.due_at from programmes.check_in report
      where report.programme_id = seat.seat_id and report.unit_id = seat.unit_id order by report.due_at desc limit 1) last on true
    where seat.seat_kind = 'programme' and seat.state = 'accepted' and seat.since < ${lastDeadline}
      and not exists (select from programmes.check_in report
        where report.programme_id = seat.seat_id and report.unit_id = seat.unit_id and report.due_at >= ${lastDeadline})
      and (exists (select from programmes.milestone left_one where left_one.programme_id = seat.seat_id and left_one.confirmed_at is null)
        or not exists (select from programmes.milestone planned where planned.programme_id = seat.seat_id))
      and ${programmeIds === null ? sql`true` : sql`seat.seat_id = any(${[...programmeIds]}::uuid[])`}`.execute(db);
  return rows
    .flatMap((row) => {
      const missing = missingReport({ since: row.since, answered: row.answered }, now);
      return missing ? [{ ...missing, programmeId: row.programme_id, unitId: row.unit_id, personId: row.person_id }] : [];
    })
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.unitId < b.unitId ? -1 : 1));
}
