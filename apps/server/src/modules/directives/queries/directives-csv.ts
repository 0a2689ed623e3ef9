import { formatDate, formatInstant } from '@makaverse/calendar';
import type { Directive } from '@makaverse/contract/directives';
import type { Context } from '#platform/context';
import { csvFile } from '#platform/csv';
import { text } from '#platform/language';
import { directiveRows, type DirectiveFilter } from './directive-page.ts';
import { directiveViews } from './directive-views.ts';
import { scopeOf } from './reader-scope.ts';

/** Rows read at a time, and the most an export holds: more than a city orders in ten years. */
const batch = 500;
const mostRows = 20_000;

const columns = [
  'number',
  'state',
  'words',
  'givenBy',
  'spokenAt',
  'units',
  'deadline',
  'measure',
  'reviewer',
  'tasks',
  'acknowledged',
  'accepted',
  'done',
  'late',
] as const;

type Cells = Record<(typeof columns)[number], string | number>;

function cells(one: Directive, language: Context['language']): Cells {
  const { progress } = one;
  return {
    number: one.number,
    state: text(language, `directives.states.${one.state}`),
    words: one.words,
    givenBy: one.givenBy?.name ?? '',
    spokenAt: formatInstant(new Date(one.spokenAt), language, 'short'),
    units: one.addressees.map((addressee) => addressee.unit.name).join('; '),
    deadline: one.deadline ? formatDate(one.deadline, language, 'short') : '',
    measure: one.measure ?? '',
    reviewer: one.reviewer?.name ?? '',
    tasks: progress.tasks,
    acknowledged: progress.acknowledged,
    accepted: progress.accepted,
    done: progress.done,
    late: progress.late,
  };
}

/** The directives the reader may see as CSV, newest first, with a byte order mark for spreadsheets. */
export async function directivesCsv(context: Context, filter: DirectiveFilter): Promise<string> {
  const scope = await scopeOf(context);
  const lines: Cells[] = [];
  let after: [string, string] | null = null;
  while (lines.length < mostRows) {
    const rows = await directiveRows(context, { filter, limit: batch, after, scope });
    lines.push(...(await directiveViews(context, rows)).map((one) => cells(one, context.language)));
    const last = rows.at(-1);
    if (rows.length < batch || !last) break;
    after = [last.spoken_at.toISOString(), last.id];
  }
  const headings = Object.fromEntries(columns.map((column) => [column, text(context.language, `directives.columns.${column}`)]));
  return csvFile(headings as Record<(typeof columns)[number], string>, lines);
}
