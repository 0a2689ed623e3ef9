import { sql, type RawBuilder } from 'kysely';

/** One statement, and the table whose rows it adds; null where it only prepares. */
interface Step {
  readonly table: string | null;
  readonly statement: RawBuilder<unknown>;
}

interface Size {
  readonly programmes: number;
  readonly weeks: number;
  readonly people: number;
  readonly names: readonly string[];
}

const partsEach = 4;
const milestonesEach = 30;
/** The Friday before the evening on which is measured. */
const lastFriday = sql.lit('2022-03-11');

const verbs = ['Pengerukan', 'Perbaikan', 'Pembangunan', 'Penataan', 'Pemeliharaan', 'Pelatihan', 'Pendataan', 'Penyediaan', 'Pengawasan'];
const things = ['saluran', 'lorong', 'puskesmas', 'sekolah', 'pasar', 'taman', 'dermaga', 'jalan', 'air bersih', 'posyandu', 'terminal'];
const places = [
  'Antang',
  'Tamalate',
  'Panakkukang',
  'Barrang Lompo',
  'Ujung Tanah',
  'Manggala',
  'Biringkanaya',
  'Tallo',
  'Mariso',
  'Rappocini',
];
const troubles = ['Pembebasan lahan', 'Izin kerja', 'Pengiriman alat', 'Tanda tangan kontrak', 'Kapal pengangkut', 'Tenaga ahli'];

const array = (words: readonly string[]): RawBuilder<string[]> => sql`${[...words]}::text[]`;

/** The statements in their order; later ones build on earlier ones. */
export function fiveYearsOfProgrammes(size: Size): readonly Step[] {
  return [...foundations(size), ...plans(size), ...reports(size), ...troublesOf(size), ...days(size)];
}

function foundations({ programmes, people, names }: Size): Step[] {
  return [
    {
      table: null,
      statement: sql`create function pg_temp.pick(words text[], n bigint) returns text language sql immutable
        as 'select words[1 + (abs(n) * 7919) % cardinality(words)]'`,
    },
    {
      table: null,
      // The same id for the same name, in the form of a UUID of version 4.
      statement: sql`create function pg_temp.id(name text) returns uuid language sql immutable
        as $$ select overlay(overlay(md5(name) placing '4' from 13) placing '8' from 17)::uuid $$`,
    },
    {
      table: null,
      // The units that present, with their heads; and who reviews.
      statement: sql`create temporary table presenting as
        select row_number() over (order by version.code) - 1 as chair, version.unit_id, head.person_id
        from identity.unit_version version join lateral (
          select person_id from identity.position where unit_id = version.unit_id and kind = 'head' order by valid_from limit 1) head on true
        where version.presenting_group is not null and version.valid_to is null`,
    },
    {
      table: null,
      statement: sql`create temporary table reviewing as
        select row_number() over (order by version.code) - 1 as chair, version.unit_id, head.person_id
        from identity.unit_version version join identity.position head on head.unit_id = version.unit_id and head.kind = 'head'
        where version.kind in ('assistant', 'expert-staff')`,
    },
    {
      table: 'identity.person',
      statement: sql`insert into identity.person (id, name, email, search, created_at)
        select pg_temp.id('person' || n), name || ' ' || n, 'pegawai.' || n || '@makassar.example', lower(name) || ' ' || n, '2018-01-01'
        from (select n, pg_temp.pick(${array(names)}, n) as name from generate_series(1, ${people}::int) n) one`,
    },
    {
      table: 'identity.position',
      statement: sql`insert into identity.position (id, person_id, unit_id, kind, title, valid_from, created_at)
        select pg_temp.id('position' || n), pg_temp.id('person' || n), presenting.unit_id, 'member',
          pg_temp.pick(array['Staf', 'Analis', 'Penyusun laporan', 'Pengelola', 'Penyuluh', 'Pengawas'], n) || ' ' ||
          pg_temp.pick(${array(things)}, n / 7), '2018-01-01', '2018-01-01'
        from generate_series(1, ${people}::int) n join presenting on presenting.chair = n % (select count(*) from presenting)`,
    },
    {
      table: 'programmes.programme',
      statement: sql`insert into programmes.programme
          (id, number, name, outcome, field, is_example, reviewer_id, reviewer_unit_id, search, created_at)
        select pg_temp.id('programme' || n), n, name, outcome, field, true, reviewing.person_id, reviewing.unit_id,
          lower(n || ' ' || name || ' ' || outcome || ' ' || field), '2017-03-01'
        from (select n, pg_temp.pick(${array(verbs)}, n) || ' ' || pg_temp.pick(${array(things)}, n / 3) || ' ' || pg_temp.pick(${array(places)}, n / 5) as name,
            'Warga ' || pg_temp.pick(${array(places)}, n / 5) || ' dilayani tanpa menunggu' as outcome,
            pg_temp.pick(${array(things)}, n) as field from generate_series(1, ${programmes}::int) n) one
          join reviewing on reviewing.chair = one.n % (select count(*) from reviewing)`,
    },
    {
      table: 'programmes.programme_unit',
      // 13 and 57 have no factor in common, so the parts of a programme lie in different units.
      statement: sql`insert into programmes.programme_unit (programme_id, unit_id, position)
        select pg_temp.id('programme' || n), presenting.unit_id, part
        from generate_series(1, ${programmes}::int) n, generate_series(0, ${partsEach - 1}::int) part
          join presenting on true where presenting.chair = (n * 7 + part * 13) % (select count(*) from presenting)`,
    },
    {
      table: 'programmes.nomination',
      statement: sql`insert into programmes.nomination (id, seat_kind, seat_id, unit_id, subject_id, subject_number, subject_title, reviewer_id,
          reviewer_unit_id, state, person_id, reasons, proposed_by_id, moved_by_id, since, search, created_at)
        select pg_temp.id('seat' || programme.number || '/' || part.position), 'programme', programme.id, part.unit_id, programme.id,
          programme.number::text, programme.name, programme.reviewer_id, programme.reviewer_unit_id, 'accepted', presenting.person_id,
          'Mengenal pekerjaannya', presenting.person_id, presenting.person_id, '2017-03-02', programme.search, '2017-03-01'
        from programmes.programme_unit part join programmes.programme programme on programme.id = part.programme_id
          join presenting on presenting.unit_id = part.unit_id`,
    },
  ];
}

