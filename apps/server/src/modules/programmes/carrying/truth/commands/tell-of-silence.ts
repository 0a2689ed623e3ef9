import { isWorkingDay, witaDate } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { Rung } from '@makaverse/contract/programmes';
import { sql } from 'kysely';
import type { Transaction } from '#platform/context';
import { text, type Language } from '#platform/language';
import { mailPeople, unitBriefs } from '#modules/identity';
import { carryingFactsOf } from '../../queries/carrying-facts.ts';
import { officeHolders, type OfficeHolders } from '../../../queries/people-due.ts';
import { missingParts, type MissingPart } from '../queries/watched-programmes.ts';

interface Said extends MissingPart {
  readonly programmeId: string;
}
/** A mail names this many and counts the rest: it is read on a phone. */
const mostLines = 30;

/**
 * Tells one office after the other of parts nobody reports on, on working days, each rung once and one mail a person. The person in charge
 * was reminded before his deadline and at it; from the unit's head on he is told along with whoever hears of it.
 */
export async function tellOfSilence(tx: Transaction<null>): Promise<void> {
  if (!isWorkingDay(witaDate(tx.now))) return;
  const silent = (await missingParts(tx.db, tx.now, null)).filter((one) => one.rung !== 'none');
  const fresh = await keepNotices(tx, silent);
  if (fresh.length === 0) return;
  const offices = await officeHolders(tx.db, tx.now);
  const facts = await carryingFactsOf(
    tx.db,
    fresh.map((one) => one.programmeId),
  );
  const letters = new Map<string, Said[]>();
  for (const one of fresh) {
    const { reviewerId, reviewerUnitId } = facts.get(one.programmeId)!;
    const readers = readersOf(one, { reviewer_id: reviewerId, reviewer_unit_id: reviewerUnitId }, offices);
    for (const personId of new Set([one.personId, ...readers])) letters.set(personId, [...(letters.get(personId) ?? []), one]);
  }
  await write(tx, letters);
}

function readersOf(
  { rung, unitId }: Said,
  reviewer: Parameters<OfficeHolders['reviewersOf']>[0],
  offices: OfficeHolders,
): readonly string[] {
  const of: Readonly<Record<Rung, () => readonly string[]>> = {
    none: () => [],
    'unit-head': () => offices.proposersOf(unitId),
    assistant: () => offices.reviewersOf(reviewer),
    secretary: () => offices.secretaries,
    mayor: () => offices.mayors,
  };
  return of[rung]();
}

/** Keeps the notices and answers with those that had not been given yet. */
async function keepNotices(tx: Transaction<null>, silent: readonly Said[]): Promise<readonly Said[]> {
  if (silent.length === 0) return [];
  const { rows } = await sql<{ programme_id: string; unit_id: string }>`
    insert into programmes.silence_notice (programme_id, unit_id, due_at, rung, at)
    select one.programme_id, one.unit_id, one.due_at, one.rung, ${tx.now}::timestamptz
    from unnest(${silent.map((one) => one.programmeId)}::uuid[], ${silent.map((one) => one.unitId)}::uuid[],
      ${silent.map((one) => one.dueAt.toISOString())}::timestamptz[], ${silent.map((one) => one.rung)}::text[])
      as one(programme_id, unit_id, due_at, rung)
    on conflict do nothing returning programme_id, unit_id`.execute(tx.db);
  const kept = new Set(rows.map((row) => `${row.programme_id} ${row.unit_id}`));
  return silent.filter((one) => kept.has(`${one.programmeId} ${one.unitId}`));
}

async function write(tx: Transaction<null>, letters: ReadonlyMap<string, readonly Said[]>): Promise<void> {
  const all = [...letters.values()].flat();
  const units = await unitBriefs(
    tx.db,
    all.map((one) => one.unitId),
  );
  const programmes = await tx.db.selectFrom('programmes.programme').select(['id', 'number', 'name']).execute();
  const programmeOf = new Map(programmes.map((one) => [one.id, one]));
  const line = (one: Said, language: Language): string =>
    text(language, 'truth.silenceLine', {
      number: programmeOf.get(one.programmeId)?.number,
      programme: programmeOf.get(one.programmeId)?.name,
      unit: units.get(one.unitId)?.name ?? '',
      count: one.workingDays,
      href: new URL(pageOf.programmeTruth(one.programmeId), tx.request.publicUrl).href,
    });
  for (const [personId, said] of letters) {
    const list = (language: Language): string => {
      const more = said.length - mostLines;
      const shown = said.slice(0, mostLines).map((one) => line(one, language));
      return [...shown, ...(more > 0 ? [text(language, 'directives.moreLines', { count: more })] : [])].join('\n\n');
    };
    tx.touch(`person:${personId}`);
    mailPeople(tx, {
      personIds: [personId],
      template: 'programmes-silent',
      params: { count: said.length, listId: list('id'), listEn: list('en'), todayHref: pageOf.today() },
    });
  }
}
