import { createHash } from 'node:crypto';
import { witaDate } from '@makaverse/calendar';
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '#database/schema';
import type { Transaction } from '#platform/context';
import { DomainError, NotAllowed, RecordMissing } from '#platform/errors';
import type { UploadedFile } from '#platform/module';
import { lockStructure } from '../commands/lock-structure.ts';
import { peopleColumns, unitColumns } from '../domain/import-columns.ts';
import type { ImportedRow } from '../domain/import-row.ts';
import { judgePeople } from '../domain/judge-people.ts';
import { judgeUnits } from '../domain/judge-units.ts';
import { mayKeepDirectory } from '../policy.ts';
import { applyPeople } from './apply-people.ts';
import { applyUnits } from './apply-units.ts';
import { knownDirectory, knownUnits } from './known-directory.ts';
import { readTable, type TableRow } from './read-table.ts';

/** At least one row is wrong, so none is written. */
class ImportHasWrongRows extends DomainError {
  constructor(wrong: number) {
    super('import-has-wrong-rows', 'conflict', { params: { wrong } });
  }
}
/** What was previewed is written already. */
class ImportAlreadyApplied extends DomainError {
  constructor() {
    super('import-already-applied', 'conflict');
  }
}
/** The directory changed since the preview, and rows would now be judged otherwise. */
class ImportOutdated extends DomainError {
  constructor() {
    super('import-outdated', 'conflict');
  }
}

/** An import as it is kept. */
export type ImportRecord = Selectable<Database['identity.import']>;
type Kind = ImportRecord['kind'];

interface Judgement {
  readonly judged: readonly ImportedRow[];
  readonly apply: () => Promise<void>;
}

async function judge(tx: Transaction, kind: Kind, rows: readonly TableRow[], isDemo: boolean): Promise<Judgement> {
  const today = witaDate(tx.now);
  if (kind === 'units') {
    const known = await knownUnits(tx.db);
    const { judged, changes } = judgeUnits(rows, known, today);
    return { judged, apply: () => applyUnits(tx, changes, known) };
  }
  const { judged, changes } = judgePeople(rows, await knownDirectory(tx.db), today);
  return { judged, apply: () => applyPeople(tx, changes, isDemo) };
}

const wrongIn = (rows: readonly ImportedRow[]): number => rows.filter((row) => row.change === 'wrong').length;

/** Reads a file, judges it row by row against today's directory, and keeps the judgement; writes no unit and no person. */
export async function previewImport(tx: Transaction, given: { kind: Kind; file: UploadedFile }): Promise<string> {
  if (!mayKeepDirectory(tx.actor)) throw new NotAllowed();
  const rows = await readTable(given.file.bytes, given.kind === 'units' ? unitColumns : peopleColumns, tx.language);
  const { judged } = await judge(tx, given.kind, rows, false);
  const id = tx.newId();
  await tx.db
    .insertInto('identity.import')
    .values({
      id,
      kind: given.kind,
      file_name: given.file.name.slice(0, 200),
      person_id: tx.actor.personId,
      rows: JSON.stringify(judged),
      created_at: tx.now,
      applied_at: null,
    })
    .execute();
  const sha256 = createHash('sha256').update(given.file.bytes).digest('hex');
  tx.audit({ action: 'import.previewed', object: 'import', objectId: id, data: { kind: given.kind, rows: judged.length, sha256 } });
  return id;
}

/** Writes a previewed import, whole, in one transaction, if the directory still judges it as it did. */
export async function applyImport(tx: Transaction, id: string, isDemo: boolean): Promise<void> {
  if (!mayKeepDirectory(tx.actor)) throw new NotAllowed();
  await lockStructure(tx.db);
  const kept = await tx.db.selectFrom('identity.import').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!kept) throw new RecordMissing();
  if (kept.applied_at !== null) throw new ImportAlreadyApplied();
  if (wrongIn(kept.rows) > 0) throw new ImportHasWrongRows(wrongIn(kept.rows));
  const { judged, apply } = await judge(tx, kept.kind, kept.rows, isDemo);
  if (judged.some((row, index) => row.change !== kept.rows[index]!.change)) throw new ImportOutdated();
  await apply();
  await tx.db.updateTable('identity.import').set({ applied_at: tx.now }).where('id', '=', id).execute();
  tx.audit({ action: 'import.applied', object: 'import', objectId: id, data: { kind: kept.kind, rows: judged.length } });
  tx.touch('directory:units');
}

/** An import as it is kept. @throws RecordMissing */
export async function importRecord(db: Kysely<Database>, id: string): Promise<ImportRecord> {
  const row = await db.selectFrom('identity.import').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new RecordMissing();
  return row;
}