function plans({ programmes }: Size): Step[] {
  return [
    {
      table: 'programmes.milestone',
      // A step each two months over five years and a half; most of what is past was reached, some weeks late.
      statement: sql`insert into programmes.milestone (id, programme_id, position, title, weight, unit_id, planned_on, promised_on,
          reported_done_on, reported_by_id, confirmed_at, confirmed_by_id)
        select pg_temp.id('milestone' || n || '/' || step), programme.id, step,
          pg_temp.pick(${array(verbs)}, step) || ' tahap ' || step + 1, 1 + step % 9, part.unit_id, planned.day, planned.day + slip.days,
          case when is_done then planned.day + slip.days end, case when is_done then presenting.person_id end,
          case when is_done then planned.day + slip.days + 2 end, case when is_done then programme.reviewer_id end
        from generate_series(1, ${programmes}::int) n
          join programmes.programme programme on programme.number = n
          cross join generate_series(0, ${milestonesEach - 1}::int) step
          cross join lateral (select date '2017-04-01' + step * 66 + n % 40 as day) planned
          cross join lateral (select (n * 31 + step * 17) % 45 as days) slip
          cross join lateral (select planned.day + slip.days + 2 < date '2022-03-15' and (n * 13 + step) % 97 <> 0 as is_done) done
          join programmes.programme_unit part on part.programme_id = programme.id and part.position = step % ${partsEach}::int
          join presenting on presenting.unit_id = part.unit_id`,
    },
    {
      table: 'programmes.milestone_after',
      statement: sql`insert into programmes.milestone_after (milestone_id, after_id)
        select one.id, before.id from programmes.milestone one join programmes.milestone before
          on before.programme_id = one.programme_id and before.position = one.position - 1 where one.position % 3 <> 0`,
    },
    {
      table: 'programmes.budget_line',
      statement: sql`insert into programmes.budget_line (id, programme_id, position, code, name, ceiling, contract, plan)
        select pg_temp.id('line' || n || '/' || line), pg_temp.id('programme' || n), line, '1.03.' || n || '.' || line,
          'Belanja ' || pg_temp.pick(${array(things)}, n + line), 1000000000::bigint * (1 + n % 40), null, '[]'
        from generate_series(1, ${programmes}::int) n, generate_series(0, 2) line`,
    },
    {
      table: 'programmes.indicator',
      statement: sql`insert into programmes.indicator (id, programme_id, position, name, measure, baseline_on, baseline, target_on, target, points)
        select pg_temp.id('indicator' || n || '/' || one), pg_temp.id('programme' || n), one, 'Capaian ' || pg_temp.pick(${array(things)}, n), 'titik',
          '2017-01-01', 0, '2022-12-31', 100, '[]' from generate_series(1, ${programmes}::int) n, generate_series(0, 1) one`,
    },
    {
      table: 'programmes.document',
      statement: sql`insert into programmes.document (id, programme_id, name, media_type, size, sha256, uploaded_by_id, uploaded_at)
        select pg_temp.id('document' || n || '/' || one), programme.id, 'Berita acara ' || pg_temp.pick(${array(verbs)}, one) || ' '
            || pg_temp.pick(${array(places)}, n + one) || ' ' || one || '.pdf', 'application/pdf', 90000, repeat(md5(n::text), 2),
          programme.reviewer_id, timestamptz '2017-04-01' + interval '66 days' * one
        from generate_series(1, ${programmes}::int) n join programmes.programme programme on programme.number = n, generate_series(0, 19) one`,
    },
  ];
}

