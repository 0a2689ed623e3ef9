import { sql, type Kysely } from 'kysely';

const searched = [
  'identity.unit_version',
  'identity.person',
  'identity.position',
  'directives.directive',
  'programmes.programme',
  'programmes.obstacle',
  'programmes.document',
  'meetings.meeting',
  'meetings.document',
];

/**
 * Words as they are searched: by their stem, and forgiving a slip of the finger. Both are functions of the text alone, so that an index
 * over them needs nothing kept beside the text. No extension: a city's own server may not offer one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Beside each word its stem (Snowball's Indonesian, after Tala 2003). Where a prefix swallowed the first letter of the root (k, t: KBBI,
  // peluluhan), the stem with that letter as well, so that "pengerukan" and "dikeruk" meet.
  await sql`create function platform.search_forms(place text) returns text[] language sql immutable strict parallel safe cost 2000 as $$
    select coalesce(array_agg(distinct form), '{}')
    from (select left(word, 40) as word from regexp_split_to_table(place, '[^[:alnum:]]+') as word where word <> '') said,
      lateral (select (ts_lexize('pg_catalog.indonesian_stem'::regdictionary, said.word))[1] as stem) stemmed,
      lateral unnest(array[said.word, stem, case
        when said.word ~ '^[mp]eng' and stem ~ '^[aeiou]' then 'k' || stem
        when said.word ~ '^[mp]en' and said.word !~ '^[mp]en[gy]' and stem ~ '^[aeiou]' then 't' || stem
        when said.word ~ '^[mp]em' and stem ~ '^p' then 'm' || substr(stem, 2)
      end]) as form
    where form <> ''
  $$`.execute(db);
  // Symmetric deletion (Garbe 2012): words one slip apart (a letter wrong, missing, too many, or two swapped) share a form with one letter
  // taken out. Short words and numbers are left as they are: one letter off is another word there.
  await sql`create function platform.search_slips(place text) returns text[] language sql immutable strict parallel safe cost 5000 as $$
    with said as (select unnest(platform.search_forms(place)) as form)
    select coalesce(array_agg(distinct slip), '{}') from (
      select form as slip from said
      union all
      select left(form, at - 1) || substr(form, at + 1) from said, generate_series(1, length(form)) as at
      where length(form) >= 5 and form !~ '[0-9]'
    ) slips
  $$`.execute(db);
  await sql`alter table identity.position add column search text generated always as (lower(title)) stored`.execute(db);
  for (const table of ['programmes.document', 'meetings.document'])
    await sql`alter table ${sql.table(table)} add column search text generated always as (lower(name)) stored`.execute(db);
  for (const table of searched)
    for (const form of ['search_forms', 'search_slips'])
      await sql`create index ${sql.ref(`${table.split('.')[1]}_${form}`)} on ${sql.table(table)} using gin (platform.${sql.ref(form)}(search))`.execute(
        db,
      );
}
