import { witaDate } from '@makaverse/calendar';
import type { Holding, Person, PersonDetail } from '@makaverse/contract/identity-directory';
import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import { holdsWord, idsHolding, idsHoldingAll, likePattern, type Reading } from '#platform/search-text';
import { searchWords } from '../domain/fold.ts';
import { presentPerson } from '../present.ts';
import { holdingsOf } from './holdings.ts';
import { heldOn } from './held-on.ts';
import { personBriefs } from './person-briefs.ts';

/** A page of people by name. Every word must be found in the name, in an office held now, or in its unit's name. */
export async function peoplePage(
  context: Context,
  asked: {
    q?: string | undefined;
    reading?: Reading;
    unitId?: string | undefined;
    limit: number;
    after: { search: string; id: string } | null;
  },
): Promise<{ items: (Person & { holdings: Holding[] })[]; next: { search: string; id: string } | null }> {
  const on = witaDate(context.now);
  const rows = await context.db
    .selectFrom('identity.person as person')
    .selectAll()
    .$if(asked.after !== null, (query) =>
      query.where(sql<SqlBool>`(person.search, person.id) > (${asked.after!.search}, ${asked.after!.id}::uuid)`),
    )
    .where((any) =>
      any.and([
        ...matching(searchWords(asked.q ?? ''), on, asked.reading),
        ...(asked.unitId === undefined
          ? []
          : [
              any.exists(
                any
                  .selectFrom('identity.position as held')
                  .select('held.id')
                  .whereRef('held.person_id', '=', 'person.id')
                  .where('held.unit_id', '=', asked.unitId)
                  .where(heldOn('held', on)),
              ),
            ]),
      ]),
    )
    .orderBy('person.search')
    .orderBy('person.id')
    .limit(asked.limit + 1)
    .execute();
  const shown = rows.slice(0, asked.limit);
  const people = await withHoldings(context, shown);
  const last = rows.length > asked.limit ? shown.at(-1) : undefined;
  return { items: people, next: last ? { search: last.search, id: last.id } : null };
}

/** A list is narrowed by what is written; a search (which says how it reads) also finds by stem. */
function matching(words: readonly string[], on: string, reading: Reading | undefined): readonly Expression<SqlBool>[] {
  if (words.length === 0) return [];
  if (reading !== undefined) return [sql<SqlBool>`person.id in (${idsHoldingAll(words, (word) => idsFound(word, on, reading))})`];
  return words.map((word) => {
    const pattern = likePattern(word);
    return sql<SqlBool>`(person.search like ${pattern} or exists (
      select from identity.position held join identity.unit_version v on v.unit_id = held.unit_id and ${heldOn('v', on)}
      where held.person_id = person.id and ${heldOn('held', on)} and (held.search like ${pattern} or v.search like ${pattern})))`;
  });
}

/** Whose name, office held on the day, or its unit's name holds a word. */
function idsFound(word: string, on: string, reading: Reading): RawBuilder<unknown> {
  return sql`${idsHolding({ table: 'identity.person' }, word, reading)}
    union all ${idsHolding({ table: 'identity.position', such: heldOn('identity.position', on), idOf: 'person_id' }, word, reading)}
    union all select held.person_id from identity.position held join identity.unit_version v on v.unit_id = held.unit_id and ${heldOn('v', on)}
      where ${heldOn('held', on)} and ${holdsWord({ table: 'identity.unit_version', as: 'v' }, word, reading)}`;
}

type Row = Parameters<typeof presentPerson>[0];

async function withHoldings(context: Context, rows: readonly Row[]): Promise<(Person & { holdings: Holding[] })[]> {
  const ids = rows.map((row) => row.id);
  const holdings = await holdingsOf(context.db, { personIds: ids, on: witaDate(context.now), now: context.now });
  const briefs = await personBriefs(context.db, ids, context.now);
  const byPerson = Map.groupBy(holdings, (holding) => holding.person.id);
  return rows.map((row) => {
    const held = byPerson.get(row.id) ?? [];
    const person = { brief: briefs.get(row.id)!, unitIds: held.map((one) => one.unit.id) };
    return { ...presentPerson(row, person, context.actor), holdings: [...held] };
  });
}

/** One person with positions now and before. @throws RecordMissing */
export async function personDetail(context: Context, id: string): Promise<PersonDetail> {
  const row = await context.db.selectFrom('identity.person').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new RecordMissing();
  const [person] = await withHoldings(context, [row]);
  const formerHoldings = await holdingsOf(context.db, { personIds: [id], endedBy: witaDate(context.now), now: context.now });
  return { ...person!, formerHoldings: [...formerHoldings] };
}