/** A check-in a week and part; what else is told of the past follows the check-ins, so that a shorter past has less of everything. */
function reports({ weeks }: Size): Step[] {
  return [
    {
      table: 'programmes.check_in',
      // One part in twenty fell silent some weeks ago, one in a hundred a year ago.
      statement: sql`insert into programmes.check_in (id, programme_id, unit_id, by_id, at, due_at, progress, words, via)
        select pg_temp.id('report' || programme.number || '/' || part.position || '/' || week), part.programme_id, part.unit_id,
          presenting.person_id, due.at - interval '3 hours', due.at, least(100, (260 - week) * 100 / 280),
          pg_temp.pick(${array(verbs)}, week + part.position) || ' di ' || pg_temp.pick(${array(places)}, programme.number + week)
            || ' berjalan; ' || pg_temp.pick(${array(troubles)}, week) || ' masih ditunggu pekan ini.', 'app'
        from generate_series(${weeks - 1}::int, 0, -1) week cross join programmes.programme_unit part
          join programmes.programme programme on programme.id = part.programme_id
          join presenting on presenting.unit_id = part.unit_id
          cross join lateral (select (date ${lastFriday} - week * 7 + time '16:30') at time zone 'Asia/Makassar' as at) due
        where week >= case when (programme.number * 4 + part.position) % 100 = 3 then 52 when (programme.number * 4 + part.position) % 20 = 7 then 3 else 0 end`,
    },
    {
      table: 'programmes.check_in_promise',
      statement: sql`insert into programmes.check_in_promise (check_in_id, milestone_id, promised_on)
        select report.id, next.id, next.promised_on from programmes.check_in report cross join lateral (
          select id, promised_on from programmes.milestone where programme_id = report.programme_id
          and position = least(${milestonesEach - 1}::int, (extract(epoch from report.at - '2017-03-01') / 86400 / 66)::int)) next`,
    },
    {
      table: 'programmes.evidence',
      statement: sql`insert into programmes.evidence (id, check_in_id, programme_id, unit_id, by_id, at, sha256, width, height, taken_at, thumbnail,
          checked_at, verdict)
        select pg_temp.id('photo' || report.id), report.id, report.programme_id, report.unit_id, report.by_id, report.at, repeat(md5(report.id::text), 2),
          1600, 1200, report.at, decode(repeat(md5(report.id::text), 256), 'hex'), report.at,
          case when number % 50 = 0 then 'rejected' end
        from (select *, row_number() over (order by at, id) as number from programmes.check_in) report where number % 9 = 0`,
    },
    {
      table: 'programmes.evidence_flag',
      statement: sql`insert into programmes.evidence_flag (id, evidence_id, programme_id, kind, at, last_check_in_at, verdict, reason, answered_at, answered_by_id)
        select pg_temp.id('flag' || photo.id), photo.id, photo.programme_id, 'too-old', photo.at, photo.at,
          photo.verdict, 'Bukan foto baru', photo.at + interval '1 day', programme.reviewer_id
        from programmes.evidence photo join programmes.programme programme on programme.id = photo.programme_id where verdict is not null`,
    },
    {
      table: 'programmes.promise_move',
      statement: sql`insert into programmes.promise_move (id, milestone_id, programme_id, unit_id, by_id, at, from_on, to_on, reason, check_in_id)
        select pg_temp.id('move' || report.id), promise.milestone_id, report.programme_id, report.unit_id, report.by_id, report.at,
          promise.promised_on - 7, promise.promised_on, 'Alat belum datang', report.id
        from (select *, row_number() over (order by at, id) as number from programmes.check_in) report
          join programmes.check_in_promise promise on promise.check_in_id = report.id where number % 7 = 0`,
    },
    {
      table: 'programmes.money_report',
      statement: sql`insert into programmes.money_report (id, budget_line_id, "on", amount, by_id, at)
        select pg_temp.id('money' || line.id || month), line.id, day, line.ceiling * (60 - month) / 66, programme.reviewer_id, day + time '09:00'
        from programmes.budget_line line join programmes.programme programme on programme.id = line.programme_id
          cross join generate_series(0, ${Math.ceil((weeks * 12) / 52) - 1}::int) month
          cross join lateral (select (date ${lastFriday} - month * 30) as day) one`,
    },
    {
      table: 'programmes.indicator_value',
      statement: sql`insert into programmes.indicator_value (id, indicator_id, "on", value, by_id, at)
        select pg_temp.id('value' || indicator.id || month), indicator.id, day, 60 - month, programme.reviewer_id, day + time '09:00'
        from programmes.indicator indicator join programmes.programme programme on programme.id = indicator.programme_id
          cross join generate_series(0, ${Math.ceil((weeks * 12) / 52) - 1}::int) month
          cross join lateral (select (date ${lastFriday} - month * 30) as day) one`,
    },
    {
      table: 'programmes.rating',
      statement: sql`insert into programmes.rating (id, programme_id, by_id, at, light, reason)
        select pg_temp.id('rating' || programme.id || month), programme.id, programme.reviewer_id, date ${lastFriday} - month * 30 + time '10:00',
          pg_temp.pick(array['green', 'yellow-green', 'yellow-red', 'red'], programme.number + month), 'Diperiksa di lapangan'
        from programmes.programme programme, generate_series(0, ${Math.ceil((weeks * 12) / 52) - 1}::int) month`,
    },
  ];
}

