import type { DirectiveParts } from '@makaverse/contract/directives';
import { closeMeeting } from '@makaverse/contract/meetings-room';
import type { City } from '../ground/city.ts';
import type { Ground } from '../ground/ground.ts';
import { median, timed, type Measured } from '../ground/measured.ts';
import { runningRakorsus } from '../ground/rakorsus.ts';
import { copyTables, rowsOf, insertBare } from '../rivals/bare-insert.ts';

const rounds = 6;
const directivesEach = 20;
const targetSeconds = 1;
const quietWithinSeconds = 60;
/** Where a close writes a row for each seat; what is not written yet counts as none. */
const written = [
  { table: 'directives.task', of: 'directive_id = any($1::uuid[])' },
  { table: 'programmes.nomination', of: 'subject_id = any($1::uuid[])' },
  { table: 'programmes.nomination_step', of: 'nomination_id in (select id from programmes.nomination where subject_id = any($1::uuid[]))' },
] as const;

/** Closes meetings over HTTP, each followed by one bare transaction that writes the very same rows. */
export async function measure(ground: Ground): Promise<readonly Measured[]> {
  const city = await ground.freshCity();
  const { meetings, mayor } = await city.tell(async (story, people) => {
    const held = [];
    for (let round = 0; round < rounds; round += 1) held.push(await runningRakorsus(story, people, directives(people.head('ASISTEN-1'))));
    return { meetings: held, mayor: people.head('WALKOT') };
  });
  await copyTables(
    city.database,
    written.map((one) => one.table),
  );
  const server = await city.serve();
  const call = server.as(await city.cookieOf(mayor));
  const ours: number[] = [];
  const bare: number[] = [];
  const quiet: number[] = [];
  let counts: number[] = [];
  for (const { id, version } of meetings) {
    ours.push((await timed(() => call(closeMeeting, { params: { id }, body: { version } }))) / 1000);
    const ids = await directiveIds(city, id);
    const rows = await Promise.all(written.map(({ table, of }) => rowsOf(city.database, table, of, ids)));
    counts = rows.map((one) => one.count);
    // The letters of the close are written now; the rival is not to be measured beside them.
    quiet.push(await untilQuiet(city));
    bare.push((await timed(() => insertBare(city.database, rows))) / 1000);
  }
  const ratio = median(ours.map((seconds, round) => seconds / bare[round]!));
  const [tasks = 0, nominations = 0] = counts;
  return [
    {
      promise: `closing: ${directivesEach} directives to all camat, ${tasks} tasks, ${nominations} nominations`,
      measured: `${median(ours).toFixed(2)} s, ${ratio.toFixed(1)} x a bare insert of the same ${sum(counts)} rows (${median(bare).toFixed(2)} s)`,
      target: `< ${targetSeconds} s`,
      isKept: median(ours) < targetSeconds,
    },
    {
      promise: `  the first of ${rounds}, the slowest; until the last letter was out`,
      measured: `${ours[0]!.toFixed(2)} s, ${Math.max(...ours).toFixed(2)} s; ${median(quiet).toFixed(1)} s`,
      target: '',
      isKept: null,
    },
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function directives(reviewerId: string): DirectiveParts[] {
  return Array.from({ length: directivesEach }, (_, index) => ({
    words: `Semua camat bersama lurahnya membersihkan saluran tersier di wilayah masing-masing, tahap ${index + 1}.`,
    deadline: '2022-04-14',
    measure: 'Semua saluran tersier bersih',
    reviewerId,
    groups: ['all-kecamatan' as const],
    nominationDueOn: '2022-03-18',
    isCascading: true,
  }));
}

async function directiveIds(city: City, meetingId: string): Promise<string[]> {
  const { rows } = await city.database.executeSql('select id from directives.directive where meeting_id = $1', [meetingId]);
  return rows.map((row) => row['id'] as string);
}

/** Until no job is due any more; gives the seconds it took. */
async function untilQuiet(city: City): Promise<number> {
  const started = performance.now();
  const asked = "select count(*) as due from pgboss.job where name = 'makaverse' and state < 'completed' and start_after <= now()";
  for (;;) {
    const { rows } = await city.database.executeSql(asked);
    const seconds = (performance.now() - started) / 1000;
    if (rows[0]!['due'] === 0) return seconds;
    if (seconds > quietWithinSeconds)
      throw new Error(`After ${quietWithinSeconds} s ${String(rows[0]!['due'])} letters of the close still wait.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
