import { formatInstant } from '@makaverse/calendar';
import type { Context } from '#platform/context';
import { csvFile } from '#platform/csv';
import { text } from '#platform/language';
import { allNominations } from './nominations-page.ts';
import { allProgrammes } from './programmes-page.ts';

const headings = <K extends string>(context: Context, of: string, columns: readonly K[]): Record<K, string> =>
  Object.fromEntries(columns.map((column) => [column, text(context.language, `${of}.columns.${column}`)])) as Record<K, string>;

/** The nominations the reader may see as CSV, by what they are about. */
export async function nominationsCsv(context: Context): Promise<string> {
  const columns = ['number', 'subject', 'unit', 'state', 'person', 'reviewer', 'dueFrom', 'due', 'late'] as const;
  const rows = (await allNominations(context)).map((one) => ({
    number: one.subject.number,
    subject: one.subject.title,
    unit: one.unit.name,
    state: text(context.language, `nominations.states.${one.state}`),
    person: one.person?.name ?? '',
    reviewer: one.reviewer?.name ?? '',
    dueFrom: one.dueFrom,
    due: one.dueAt ? formatInstant(new Date(one.dueAt), context.language, 'short') : '',
    late: text(context.language, one.isLate ? 'nominations.yes' : 'nominations.no'),
  }));
  return csvFile(headings(context, 'nominations', columns), rows);
}

/** The programmes as CSV, one line for each unit's part. */
export async function programmesCsv(context: Context): Promise<string> {
  const columns = ['number', 'name', 'outcome', 'field', 'reviewer', 'unit', 'pic', 'example', 'source'] as const;
  const rows = (await allProgrammes(context)).flatMap((one) =>
    one.units.map((unit) => ({
      number: one.number,
      name: one.name,
      outcome: one.outcome,
      field: one.field,
      reviewer: one.reviewer?.name ?? '',
      unit: unit.name,
      pic: unit.pic?.name ?? '',
      example: text(context.language, one.isExample ? 'nominations.yes' : 'nominations.no'),
      source: one.source ?? '',
    })),
  );
  return csvFile(headings(context, 'programmes', columns), rows);
}
