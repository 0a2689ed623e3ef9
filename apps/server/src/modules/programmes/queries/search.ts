import { pageOf } from '@makaverse/contract/pages';
import type { SearchHit } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import { likePatterns } from '#platform/search-text';
import { unitBriefs } from '#modules/identity';
import { visibleNominations } from './nominations-page.ts';

/** Programmes, then nominations, that hold every word; only what the reader may see. */
export async function searchProgrammes(context: Context, words: string, limit: number): Promise<SearchHit[]> {
  const patterns = likePatterns(words);
  if (patterns.length === 0) return [];
  const holdsAll = sql<boolean>`search like all(${patterns}::text[])`;
  const programmes = await context.db
    .selectFrom('programmes.programme')
    .select(['id', 'number', 'name', 'outcome'])
    .where(holdsAll)
    .orderBy('number')
    .limit(limit)
    .execute();
  const nominations = await visibleNominations(context)
    .where(holdsAll)
    .where('state', '<>', 'cancelled')
    .orderBy('since', 'desc')
    .orderBy('nomination.id')
    .limit(limit - programmes.length)
    .execute();
  const units = await unitBriefs(
    context.db,
    nominations.map((row) => row.unit_id),
  );
  return [
    ...programmes.map((row) => ({
      kind: 'programme' as const,
      id: row.id,
      title: `${row.number}. ${row.name}`,
      detail: row.outcome,
      href: pageOf.programme(row.id),
    })),
    ...nominations.map((row) => ({
      kind: 'nomination' as const,
      id: row.id,
      title: `${row.subject_number} · ${units.get(row.unit_id)?.name ?? ''}`,
      detail: text(context.language, `nominations.states.${row.state}`),
      href: pageOf.nomination(row.id),
    })),
  ];
}
