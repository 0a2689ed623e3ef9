import { addDays, formatInstant, isWorkingDay, witaDate } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { Ask } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { text, type Language } from '#platform/language';
import type { Module, MorningNotice } from '#platform/module';
import { actorsOf, morningReaders, pushMorning, sendMails, type MailJob } from '#modules/identity';
import { digestDayOf, digestOf, noticesBeside } from '../domain/digest.ts';
import { asksOf, gather } from '../queries/today.ts';

/** The payload of one person's morning mail. */
export interface DigestJob {
  readonly personId: string;
  readonly language: Language;
  /** The day whose asks it gathers; null where it only tells. */
  readonly forDay: string | null;
  readonly notices: readonly MorningNotice[];
}

/** Which days' mails are remembered: longer than any job waits to be tried again. */
const daysKept = 30;

/**
 * Puts one job for each person who can be written to into the queue, on the morning of a working day: what is asked of him, and what the
 * modules tell of, in one mail. What is told at another hour of a working day leaves by itself.
 */
export async function sendDigests(tx: Transaction<null>, modules: readonly Module[]): Promise<void> {
  const forDay = digestDayOf(tx.now);
  const notices = await noticesOf(tx, modules);
  const done = forDay === null ? new Set<string>() : await writtenOn(tx, forDay);
  for (const { personId, language } of await morningReaders(tx.db, witaDate(tx.now))) {
    const own = notices.get(personId) ?? [];
    const day = done.has(personId) ? null : forDay;
    if (day !== null || own.length > 0) enqueue(tx, { personId, language, forDay: day, notices: own });
  }
}

/** As {@link sendDigests}, without what is asked: in a story told in seconds a morning is over at once. */
export async function tellNotices(tx: Transaction<null>, modules: readonly Module[]): Promise<void> {
  const notices = await noticesOf(tx, modules);
  if (notices.size === 0) return;
  for (const { personId, language } of await morningReaders(tx.db, witaDate(tx.now))) {
    const own = notices.get(personId);
    if (own) enqueue(tx, { personId, language, forDay: null, notices: own });
  }
}

function enqueue(tx: Transaction<null>, payload: DigestJob): void {
  tx.enqueue({ name: 'today.send-digest', payload: { ...payload } });
}

async function noticesOf(tx: Transaction<null>, modules: readonly Module[]): Promise<ReadonlyMap<string, readonly MorningNotice[]>> {
  if (!isWorkingDay(witaDate(tx.now))) return new Map();
  return Map.groupBy(await gather(modules, (module) => module.morningNotices?.(tx)), (one) => one.personId);
}

async function writtenOn(tx: Transaction<null>, forDay: string): Promise<ReadonlySet<string>> {
  await tx.db.deleteFrom('today.digest').where('for_day', '<', addDays(forDay, -daysKept)).execute();
  const written = await tx.db.selectFrom('today.digest').select('person_id').where('for_day', '=', forDay).execute();
  return new Set(written.map((row) => row.person_id));
}

/**
 * Mails people what is asked of them, as their own pages say it, and what they are told of; nothing where there is neither. The day is
 * kept with the mail in one transaction, so a second run of the same morning writes none. Tells of each `null` or why it must be sent again.
 */
export async function sendDigestRound(
  tx: Transaction<null>,
  due: readonly DigestJob[],
  modules: readonly Module[],
): Promise<readonly (Error | null)[]> {
  const asksOfEach = await claimedAsks(tx, due, modules);
  const letters = new Map<DigestJob, MailJob>();
  const unsaid = new Map(asksOfEach);
  const gathering = new Set<DigestJob>();
  for (const one of due) {
    // A second job of the same morning in the same round says it no second time.
    const isFirst = one.forDay !== null && unsaid.has(one.personId);
    const asks = isFirst ? unsaid.get(one.personId)! : [];
    const letter = letterOf(one, asks, tx.request.publicUrl);
    if (letter) letters.set(one, letter);
    if (isFirst) {
      unsaid.delete(one.personId);
      gathering.add(one);
    }
  }
  // Sent here and not put into the queue: what is asked of a person does not lie about, and a second try says what is asked by then.
  const outcomes = await sendMails(tx, [...letters.values()]);
  const failed = new Map([...letters.keys()].flatMap((one, index) => (outcomes[index] ? [[one, outcomes[index]] as const] : [])));
  const unsent = [...failed.keys()].filter((one) => gathering.has(one)).map((one) => one.personId);
  if (unsent.length > 0)
    await tx.db.deleteFrom('today.digest').where('person_id', 'in', unsent).where('for_day', '=', witaDate(tx.now)).execute();
  return due.map((one) => failed.get(one) ?? null);
}

