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
 * What pages over years of reports ask for is found in an index alone, what is searched is kept in one index instead
 * of two; a place says how its kelurahan is known; programmes of earlier years are kept to learn from.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await keepWhatIsLeft(db);
  await keepOneSearchIndex(db);
  await keepEarlierYears(db);
  await sql`alter table programmes.place add column area_by text check (area_by in ('boundary','nearest'))`.execute(db);
  await sql`update programmes.place set area_by = 'nearest' where area_code is not null`.execute(db);
  await sql`alter table programmes.place add check ((area_code is null) = (area_by is null))`.execute(db);
}

/**
 * The milestones that are left and the weight of the others, how often one was promised later, what was spent last, photos lately refused,
 * what was confirmed this week, who has reported since the last deadline.
 */
async function keepWhatIsLeft(db: Kysely<unknown>): Promise<void> {
  await sql`create index milestone_left on programmes.milestone (programme_id, position) where confirmed_at is null`.execute(db);
  await sql`create index milestone_confirmed on programmes.milestone (confirmed_at, programme_id) where confirmed_at is not null`.execute(
    db,
  );
  await sql`create index milestone_confirmed_weight on programmes.milestone (programme_id) include (weight) where confirmed_at is not null`.execute(
    db,
  );
  await sql`create index check_in_due on programmes.check_in (due_at, programme_id, unit_id)`.execute(db);
  await sql`create index promise_move_later on programmes.promise_move (milestone_id) where to_on > from_on`.execute(db);
  await sql`create index evidence_refused on programmes.evidence (programme_id, at) where verdict = 'rejected'`.execute(db);
  await sql`drop index programmes.money_report_line`.execute(db);
  await sql`create index money_report_line on programmes.money_report (budget_line_id, "on", at) include (amount)`.execute(db);
}

/**
 * The functions of the search as procedures: the same forms at a third of the time, because PostgreSQL sets up a query anew for each call of
 * a function written in SQL. One index holds the forms; behind a tilde, what is one letter short of them; and behind an equals sign, every
 * three letters that stand together, by which what is written inside a word is found without reading every row.
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
  await sql`create function platform.search_pieces(place text) returns text[] language plpgsql immutable strict parallel safe cost 1000 as $$
    declare
      word text;
      pieces text[] := '{}';
    begin
      foreach word in array regexp_split_to_array(place, '[^[:alnum:]]+') loop
        for at in 1..length(word) - 2 loop
          pieces := pieces || ('=' || substr(word, at, 3));
        end loop;
      end loop;
      return pieces;
    end
  $$`.execute(db);
  // Symmetric deletion (Garbe 2012): words one slip apart (a letter wrong, missing, too many, or two swapped) share a form with one letter
  // taken out. Short words and numbers are left as they are: one letter off is another word there.
  await sql`create function platform.search_slips(place text) returns text[] language plpgsql immutable strict parallel safe cost 3000 as $$
    declare
      form text;
      slips text[] := '{}';
    begin
      foreach form in array platform.search_forms(place) loop
        slips := slips || ('~' || form);
        continue when length(form) < 5 or form ~ '[0-9]';
        for at in 1..length(form) loop
          slips := slips || ('~' || left(form, at - 1) || substr(form, at + 1));
        end loop;
      end loop;
      return slips;
    end
  $$`.execute(db);
  await sql`create function platform.search_keys(place text) returns text[] language plpgsql immutable strict parallel safe cost 3000 as $$
    begin
      return platform.search_forms(place) || platform.search_pieces(place) || platform.search_slips(place);
    end
  $$`.execute(db);
  for (const table of searched)
    await sql`create index ${sql.ref(`${table.split('.')[1]}_search_keys`)} on ${sql.table(table)} using gin (platform.search_keys(search))`.execute(
      db,
    );
}

/** Programmes of earlier years that are not carried out here, known only by what was planned and what came: forecasts learn from them. */
async function keepEarlierYears(db: Kysely<unknown>): Promise<void> {
  await sql`create table programmes.past_programme (
    id uuid primary key,
    name text not null,
    unit_id uuid not null references identity.unit,
    is_synthetic boolean not null,
    start_on date not null,
    milestones jsonb not null,
    claims jsonb not null
  )`.execute(db);
  await sql`create index past_programme_unit on programmes.past_programme (unit_id)`.execute(db);
}
