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

/** What pages over years of reports ask for is found in an index alone, and what is searched is kept in one index instead of two. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await keepWhatIsLeft(db);
  await keepOneSearchIndex(db);
}

/** The milestones that are left, how often one was promised later, what was spent last, photos lately refused, what was confirmed this week. */
async function keepWhatIsLeft(db: Kysely<unknown>): Promise<void> {
  await sql`create index milestone_left on programmes.milestone (programme_id, position) where confirmed_at is null`.execute(db);
  await sql`create index milestone_confirmed on programmes.milestone (confirmed_at, programme_id) where confirmed_at is not null`.execute(db);
  await sql`create index promise_move_later on programmes.promise_move (milestone_id) where to_on > from_on`.execute(db);
  await sql`create index evidence_refused on programmes.evidence (programme_id, at) where verdict = 'rejected'`.execute(db);
  await sql`drop index programmes.money_report_line`.execute(db);
  await sql`create index money_report_line on programmes.money_report (budget_line_id, "on", at) include (amount)`.execute(db);
}

/**
 * The functions of the search as procedures: the same forms at a third of the time, because PostgreSQL sets up a query anew for each call of
 * a function written in SQL. One index holds the forms and, behind a tilde, what is one letter short of them.
 */
async function keepOneSearchIndex(db: Kysely<unknown>): Promise<void> {
  for (const table of searched)
    for (const form of ['search_forms', 'search_slips'])
      await sql`drop index ${sql.table(`${table.split('.')[0]}.${table.split('.')[1]}_${form}`)}`.execute(db);
  await sql`drop function platform.search_slips(text)`.execute(db);
  // Beside each word its stem (Snowball's Indonesian, after Tala 2003). Where a prefix swallowed the first letter of the root (k, t: KBBI,
  // peluluhan), the stem with that letter as well, so that "pengerukan" and "dikeruk" meet.
  await sql`create or replace function platform.search_forms(place text) returns text[] language plpgsql immutable strict parallel safe cost 1000 as $$
    declare
      word text;
      stem text;
      forms text[] := '{}';
    begin
      foreach word in array regexp_split_to_array(place, '[^[:alnum:]]+') loop
        continue when word = '';
        word := left(word, 40);
        forms := forms || word;
        stem := (ts_lexize('pg_catalog.indonesian_stem'::regdictionary, word))[1];
        continue when stem is null or stem = '';
        if stem <> word then forms := forms || stem; end if;
        if word ~ '^[mp]eng' and stem ~ '^[aeiou]' then forms := forms || ('k' || stem);
        elsif word ~ '^[mp]en' and word !~ '^[mp]en[gy]' and stem ~ '^[aeiou]' then forms := forms || ('t' || stem);
        elsif word ~ '^[mp]em' and stem ~ '^p' then forms := forms || ('m' || substr(stem, 2));
        end if;
      end loop;
      return forms;
    end
  $$`.execute(db);
  // Symmetric deletion (Garbe 2012): words one slip apart (a letter wrong, missing, too many, or two swapped) share a form with one letter
  // taken out. Short words and numbers are left as they are: one letter off is another word there.
  await sql`create function platform.search_keys(place text) returns text[] language plpgsql immutable strict parallel safe cost 3000 as $$
    declare
      form text;
      forms text[] := platform.search_forms(place);
      keys text[] := forms;
    begin
      foreach form in array forms loop
        keys := keys || ('~' || form);
        continue when length(form) < 5 or form ~ '[0-9]';
        for at in 1..length(form) loop
          keys := keys || ('~' || left(form, at - 1) || substr(form, at + 1));
        end loop;
      end loop;
      return keys;
    end
  $$`.execute(db);
  for (const table of searched)
    await sql`create index ${sql.ref(`${table.split('.')[1]}_search_keys`)} on ${sql.table(table)} using gin (platform.search_keys(search))`.execute(
      db,
    );
}