/** What is asked of those for whom this is the first mail of its day; told on their devices too, where some of it came at night. */
async function claimedAsks(
  tx: Transaction<null>,
  due: readonly DigestJob[],
  modules: readonly Module[],
): Promise<ReadonlyMap<string, readonly Ask[]>> {
  const today = witaDate(tx.now);
  // Yesterday's morning is over: what is asked today comes with today's mail.
  const languages = new Map(due.filter((one) => one.forDay === today).map((one) => [one.personId, one.language]));
  const actors = languages.size === 0 ? new Map<string, Actor>() : await actorsOf(tx.db, [...languages.keys()], tx.now);
  if (actors.size === 0) return new Map();
  const claimed = await tx.db
    .insertInto('today.digest')
    .values([...actors.keys()].map((person_id) => ({ person_id, for_day: today, at: tx.now, asks: 0 })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .execute();
  const asked = new Map<string, readonly Ask[]>();
  for (const { person_id: personId } of claimed) {
    asked.set(personId, await asksOf({ ...tx, actor: actors.get(personId)!, language: languages.get(personId)! }, modules));
  }
  const counts = new Map([...asked].map(([personId, asks]) => [personId, asks.length]));
  await pushMorning(tx, counts);
  await sql`update today.digest set asks = one.asks
    from unnest(${[...counts.keys()]}::uuid[], ${[...counts.values()]}::int[]) as one(person_id, asks)
    where digest.person_id = one.person_id and digest.for_day = ${today}::date`.execute(tx.db);
  return asked;
}

function letterOf({ personId, language, notices }: DigestJob, asks: readonly Ask[], publicUrl: string): MailJob | null {
  const { shown, more } = digestOf(asks);
  const late = asks.filter((one) => one.isLate).length;
  const beside = noticesBeside(notices, shown);
  if (asks.length + beside.length === 0) return null;
  const sections = [
    ...shown.map((one) => lineOf(one, language, publicUrl)),
    ...(more > 0 ? [text(language, 'today.digest.more', { count: more })] : []),
    ...linesOf(
      beside.filter((one) => !one.hasClimbed),
      'soon',
      language,
    ),
    ...linesOf(
      beside.filter((one) => one.hasClimbed),
      'climbed',
      language,
    ),
  ];
  const isClimbed = beside.some((one) => one.hasClimbed);
  const template = asks.length > 0 ? (late > 0 ? 'digest-late' : 'digest') : isClimbed ? 'morning-climbed' : 'morning-reminder';
  return {
    personId,
    template,
    params: { count: asks.length > 0 ? asks.length : beside.length, late, list: sections.join('\n\n'), todayHref: pageOf.today() },
    calendar: null,
  };
}

function linesOf(notices: readonly MorningNotice[], kind: 'soon' | 'climbed', language: Language): readonly string[] {
  if (notices.length === 0) return [];
  const { shown, more } = digestOf(notices);
  const rest = more > 0 ? [text(language, 'today.digest.more', { count: more })] : [];
  return [text(language, `today.digest.${kind}`), ...shown.map((one) => one.words[language]), ...rest];
}

function lineOf(ask: Ask, language: Language, publicUrl: string): string {
  const due = ask.dueAt === null ? null : formatInstant(new Date(ask.dueAt), language, 'short');
  const term = due === null ? 'none' : ask.isLate ? 'late' : 'open';
  return text(language, `today.digest.line.${term}`, {
    title: ask.title,
    detail: ask.detail,
    due,
    href: new URL(ask.href, publicUrl).href,
  });
}
