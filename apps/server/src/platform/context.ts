import type { Kysely, Transaction as KyselyTransaction } from 'kysely';
import type { Database } from '#database/schema';
import type { Actor } from '#platform/actor';
import type { FileStore } from '#platform/files';
import type { Language } from '#platform/language';
import type { Mailer } from '#platform/mail';

/** Cookies, headers and addresses, for the few routes that sign people in. */
export interface RequestFacts {
  readonly remoteAddress: string;
  readonly publicUrl: string;
  cookie(name: string): string | undefined;
  setCookie(name: string, value: string, maxAgeSeconds: number): void;
  clearCookie(name: string): void;
}

/** What every query and command gets: the database, the moment, who asks and in which language. */
export interface Context<A extends Actor | null = Actor> {
  readonly db: Kysely<Database>;
  readonly now: Date;
  readonly actor: A;
  readonly language: Language;
  readonly files: FileStore;
  readonly mailer: Mailer;
  /** Where the files of the city's areas lie. */
  readonly areasFolder: string;
  readonly request: RequestFacts;
}

/** One line of the audit log. `data` holds ids and values, never passwords, tokens or contact data. */
export interface AuditLine {
  readonly action: string;
  readonly object: string;
  readonly objectId: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * Something that happened, in the past tense, told by one module to those above it. Each event has a file in `events/` that
 * declares its payload. Stored with the change that caused it and delivered at least once, so reactions are idempotent.
 */
export interface DomainEvent {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Work to be done soon, once, by whichever process is free; `startAfter` delays it. */
export interface Job {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * A context inside one database transaction. Rows, audit lines, events, jobs and live notices are kept together or not at all;
 * the last four are collected and written just before the commit.
 */
export interface Transaction<A extends Actor | null = Actor> extends Context<A> {
  readonly db: KyselyTransaction<Database>;
  newId(): string;
  audit(line: AuditLine): void;
  publish(event: DomainEvent): void;
  enqueue(job: Job): void;
  /** Tells live readers of `topic` (`meeting:<id>`) that it changed. */
  touch(...topics: readonly string[]): void;
}
