import { pageOf } from '@makaverse/contract/pages';
import type { SearchHit } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import type { Searched } from '#platform/module';
import { holdsEveryWord, likePatterns } from '#platform/search-text';
import { unitBriefs } from '#modules/identity';
import { visibleNominations } from './nominations-page.ts';

/**
 * Programmes, then nominations, that hold every word; only what the reader may see. Nominations as their words are written: they bear
 * the words of what they are about, which is found by itself.
 */
export async function searchProgrammes(context: Context, { words, reading, limit }: Searched): Promise<SearchHit[]> {
  const patterns = likePatterns(words);
  if (patterns.length === 0) return [];
  const programmes = await context.db
    .selectFrom('programmes.programme as programme')
    .select(['id', 'number', 'name', 'outcome'])
    .where(holdsEveryWord({ table: 'programmes.programme', as: 'programme' }, words, reading))
    .orderBy('number')
    .limit(limit)
    .execute();
  const nominations = await visibleNominations(context)
    .where(sql<boolean>`search like all(${patterns}::text[])`)
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
