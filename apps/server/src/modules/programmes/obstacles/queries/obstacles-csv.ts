import { formatInstant } from '@makaverse/calendar';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { csvFile } from '#platform/csv';
import { text } from '#platform/language';
import { presentObstacles } from './obstacles-page.ts';
import { visibleObstacles } from './visible-obstacles.ts';

const columns = [
  'number',
  'programme',
  'unit',
  'words',
  'since',
  'remover',
  'state',
  'rung',
  'lies',
  'due',
  'ours',
  'theirs',
  'costPerDay',
  'costSoFar',
  'solved',
] as const;

/** The obstacles the reader may see as CSV, solved ones too. */
export async function obstaclesCsv(context: Context): Promise<string> {
  const { language } = context;
  const shown = await presentObstacles(context, await visibleObstacles(context, sql`true`));
  const headings = Object.fromEntries(columns.map((column) => [column, text(language, `obstacles.columns.${column}`)]));
  return csvFile(
    headings as Record<(typeof columns)[number], string>,
    shown.map((one) => ({
      number: one.programme.number,
      programme: one.programme.name,
      unit: one.unit.name,
      words: one.words,
      since: one.sinceOn,
      remover: one.remover.kind === 'unit' ? one.remover.unit.name : one.remover.authority,
      state: text(language, `obstacles.states.${one.state}`),
      rung: text(language, `obstacles.rungs.${one.rung}`),
      lies: one.lies.person?.name ?? one.lies.office,
      due: one.dueAt ? formatInstant(new Date(one.dueAt), language, 'short') : '',
      ours: one.daysLost.ours,
      theirs: one.daysLost.theirs,
      costPerDay: one.costPerDay,
      costSoFar: one.costSoFar,
      solved: one.solvedOn ?? '',
    })),
  );
}
