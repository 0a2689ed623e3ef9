import { pageOf } from '@makaverse/contract/pages';
import type { SearchHit } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import type { Searched } from '#platform/module';
import { holdsEveryWord, searchText } from '#platform/search-text';
import { shorten } from '../domain/shorten.ts';
import type { DirectiveRow } from '../tables.ts';
import { directiveIsVisible, scopeOf } from './reader-scope.ts';

/** Directives that hold every word, the one of that very number first, then the newest; only what the reader may see. */
export async function searchDirectives(context: Context, { words, reading, limit }: Searched): Promise<SearchHit[]> {
  const isFound = holdsEveryWord({ table: 'directives.directive', as: 'directive' }, words, reading);
  const { rows } = await sql<DirectiveRow>`
    select directive.* from directives.directive directive where ${directiveIsVisible(await scopeOf(context))} and ${isFound}
    order by (lower(directive.number) = ${searchText(words).trim()}) desc, directive.spoken_at desc, directive.id desc
    limit ${limit}`.execute(context.db);
  return rows.map((row) => ({
    kind: 'directive',
    id: row.id,
    title: shorten(row.words, 120),
    detail: `${row.number} · ${text(context.language, `directives.states.${row.state}`)}`,
    href: pageOf.directive(row.id),
  }));
}
