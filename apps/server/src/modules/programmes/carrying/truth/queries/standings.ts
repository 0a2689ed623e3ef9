import { hoursLater, witaDate } from '@makaverse/calendar';
import type { UnitBrief } from '@makaverse/contract/primitives';
import { rung, type Rung } from '@makaverse/contract/programmes';
import type { Rating, Standing } from '@makaverse/contract/programmes-truth';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { unitBriefs } from '#modules/identity';
import { rungAt } from '../../../obstacles/domain/clock.ts';
import { daysLostTo } from '../../../obstacles/domain/days-lost.ts';
import { delaysOf, type CountedDelay } from '../../../obstacles/queries/delays.ts';
import { gradeOf, trendOf } from '../domain/colour.ts';
import { reasonWords } from '../words.ts';
import { latestRatings } from './ratings.ts';
import { keptDaysOf, type KeptDays } from './standing-days.ts';
import { watchedProgrammes, type WatchedProgramme } from './watched-programmes.ts';

interface ProgrammeBrief {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly is_example: boolean;
  readonly unit_ids: readonly string[];
  readonly moves: number;
}
const hoursOfWeek = 7 * 24;

/** Programmes with their colours, the worst first; all of them where none is named. Reasons are data still. */
export async function standings(context: Context, of: { programmeId?: string; unitId?: string } = {}): Promise<RawStanding[]> {
  const { db, now } = context;
  const { rows } = await sql<ProgrammeBrief>`
    select programme.id, programme.number, programme.name, programme.is_example,
      array(select part.unit_id::text from programmes.programme_unit part where part.programme_id = programme.id order by part.position) as unit_ids,
      (select count(*) from programmes.promise_move move where move.programme_id = programme.id and move.to_on > move.from_on
        and move.at >= ${hoursLater(now, -hoursOfWeek)}) as moves
    from programmes.programme programme
    where ${of.programmeId === undefined ? sql`true` : sql`programme.id = ${of.programmeId}`}
      and ${of.unitId === undefined ? sql`true` : sql`exists (select from programmes.programme_unit own where own.programme_id = programme.id and own.unit_id = ${of.unitId})`}
    order by programme.number`.execute(db);
  const ids = of.programmeId === undefined && of.unitId === undefined ? null : rows.map((row) => row.id);
  const watched = await watchedProgrammes(db, now, ids);
  const kept = await keptDaysOf(db, now, ids);
  const delays = await delaysOf(db, now, ids);
  const ratings = await latestRatings(context, ids);
  const units = await unitBriefs(
    db,
    rows.flatMap((row) => row.unit_ids),
  );
  return rows
    .map((row) => {
      const { id } = row;
      const known = { watched: watched.get(id)!, kept: kept.get(id), delays: delays.get(id) ?? [], rating: ratings.get(id) ?? null };
      return standingOf(row, known, units, context);
    })
    .toSorted(worstFirst);
}

/** A standing as its reader gets it: the reasons in words. */
export function inWords(standing: RawStanding, { language }: Pick<Context, 'language'>): Standing {
  return { ...standing, reasons: standing.reasons.map((reason) => reasonWords(reason, language)) };
}

/** A standing before its reasons are put into words. */
export type RawStanding = Omit<Standing, 'reasons'> & { readonly reasons: NonNullable<WatchedProgramme['colour']>['reasons'] };

function standingOf(
  row: ProgrammeBrief,
  known: { watched: WatchedProgramme; kept: KeptDays | undefined; delays: readonly CountedDelay[]; rating: Rating | null },
  units: ReadonlyMap<string, UnitBrief>,
  { now }: Pick<Context, 'now'>,
): RawStanding {
  const { watched, kept, delays, rating } = known;
  const light = watched.colour?.light ?? null;
  const open = delays.filter((one) => one.isOpen);
  const before = kept?.weekAgo?.colour ?? null;
  return {
    programme: { id: row.id, number: row.number, name: row.name, isExample: row.is_example },
    units: row.unit_ids.flatMap((id) => units.get(id) ?? []),
    colour: light,
    reasons: watched.colour?.reasons ?? [],
    colourBefore: before,
    trend: trendOf(before, light),
    rating,
    isDisputed: rating !== null && light !== null && rating.light !== light,
    chance: kept?.last?.chance ?? null,
    isChanceSynthetic: kept?.last?.isSynthetic ?? false,
    chanceBefore: kept?.weekAgo?.chance ?? null,
    isSilent: watched.missing.some((one) => one.isSilent),
    movesThisWeek: row.moves,
    obstacles: open.length,
    topRung: highestOf([...open.map((one) => rungAt(one.height)), ...watched.missing.map((one) => one.rung)]),
    daysLost: daysLostTo(delays, witaDate(now)),
    nextPromise: nextPromiseOf(watched),
  };
}

function highestOf(rungs: readonly Rung[]): Rung {
  return rung.options[Math.max(0, ...rungs.map((one) => rung.options.indexOf(one)))]!;
}

/** The promise that comes first, or is longest overdue. */
function nextPromiseOf({ left }: WatchedProgramme): Standing['nextPromise'] {
  const next = left
    .filter((one) => one.reported_done_on === null)
    .toSorted((a, b) => (a.promised_on < b.promised_on ? -1 : a.promised_on > b.promised_on ? 1 : a.position - b.position))[0];
  return next ? { id: next.id, position: next.position, title: next.title, on: next.promised_on } : null;
}

// Of one colour, what has climbed highest, then what is least likely to be in time, then the number people know it by.
function worstFirst(a: RawStanding, b: RawStanding): number {
  return (
    gradeOf(b.colour) - gradeOf(a.colour) ||
    rung.options.indexOf(b.topRung) - rung.options.indexOf(a.topRung) ||
    (a.chance ?? 1) - (b.chance ?? 1) ||
    a.programme.number - b.programme.number
  );
}
