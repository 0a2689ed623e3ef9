import { createHash } from 'node:crypto';
import { type Kysely, type Transaction as KyselyTransaction } from 'kysely';
import type { AuditTable, Database } from '#database/schema';
import type { AuditLine } from '#platform/context';

/** Hash of the line before the first. */
export const chainStart = '0'.repeat(64);

/** JSON with keys in code-point order at every depth, so equal data give equal text (after RFC 8785). */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

/** SHA-256 over the line and the hash before it: changing any earlier line breaks every later hash. */
export function hashOf(line: Omit<AuditTable, 'hash'>): string {
  const parts = [line.seq, line.at.toISOString(), line.actor_id, line.action, line.object, line.object_id, line.data, line.previous_hash];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * Words as the log keeps them: the log proves that they were these words, but whoever reads it (who keeps the installation, the
 * inspectorate) does not read what was said in a meeting.
 */
export function digestOf(words: string | null): string | null {
  return words === null ? null : `sha256:${createHash('sha256').update(words).digest('hex')}`;
}

/** Appends lines at the end of the chain. Called last in a transaction: the end of the chain stays locked until its commit. */
export async function appendAudit(options: {
  db: KyselyTransaction<Database>;
  at: Date;
  actorId: string | null;
  lines: readonly AuditLine[];
}): Promise<void> {
  if (options.lines.length === 0) return;
  const head = await options.db.selectFrom('platform.audit_head').select(['seq', 'hash']).forUpdate().executeTakeFirstOrThrow();
  let { seq, hash } = head;
  const rows: AuditTable[] = options.lines.map((line) => {
    const unhashed = {
      seq: (seq += 1),
      at: options.at,
      actor_id: options.actorId,
      action: line.action,
      object: line.object,
      object_id: line.objectId,
      data: canonicalJson(line.data ?? {}),
      previous_hash: hash,
    };
    return { ...unhashed, hash: (hash = hashOf(unhashed)) };
  });
  await options.db
    .with('appended', (db) => db.insertInto('platform.audit').values(rows))
    .updateTable('platform.audit_head')
    .set({ seq, hash })
    .execute();
}

/** What a walk along the chain found. */
export interface ChainReport {
  readonly lines: number;
  readonly lastHash: string;
  /** The first line that does not fit, or null when all do. */
  readonly broken: { readonly seq: number; readonly why: 'gap' | 'link' | 'content' | 'head' } | null;
}

/** Walks the whole chain in pages; constant memory. */
export async function verifyChain(db: Kysely<Database>, pageSize = 5000): Promise<ChainReport> {
  let seq = 0;
  let hash = chainStart;
  for (;;) {
    const page = await db.selectFrom('platform.audit').selectAll().where('seq', '>', seq).orderBy('seq').limit(pageSize).execute();
    if (page.length === 0) break;
    for (const line of page) {
      const why = line.seq !== seq + 1 ? 'gap' : line.previous_hash !== hash ? 'link' : hashOf(line) !== line.hash ? 'content' : null;
      if (why) return { lines: seq, lastHash: hash, broken: { seq: seq + 1, why } };
      ({ seq, hash } = line);
    }
  }
  const head = await db.selectFrom('platform.audit_head').select(['seq', 'hash']).executeTakeFirst();
  // A chain cut off at its end still fits in itself; the head remembers how long it was.
  const isWhole = head?.seq === seq && head.hash === hash;
  return { lines: seq, lastHash: hash, broken: isWhole ? null : { seq: seq + 1, why: 'head' } };
}
