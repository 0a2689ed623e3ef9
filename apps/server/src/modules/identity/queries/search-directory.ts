import { witaDate } from '@makaverse/calendar';
import { pageOf } from '@makaverse/contract/pages';
import type { SearchHit } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { Searched } from '#platform/module';
import { holdsWord } from '#platform/search-text';
import { searchWords } from '../domain/fold.ts';
import { heldOn } from './held-on.ts';
import { peoplePage } from './people.ts';
import { unitTree } from './unit-tree.ts';

/** Units and people whose name, code or office holds every word; units first, shorter names first. */
export async function searchDirectory(context: Context, { words, reading, limit }: Searched): Promise<SearchHit[]> {
  const wanted = searchWords(words);
  if (wanted.length === 0) return [];
  const on = witaDate(context.now);
  const tree = await unitTree(context.db, on);
  const isFound = wanted.map((word) => holdsWord({ table: 'identity.unit_version', as: 'v' }, word, reading));
  const { rows } = await sql<{ unit_id: string }>`select v.unit_id from identity.unit_version v
    where ${heldOn('v', on)} and ${sql.join(isFound, sql` and `)}`.execute(context.db);
  const found = new Set(rows.map((row) => row.unit_id));
  const units = tree
    .all()
    .filter((unit) => found.has(unit.id))
    .toSorted((a, b) => a.name.length - b.name.length || (a.code < b.code ? -1 : 1))
    .map((unit): SearchHit => {
      const parent = unit.parentId === null ? undefined : tree.get(unit.parentId);
      return { kind: 'unit', id: unit.id, title: unit.name, detail: parent?.name ?? unit.code, href: pageOf.unit(unit.id) };
    });
  const people = await peoplePage(context, { q: words, reading, limit, after: null });
  const persons = people.items.map((one): SearchHit => ({
    kind: 'person',
    id: one.id,
    title: one.name,
    detail: one.title,
    href: pageOf.person(one.id),
  }));
  // Half of the room at least for each of the two.
  const half = Math.ceil(limit / 2);
  const shownUnits = units.slice(0, Math.max(half, limit - persons.length));
  return [...shownUnits, ...persons.slice(0, limit - shownUnits.length)];
}
