import type { Generated, JSONColumnType } from 'kysely';

/**
 * Every table with its row. Modules add theirs by declaration merging from their own `tables.ts`, so this file knows no module
 * and a table is declared where it is used:
 *
 *     declare module '#database/schema' { interface Database { 'directives.task': TaskTable } }
 */
export interface Database {
  'platform.audit': AuditTable;
  'platform.audit_head': AuditHeadTable;
  'platform.idempotency': IdempotencyTable;
  'platform.setting': SettingTable;
  'platform.sent_mail': SentMailTable;
}

export interface AuditTable {
  seq: number;
  at: Date;
  actor_id: string | null;
  action: string;
  object: string;
  object_id: string;
  /** Canonical JSON as text: the hash is over these very characters. */
  data: string;
  previous_hash: string;
  hash: string;
}
interface AuditHeadTable {
  only: Generated<boolean>;
  seq: number;
  hash: string;
}
interface IdempotencyTable {
  actor_key: string;
  key: string;
  endpoint: string;
  request_hash: string;
  status: number | null;
  reply: string | null;
  at: Date;
}
interface SettingTable {
  name: string;
  value: JSONColumnType<Record<string, unknown>>;
}
interface SentMailTable {
  id: string;
  at: Date;
  to_name: string;
  to_address: string;
  subject: string;
  body: string;
  calendar: string | null;
}
