import { witaDate } from '@makaverse/calendar';
import type { Programme, programmeFields } from '@makaverse/contract/programmes';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Transaction } from '#platform/context';
import { EditConflict, NotAllowed, RecordMissing } from '#platform/errors';
import { searchText } from '#platform/search-text';
import { reviewingOfficeOf, unitTree } from '#modules/identity';
import { NominationDayPassed, ProgrammeNumberTaken, ReviewerWithoutOffice, UnitNotOfToday } from '../domain/broken-rules.ts';
import { mayKeepProgrammes } from '../policy.ts';
import { programmeById } from '../queries/programmes-page.ts';
import type { ProgrammeRow } from '../tables.ts';
import { moveByItself } from './move-by-itself.ts';
import { openProgrammeSeats } from './open-seats.ts';
import { tellWhoseTurn } from './tell-of-move.ts';

type Fields = z.output<typeof programmeFields>;

/** Starts a programme; each of its units owes the name of a person in charge until the day. */
export async function startProgramme(tx: Transaction, fields: Fields): Promise<Programme> {
  if (!mayKeepProgrammes(tx.actor)) throw new NotAllowed();
  const columns = await checkedColumns(tx, fields);
  const unitIds = await unitsOfToday(tx, fields.unitIds);
  refusePassedDay(tx, fields);
  await refuseTakenNumber(tx, { id: null, number: fields.number });
  const row = await tx.db
    .insertInto('programmes.programme')
    .values({
      ...columns,
      id: tx.newId(),
      is_example: fields.isExample ?? false,
      source: fields.source || null,
      created_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await writeUnits(tx, row.id, unitIds);
  await openProgrammeSeats(tx, row, { unitIds, nominationDueOn: fields.nominationDueOn });
  tx.audit({ action: 'programme.started', object: 'programme', objectId: row.id, data: { number: row.number, name: row.name, unitIds } });
  tx.touch(`programme:${row.id}`);
  return programmeById(tx, row.id);
}

/** Corrects a programme: units newly named owe a name, units left out are released, the others go on as they stand. */
export async function changeProgramme(
  tx: Transaction,
  asked: Fields & { readonly id: string; readonly version: number },
): Promise<Programme> {
  if (!mayKeepProgrammes(tx.actor)) throw new NotAllowed();
  const before = await tx.db.selectFrom('programmes.programme').selectAll().where('id', '=', asked.id).forUpdate().executeTakeFirst();
  if (!before) throw new RecordMissing();
  if (before.version !== asked.version) throw new EditConflict(await programmeById(tx, before.id));
  const columns = await checkedColumns(tx, asked);
  await refuseTakenNumber(tx, asked);
  const kept = await unitIdsOf(tx, before.id);
  const unitIds = await unitsOfToday(tx, asked.unitIds, kept);
  const added = unitIds.filter((id) => !kept.includes(id));
  if (added.length > 0) refusePassedDay(tx, asked);
  const row = await tx.db
    .updateTable('programmes.programme')
    .set({
      ...columns,
      ...(asked.isExample !== undefined && { is_example: asked.isExample }),
      ...(asked.source !== undefined && { source: asked.source || null }),
      version: before.version + 1,
    })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await releaseUnits(
    tx,
    row.id,
    kept.filter((id) => !unitIds.includes(id)),
  );
  await renameSeats(tx, { before, row });
  await writeUnits(tx, row.id, unitIds);
  await openProgrammeSeats(tx, row, { unitIds: added, nominationDueOn: asked.nominationDueOn });
  tx.audit({ action: 'programme.changed', object: 'programme', objectId: row.id, data: { number: row.number, name: row.name, unitIds } });
  tx.touch(`programme:${row.id}`);
  return programmeById(tx, row.id);
}

type Columns = Pick<ProgrammeRow, 'number' | 'name' | 'outcome' | 'field' | 'reviewer_id' | 'reviewer_unit_id' | 'search'>;

async function checkedColumns(tx: Transaction, fields: Fields): Promise<Columns> {
  const { number, name, outcome, field, reviewerId } = fields;
  const office = await reviewingOfficeOf(tx.db, reviewerId, tx.now);
  if (office === null) throw new ReviewerWithoutOffice();
  const search = searchText(String(number), name, outcome, field);
  return { number, name, outcome, field, reviewer_id: reviewerId, reviewer_unit_id: office, search };
}

/** Each unit once; those that were in it may have closed since. */
async function unitsOfToday(tx: Transaction, unitIds: readonly string[], known: readonly string[] = []): Promise<string[]> {
  const tree = await unitTree(tx.db, witaDate(tx.now));
  const once = [...new Set(unitIds)];
  if (once.some((id) => !tree.get(id) && !known.includes(id))) throw new UnitNotOfToday();
  return once;
}

function refusePassedDay(tx: Transaction, { nominationDueOn }: Fields): void {
  if (nominationDueOn < witaDate(tx.now)) throw new NominationDayPassed();
}

async function refuseTakenNumber(tx: Transaction, { id, number }: { id: string | null; number: number }): Promise<void> {
  const { db } = tx;
  // Numbers are given one at a time, so that of two who want one the second sees the first.
  await sql`select pg_advisory_xact_lock(hashtext('programmes.number'))`.execute(db);
  const other = await db
    .selectFrom('programmes.programme')
    .select('id')
    .where('number', '=', number)
    .$if(id !== null, (query) => query.where('id', '<>', id))
    .executeTakeFirst();
  if (other) throw new ProgrammeNumberTaken(number);
}

async function unitIdsOf(tx: Transaction, programmeId: string): Promise<string[]> {
  const rows = await tx.db.selectFrom('programmes.programme_unit').select('unit_id').where('programme_id', '=', programmeId).execute();
  return rows.map((row) => row.unit_id);
}

async function writeUnits(tx: Transaction, programmeId: string, unitIds: readonly string[]): Promise<void> {
  await tx.db.deleteFrom('programmes.programme_unit').where('programme_id', '=', programmeId).execute();
  await tx.db
    .insertInto('programmes.programme_unit')
    .values(unitIds.map((unitId, position) => ({ programme_id: programmeId, unit_id: unitId, position })))
    .execute();
}

async function releaseUnits(tx: Transaction, programmeId: string, unitIds: readonly string[]): Promise<void> {
  const rows = await tx.db
    .selectFrom('programmes.nomination')
    .selectAll()
    .where('seat_kind', '=', 'programme')
    .where('seat_id', '=', programmeId)
    .where('unit_id', '=', sql<string>`any(${[...unitIds]}::uuid[])`)
    .where('state', '<>', 'cancelled')
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const row of rows) await moveByItself(tx, row, { move: 'cancel', byId: tx.actor.personId, at: tx.now });
}

/** What a seat is about stands beside it, and follows the programme; a new reviewer learns of the proposals that now wait for him. */
async function renameSeats(tx: Transaction, { before, row }: { before: ProgrammeRow; row: ProgrammeRow }): Promise<void> {
  const renamed = await tx.db
    .updateTable('programmes.nomination')
    .set({
      subject_number: String(row.number),
      subject_title: row.name,
      reviewer_id: row.reviewer_id,
      reviewer_unit_id: row.reviewer_unit_id,
      search: searchText(String(row.number), row.name),
      version: sql<number>`version + 1`,
    })
    .where('seat_kind', '=', 'programme')
    .where('seat_id', '=', row.id)
    .where('state', '<>', 'cancelled')
    .returningAll()
    .execute();
  tx.touch(...renamed.map(({ id }) => `nomination:${id}`));
  if (before.reviewer_id === row.reviewer_id) return;
  for (const seat of renamed) if (seat.state === 'proposed') await tellWhoseTurn(tx, seat);
}
