import { hoursLater, witaDate } from '@makaverse/calendar';
import { rung, type Rung } from '@makaverse/contract/programmes';
import type { Light, Standing } from '@makaverse/contract/programmes-truth';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { unitBriefs } from '#modules/identity';
import { rungAt } from '../../../obstacles/domain/clock.ts';
import { daysLostTo } from '../../../obstacles/domain/days-lost.ts';
import { openDelaysOf, solvedDelaysOf, type CountedDelay } from '../../../obstacles/queries/delays.ts';
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

/** A programme by how it stands, as far as the order of all of them and what is counted depend on it. */
export interface Ranked {
  readonly row: ProgrammeBrief;
  readonly watched: WatchedProgramme;
  readonly colour: Light | null;
  readonly kept: KeptDays | undefined;
  readonly trend: Standing['trend'];
  readonly open: readonly CountedDelay[];
  readonly topRung: Rung;
  readonly isSilent: boolean;
  readonly chance: number | null;
  readonly chanceBefore: number | null;
}

/** Programmes, the worst first; all of them where none is named. */
export async function ranked(context: Context, of: { programmeId?: string; unitId?: string } = {}): Promise<Ranked[]> {
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
  const watchedOf = await watchedProgrammes(db, now, ids);
  const keptOf = await keptDaysOf(db, now, ids);
  const openOf = await openDelaysOf(db, now, ids);
  return rows
    .map((row) => {
      const watched = watchedOf.get(row.id)!;
      const kept = keptOf.get(row.id);
      const open = openOf.get(row.id) ?? [];
      const colour = watched.colour?.light ?? null;
      return {
        row,
        watched,
        colour,
        kept,
        trend: trendOf(kept?.weekAgo?.colour ?? null, colour),
        open,
        topRung: highestOf([...open.map((one) => rungAt(one.height)), ...watched.missing.map((one) => one.rung)]),
        isSilent: watched.missing.some((one) => one.isSilent),
        chance: kept?.last?.chance ?? null,
        chanceBefore: kept?.weekAgo?.chance ?? null,
      };
    })
    .toSorted(worstFirst);
}

/** Those as their reader gets them: with the past of their delays, their ratings, and the reasons in words. */
export async function presentStandings(context: Context, shown: readonly Ranked[]): Promise<Standing[]> {
  const { db, now, language } = context;
  const ids = shown.map((one) => one.row.id);
  const solved = await solvedDelaysOf(db, ids);
  const ratings = await latestRatings(context, ids);
  const units = await unitBriefs(
    db,
    shown.flatMap((one) => one.row.unit_ids),
  );
  return shown.map(({ row, watched, colour, kept, open, ...standing }) => {
    const rating = ratings.get(row.id) ?? null;
    return {
      programme: { id: row.id, number: row.number, name: row.name, isExample: row.is_example },
      units: row.unit_ids.flatMap((id) => units.get(id) ?? []),
      colour,
      reasons: (watched.colour?.reasons ?? []).map((reason) => reasonWords(reason, language)),
      colourBefore: kept?.weekAgo?.colour ?? null,
      ...standing,
      rating,
      isDisputed: rating !== null && colour !== null && rating.light !== colour,
      isChanceSynthetic: kept?.last?.isSynthetic ?? false,
      movesThisWeek: row.moves,
      obstacles: open.length,
      daysLost: daysLostTo([...open, ...(solved.get(row.id) ?? [])], witaDate(now)),
      nextPromise: nextPromiseOf(watched),
    };
  });
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
function worstFirst(a: Ranked, b: Ranked): number {
  return (
    gradeOf(b.colour) - gradeOf(a.colour) ||
    rung.options.indexOf(b.topRung) - rung.options.indexOf(a.topRung) ||
    (a.chance ?? 1) - (b.chance ?? 1) ||
    a.row.number - b.row.number
  );
}
