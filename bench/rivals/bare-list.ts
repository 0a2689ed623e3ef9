/**
 * The list of directives as it would be without a house around it: a Fastify route that runs the same statements on the same kind of pool
 * and puts the same JSON together. No session, no rights, no checks of what comes in or goes out, no headers, no log.
 */
import fastify from 'fastify';
import { openDatabase } from '../../apps/server/src/database/open.ts';
import type { RecordedList, Statement } from './record-list.ts';

type Row = Readonly<Record<string, unknown>>;

const { DATABASE_URL: url, RECORDED: recorded, LIST_PATH: path } = process.env;
if (!url || !recorded || !path) throw new Error('DATABASE_URL, RECORDED and LIST_PATH say what to serve.');
const list = JSON.parse(recorded) as RecordedList;
const limit = Number(list.rows.values.at(-1)) - 1;
const database = await openDatabase(url);

async function run(statement: Statement): Promise<readonly Row[]> {
  return (await database.executeSql(statement.text, [...statement.values])).rows;
}

const server = fastify();
server.get(path, async () => {
  const rows = await run(list.rows);
  const [addressees, progress] = await Promise.all([run(list.addressees), run(list.progress)]);
  const [unitRows, offices] = await Promise.all([run(list.units), run(list.people)]);
  const units = new Map(unitRows.map((unit) => [unit['id'], unit]));
  const people = new Map(offices.map(({ id, name, title }) => [id, { id, name, title: title ?? '' }]));
  const progressOf = new Map(progress.map(({ directive_id: id, ...counts }) => [id, counts]));
  const addressed = Map.groupBy(addressees, (one) => one['directive_id']);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) =>
      present(row, { addressed: addressed.get(row['id']) ?? [], progress: progressOf.get(row['id']), units, people }),
    ),
    next: rows.length > limit ? Buffer.from(JSON.stringify([shown.at(-1)!['spoken_at'], shown.at(-1)!['id']])).toString('base64url') : null,
  };
});

function present(
  row: Row,
  known: { addressed: readonly Row[]; progress: Row | undefined; units: ReadonlyMap<unknown, Row>; people: ReadonlyMap<unknown, Row> },
): Row {
  const progress = known.progress ?? { tasks: 0, acknowledged: 0, accepted: 0, done: 0, late: 0 };
  return {
    id: row['id'],
    number: row['number'],
    state: row['state'],
    words: row['words'],
    meetingId: row['meeting_id'],
    agendaItemId: row['agenda_item_id'],
    programmeId: row['programme_id'],
    givenBy: known.people.get(row['given_by_id']) ?? null,
    spokenAt: row['spoken_at'],
    deadline: row['deadline'],
    measure: row['measure'],
    reviewer: known.people.get(row['reviewer_id']) ?? null,
    addresseeGroups: row['groups'],
    addressees: known.addressed.map((one) => ({
      unitId: one['unit_id'],
      picId: one['pic_id'],
      nominationDueOn: one['nomination_due_on'],
      unit: known.units.get(one['unit_id']),
      pic: known.people.get(one['pic_id']) ?? null,
    })),
    isCascading: row['is_cascading'],
    gaps: [],
    isLate: Number(progress['late']) > 0,
    progress,
    version: row['version'],
  };
}

process.once(
  'SIGTERM',
  () =>
    void server
      .close()
      .then(() => database.close())
      .then(() => process.exit(0)),
);
// The line it is waited for.
process.stdout.write(`${await server.listen({ port: 0, host: '127.0.0.1' })}\n`);
