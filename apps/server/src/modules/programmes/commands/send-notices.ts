import { pageOf } from '@makaverse/contract/pages';
import type { Transaction } from '#platform/context';
import { text, type Language } from '#platform/language';
import { mailPeople, unitBriefs } from '#modules/identity';
import { noticeStep, type NoticeCause, type Step } from '../domain/nomination.ts';
import { nextNoticeAt, noticesDue } from '../domain/notices.ts';
import { standingOf } from '../present.ts';
import { officeHolders, type OfficeHolders } from '../queries/people-due.ts';
import type { NominationRow } from '../tables.ts';
import { lastStepOf } from './save-move.ts';
import { stepRow } from './step-row.ts';

interface Said {
  readonly row: NominationRow;
  readonly step: Step;
}

/** A run takes this many; what is left comes with the next. */
const batch = 500;
const mostLines = 30;

/** Who hears of a deadline at each stage: whose step it is, then one office after the other up to the mayor. */
const readersOf: Readonly<Record<NoticeCause, (row: NominationRow, offices: OfficeHolders) => readonly string[]>> = {
  'before-due': (row, offices) => offices.dueOf(row),
  'at-due': (row, offices) => offices.dueOf(row),
  'rung-unit-head': (row, offices) => [...offices.proposersOf(row.unit_id), ...offices.dueOf(row)],
  'rung-assistant': (row, offices) => offices.reviewersOf(row),
  'rung-secretary': (_, offices) => offices.secretaries,
  'rung-mayor': (_, offices) => offices.mayors,
};

/** Reminds of nominations whose deadline comes or has passed, each deadline once a stage; every notice is a step of the story. */
export async function sendNotices(tx: Transaction<null>): Promise<void> {
  const rows = await tx.db
    .selectFrom('programmes.nomination')
    .selectAll()
    .where('next_notice_at', '<=', tx.now)
    .orderBy('next_notice_at')
    .orderBy('id')
    .limit(batch)
    .forUpdate()
    .skipLocked()
    .execute();
  if (rows.length === 0) return;
  const offices = await officeHolders(tx.db, tx.now, rows);
  const said: Said[] = [];
  for (const row of rows) said.push(...(await keepNotices(tx, row)));
  for (const template of ['nominations-reminder', 'nominations-escalated'] as const) {
    const part = said.filter(({ step }) => (step.action === 'remind') === (template === 'nominations-reminder'));
    await writeLetters(tx, template, part, offices);
  }
}

/** Adds what is to be told now to the story of a nomination, and notes when to look again. */
async function keepNotices(tx: Transaction<null>, row: NominationRow): Promise<readonly Said[]> {
  const last = await lastStepOf(tx.db, row.id);
  const due = row.due_at === null ? [] : noticesDue(row.since, row.due_at, tx.now);
  const kept: Said[] = [];
  for (const { cause } of due) {
    const step = noticeStep(standingOf(row, last.at), { cause, at: tx.now });
    const added = await tx.db
      .insertInto('programmes.nomination_step')
      .values(stepRow({ id: tx.newId(), nominationId: row.id, seq: last.seq + kept.length + 1, step }))
      .onConflict((conflict) =>
        conflict.columns(['nomination_id', 'due_at', 'cause']).where('action', 'in', ['remind', 'escalate']).doNothing(),
      )
      .returning('id')
      .executeTakeFirst();
    if (added) kept.push({ row, step });
  }
  await tx.db
    .updateTable('programmes.nomination')
    .set({ next_notice_at: nextNoticeAt(row.since, row.due_at, tx.now) })
    .where('id', '=', row.id)
    .execute();
  if (kept.length > 0) tx.touch(`nomination:${row.id}`);
  // Two stages that passed unseen are both in the story; one mail about the later of them is enough.
  return kept.slice(-1);
}

async function writeLetters(
  tx: Transaction<null>,
  template: 'nominations-reminder' | 'nominations-escalated',
  said: readonly Said[],
  offices: OfficeHolders,
): Promise<void> {
  const units = await unitBriefs(
    tx.db,
    said.map(({ row }) => row.unit_id),
  );
  const letters = new Map<string, Said[]>();
  for (const one of said)
    for (const personId of new Set(readersOf[one.step.cause as NoticeCause](one.row, offices)))
      letters.set(personId, [...(letters.get(personId) ?? []), one]);
  const line = (one: Said, language: Language): string =>
    text(language, 'nominations.noticeLine', {
      number: one.row.subject_number,
      unit: units.get(one.row.unit_id)?.name ?? '',
      state: text(language, `nominations.stillWaiting.${one.row.state}`),
      cause: text(language, `nominations.cause.${one.step.cause}`),
      href: new URL(pageOf.nomination(one.row.id), tx.request.publicUrl).href,
    });
  for (const [personId, own] of letters) {
    tx.touch(`person:${personId}`);
    const list = (language: Language): string => {
      const more = own.length - mostLines;
      const shown = own.slice(0, mostLines).map((one) => line(one, language));
      return [...shown, ...(more > 0 ? [text(language, 'directives.moreLines', { count: more })] : [])].join('\n\n');
    };
    mailPeople(tx, {
      personIds: [personId],
      template,
      params: { count: own.length, listId: list('id'), listEn: list('en'), todayHref: pageOf.today() },
    });
  }
}
