import { daysBetween, formatDate } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { StoryEvent } from '@makaverse/contract/programmes-truth';
import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import { text } from '#platform/language';
import { directivesOfProgramme } from '#modules/directives';
import { personBriefs } from '#modules/identity';
import { obstacleEvents } from '../../../obstacles/queries/obstacle-events.ts';
import { lightWord } from '../words.ts';

/** An event before its person has a name. */
type RawEvent = Omit<StoryEvent, 'at' | 'by'> & { readonly at: Date; readonly byId: string | null };

/** Of each kind; the oldest of a long story are left out first. */
const mostOfAKind = 200;

/** What happened to a programme, the latest first, as far as the reader may know it. @throws RecordMissing */
export async function programmeStory(context: Context, programmeId: string): Promise<StoryEvent[]> {
  const { db, now, language } = context;
  const programme = await db
    .selectFrom('programmes.programme')
    .select(['created_at', 'name'])
    .where('id', '=', programmeId)
    .executeTakeFirst();
  if (!programme) throw new RecordMissing();
  const started: RawEvent = {
    at: programme.created_at,
    kind: 'started',
    title: text(language, 'truth.story.started'),
    detail: programme.name,
    byId: null,
    href: null,
  };
  const events = [
    ...(await spoken(context, programmeId)),
    ...(await people(context, programmeId)),
    ...(await reports(context, programmeId)),
    ...(await promises(context, programmeId)),
    ...(await judgements(context, programmeId)),
    ...(await lights(context, programmeId)),
    ...(await obstacleEvents(context, programmeId)),
    // Last, so that of one moment the beginning stands lowest.
    started,
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const names = await personBriefs(
    db,
    events.flatMap((one) => one.byId ?? []),
    now,
  );
  return events.map(({ byId, at, ...event }) => ({ ...event, at: at.toISOString(), by: names.get(byId ?? '') ?? null }));
}

async function spoken(context: Context, programmeId: string): Promise<RawEvent[]> {
  const directives = await directivesOfProgramme(context, programmeId, mostOfAKind);
  return directives.map((one) => ({
    at: one.spokenAt,
    kind: 'directive',
    title: text(context.language, 'truth.story.directive', { number: one.number }),
    detail: one.words,
    byId: one.givenById,
    href: pageOf.directive(one.id),
  }));
}

async function rowsOf<T>({ db }: Context, query: RawBuilder<T>): Promise<readonly T[]> {
  return (await query.execute(db)).rows;
}

/** Who agreed to answer; how he was found is read with the nomination, by whom it concerns. */
async function people(context: Context, programmeId: string): Promise<RawEvent[]> {
  const rows = await rowsOf(
    context,
    sql<{ at: Date; by_id: string }>`
      select step.at, step.by_id from programmes.nomination_step step join programmes.nomination seat on seat.id = step.nomination_id
      where seat.seat_kind = 'programme' and seat.seat_id = ${programmeId} and step.action = 'accept'
      order by step.at desc limit ${mostOfAKind}`,
  );
  return rows.map((row) => ({
    at: row.at,
    kind: 'person',
    title: text(context.language, 'truth.story.person'),
    detail: '',
    byId: row.by_id,
    href: null,
  }));
}

async function reports(context: Context, programmeId: string): Promise<RawEvent[]> {
  const { language } = context;
  const rows = await rowsOf(
    context,
    sql<{ at: Date; by_id: string; progress: number; words: string; photos: number; done: string | null }>`
      select report.at, report.by_id, report.progress, report.words,
        (select count(*) from programmes.evidence photo where photo.check_in_id = report.id) as photos,
        (select string_agg(milestone.title, '; ' order by milestone.position) from programmes.check_in_done done
          join programmes.milestone milestone on milestone.id = done.milestone_id where done.check_in_id = report.id) as done
      from programmes.check_in report where report.programme_id = ${programmeId} order by report.at desc limit ${mostOfAKind}`,
  );
  return rows.flatMap((row) => {
    const photos = row.photos > 0 ? text(language, 'truth.story.photos', { count: row.photos }) : '';
    const report: RawEvent = {
      at: row.at,
      kind: 'check-in',
      title: text(language, 'truth.story.check-in', { progress: row.progress }),
      detail: `${row.words}${photos}`,
      byId: row.by_id,
      href: null,
    };
    if (row.done === null) return [report];
    return [{ ...report, kind: 'milestone-done', title: text(language, 'truth.story.milestone-done'), detail: row.done }, report];
  });
}

async function promises(context: Context, programmeId: string): Promise<RawEvent[]> {
  const { language } = context;
  const rows = await rowsOf(
    context,
    sql<{ at: Date; by_id: string; from_on: string; to_on: string; reason: string; title: string }>`
      select move.at, move.by_id, move.from_on, move.to_on, move.reason, milestone.title
      from programmes.promise_move move join programmes.milestone milestone on milestone.id = move.milestone_id
      where move.programme_id = ${programmeId} order by move.at desc limit ${mostOfAKind}`,
  );
  return rows.map((row) => ({
    at: row.at,
    kind: 'promise',
    title: text(language, 'truth.story.promise', {
      title: row.title,
      from: formatDate(row.from_on, language, 'day'),
      to: formatDate(row.to_on, language, 'day'),
      count: Math.abs(daysBetween(row.from_on, row.to_on)),
    }),
    detail: row.reason,
    byId: row.by_id,
    href: null,
  }));
}

async function judgements(context: Context, programmeId: string): Promise<RawEvent[]> {
  const rows = await rowsOf(
    context,
    sql<{ at: Date; by_id: string; is_confirmed: boolean; reason: string | null; title: string }>`
      select judgement.at, judgement.by_id, judgement.is_confirmed, judgement.reason, milestone.title
      from programmes.milestone_judgement judgement join programmes.milestone milestone on milestone.id = judgement.milestone_id
      where judgement.programme_id = ${programmeId} order by judgement.at desc limit ${mostOfAKind}`,
  );
  return rows.map((row) => {
    const kind = row.is_confirmed ? 'milestone-confirmed' : 'milestone-sent-back';
    const title = text(context.language, `truth.story.${kind}`, { title: row.title });
    return { at: row.at, kind, title, detail: row.reason ?? '', byId: row.by_id, href: null };
  });
}

async function lights(context: Context, programmeId: string): Promise<RawEvent[]> {
  const { db, language } = context;
  const rows = await db
    .selectFrom('programmes.rating')
    .select(['at', 'by_id', 'light', 'reason'])
    .where('programme_id', '=', programmeId)
    .orderBy('at', 'desc')
    .limit(mostOfAKind)
    .execute();
  return rows.map((row) => ({
    at: row.at,
    kind: 'rating',
    title: text(language, 'truth.story.rating', { light: lightWord(row.light, language) }),
    detail: row.reason,
    byId: row.by_id,
    href: null,
  }));
}