function troublesOf({ programmes, weeks }: Size): Step[] {
  return [
    {
      table: 'programmes.obstacle',
      // Each programme has one after the other, a quarter of a year apart and a month long; the last ones are still open.
      statement: sql`insert into programmes.obstacle (id, programme_id, unit_id, words, since_on, cost_per_day, remover_unit_id, authority, state,
          height, clock_from, reported_by_id, reported_at, solved_on, search)
        select pg_temp.id('obstacle' || n || '/' || turn), programme.id, part.unit_id, words, since, 1000000 * (1 + n % 7),
          case when n % 3 = 0 then null else presenting.unit_id end, case when n % 3 = 0 then 'Balai Wilayah Sungai' end,
          case when is_open then 'open' else 'solved' end, 1, since + time '09:00', presenting.person_id, since + time '09:00',
          case when not is_open then since + 20 + n % 20 end, lower(words)
        from generate_series(1, ${programmes}::int) n join programmes.programme programme on programme.number = n
          cross join generate_series(0, ${Math.ceil(weeks / 13) - 1}::int) turn
          cross join lateral (select date ${lastFriday} - turn * 91 - n % 30 as since, turn = 0 and n % 4 = 0 as is_open,
            pg_temp.pick(${array(troubles)}, n + turn) || ' untuk ' || pg_temp.pick(${array(things)}, n * turn) || ' di '
              || pg_temp.pick(${array(places)}, n + turn) || ' belum selesai' as words) one
          join programmes.programme_unit part on part.programme_id = programme.id and part.position = turn % ${partsEach}::int
          join presenting on presenting.unit_id = part.unit_id`,
    },
    {
      table: 'programmes.obstacle_step',
      statement: sql`insert into programmes.obstacle_step (id, obstacle_id, seq, at, action, by_id, height)
        select pg_temp.id('step' || obstacle.id || seq), obstacle.id, seq, obstacle.reported_at + interval '5 days' * seq,
          pg_temp.pick(array['report', 'climb', 'take-on', 'solve'], seq - 1), obstacle.reported_by_id, 1
        from programmes.obstacle obstacle, generate_series(1, 4) seq`,
    },
    {
      table: 'programmes.milestone_judgement',
      statement: sql`insert into programmes.milestone_judgement (id, milestone_id, programme_id, by_id, at, reported_on, is_confirmed)
        select pg_temp.id('judged' || id), id, programme_id, confirmed_by_id, confirmed_at, reported_done_on, true
        from programmes.milestone where confirmed_at is not null and confirmed_at > date ${lastFriday} - ${weeks * 7}::int`,
    },
  ];
}

/** How each programme stood on each day: as long as a forecast is, written by the night. */
function days({ weeks }: Size): Step[] {
  const forecast = JSON.stringify({
    outcome: 'forecast',
    chance: 0.42,
    dueOn: '2022-09-30',
    on50: '2022-10-14',
    on85: '2022-12-02',
    basis: { programme: 12, unit: 80, city: 2400 },
    reasons: [{ code: 'slip-history', level: 'programme', ratio: 1.4, records: 12, days: 21 }],
  });
  return [
    {
      table: 'programmes.standing',
      statement: sql`insert into programmes.standing (programme_id, day, colour, chance, forecast, computed_at)
        select programme.id, date '2022-03-15' - ago, pg_temp.pick(array['green', 'yellow-green', 'yellow-red', 'red'], programme.number + ago / 9),
          ((programme.number + ago) % 100) / 100.0, ${forecast}::jsonb, date '2022-03-15' - ago + time '00:10'
        from programmes.programme programme, generate_series(${weeks * 7 - 1}::int, 0, -1) ago`,
    },
  ];
}
