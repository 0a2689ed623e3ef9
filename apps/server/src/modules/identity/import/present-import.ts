import type { importPreview } from '@makaverse/contract/identity-import';
import type { z } from 'zod';
import { text, type Language } from '#platform/language';
import type { ImportedRow } from '../domain/import-row.ts';
import type { ImportRecord } from './import-file.ts';

const shownWrong = 500;
const shownGood = 50;

/** An import with its faults in the reader's words: all wrong rows up to a limit, and the first good ones. */
export function presentImport(row: ImportRecord, language: Language): z.infer<typeof importPreview> {
  const count = (change: ImportedRow['change']): number => row.rows.filter((one) => one.change === change).length;
  const wrong = row.rows.filter((one) => one.change === 'wrong').slice(0, shownWrong);
  const good = row.rows.filter((one) => one.change !== 'wrong').slice(0, shownGood);
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    isApplied: row.applied_at !== null,
    counts: { rows: row.rows.length, new: count('new'), changed: count('changed'), same: count('same'), wrong: count('wrong') },
    rows: [...wrong, ...good].map((one) => ({
      row: one.row,
      change: one.change,
      values: { ...one.values },
      errors: one.errors.map((fault) => ({ column: fault.column, message: text(language, `importFaults.${fault.code}`, fault.params) })),
    })),
  };
}
