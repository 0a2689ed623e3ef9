/** Import of units and people from CSV and XLSX: previewed, judged row by row, applied whole or not at all. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id } from './primitives.ts';

export const importKind = z.enum(['units', 'people']);
export const importRow = z.object({
  row: z.number().int(),
  change: z.enum(['new', 'changed', 'same', 'wrong']),
  values: z.record(z.string(), z.string()),
  errors: z.array(z.object({ column: z.string(), message: z.string() })),
});
export const importPreview = z.object({
  id,
  kind: importKind,
  fileName: z.string(),
  isApplied: z.boolean(),
  counts: z.object({ rows: z.number(), new: z.number(), changed: z.number(), same: z.number(), wrong: z.number() }),
  /** All wrong rows (at most 500) and the first 50 good ones. */
  rows: z.array(importRow),
});
export const previewImport = endpoint({
  id: 'identity.preview-import',
  method: 'POST',
  path: '/api/imports',
  door: 'command',
  summary: 'Read a CSV or XLSX file and judge it row by row; writes no unit and no person',
  upload: { maxBytes: 20_000_000 },
  body: z.object({ kind: importKind }),
  reply: importPreview,
});
export const readImport = endpoint({
  id: 'identity.read-import',
  method: 'GET',
  path: '/api/imports/{id}',
  door: 'item',
  summary: 'An import as previewed or applied',
  params: byId,
  reply: importPreview,
});
export const applyImport = endpoint({
  id: 'identity.apply-import',
  method: 'POST',
  path: '/api/imports/{id}/apply',
  door: 'command',
  summary: 'Write a previewed import; refused while one row is wrong',
  params: byId,
  reply: importPreview,
});
