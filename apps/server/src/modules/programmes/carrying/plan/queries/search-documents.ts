import { pageOf } from '@makaverse/contract/pages';
import type { SearchHit } from '@makaverse/contract/today';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { Searched } from '#platform/module';
import { holdsEveryWord } from '#platform/search-text';

interface Found {
  readonly id: string;
  readonly name: string;
  readonly programme_id: string;
  readonly number: number;
  readonly programme: string;
}

/** Documents of programmes by their names, the newest first; like the plan, every signed-in official reads them. */
export async function searchProgrammeDocuments(context: Context, { words, reading, limit }: Searched): Promise<SearchHit[]> {
  const { rows } = await sql<Found>`
    select document.id, document.name, document.programme_id, programme.number, programme.name as programme
    from programmes.document document join programmes.programme programme on programme.id = document.programme_id
    where ${holdsEveryWord({ table: 'programmes.document', as: 'document' }, words, reading)}
    order by document.uploaded_at desc, document.id limit ${limit}`.execute(context.db);
  return rows.map((row) => ({
    kind: 'document',
    id: row.id,
    title: row.name,
    detail: `${row.number} · ${row.programme}`,
    href: pageOf.programmePlan(row.programme_id, 'dokumen'),
  }));
}
