import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, ProblemError, type Arguments } from '@makaverse/client/call';
import type { EndpointShape, ReplyOf } from '@makaverse/contract/endpoint';
import type { Problem } from '@makaverse/contract/problem';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Kysely } from 'kysely';
import { pino } from 'pino';
import { createApp, type App } from '#app';
import type { Database } from '#database/schema';
import type { Actor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Context, Transaction } from '#platform/context';
import { makassarAreas } from '#config';
import { diskFiles } from '#platform/files-disk';
import type { Mail, Mailer } from '#platform/mail';
import { webPusher } from '#platform/push/pusher';
import { vapidKeysOfInstallation } from '#platform/push/vapid-keys';
import type { IdentityOptions } from '#modules/identity';
import { actorOf, usualLife } from '#modules/identity';
import { keepSession } from '../modules/identity/commands/keep-session.ts';
import { checkReply } from './check-reply.ts';
import { injectFetch } from './inject-fetch.ts';
import { freshDatabase } from './test-database.ts';

export { ProblemError };

/** A clock that stands still until it is set. */
export class TestClock implements Clock {
  #now: Date;
  constructor(start: string) {
    this.#now = new Date(start);
  }
  now(): Date {
    return new Date(this.#now);
  }
  set(instant: string | Date): void {
    this.#now = new Date(instant);
  }
  advanceHours(hours: number): void {
    this.#now = new Date(this.#now.getTime() + hours * 3_600_000);
  }
}

type Needed<A> = {} extends A ? [args?: A] : [args: A];
/** Calls an endpoint as one person; the reply is checked strictly against the contract. Refusals are thrown as ProblemError. */
export type CallAs = <E extends EndpointShape>(endpoint: E, ...args: Needed<Arguments<E>>) => Promise<ReplyOf<E>>;

/** Someone a test acts as: a person's id or whatever carries it. */
export type Somebody = string | { readonly id: string } | null;

/** A composed application on a database of its own, under a clock of its own. */
export interface Harness {
  readonly app: App;
  readonly db: Kysely<Database>;
  readonly databaseUrl: string;
  readonly clock: TestClock;
  /** Mail that left, oldest first. */
  readonly letters: Mail[];
  as(who: Somebody, language?: 'id' | 'en'): CallAs;
  /** A request as it is, with the person's cookie. */
  callRaw(who: Somebody, request: InjectOptions): Promise<LightMyRequestResponse>;
  cookieOf(who: Somebody): Promise<string>;
  /** A context with the person's rights, to call queries by hand. */
  contextOf(who: { readonly id: string }): Promise<Context>;
  /** Work in one transaction, as a person or as the system. */
  transact<R>(who: { readonly id: string } | null, work: (transaction: Transaction<Actor | null>) => Promise<R>): Promise<R>;
  /** Runs the jobs that are due, reactions and mail among them, until none is left. */
  settle(): Promise<void>;
  /** The problem a call was refused with; fails when it was not. */
  refusal(call: Promise<unknown>): Promise<Problem>;
  close(): Promise<void>;
}

const idOf = (who: string | { readonly id: string }): string => (typeof who === 'string' ? who : who.id);

/** Starts one; close it in `afterAll`. */
export async function startHarness(
  options: { now?: string; identity?: Partial<IdentityOptions>; requestsPerMinute?: number; mailer?: Mailer } = {},
): Promise<Harness> {
  const database = await freshDatabase();
  const clock = new TestClock(options.now ?? '2022-03-15T19:00:00+08:00');
  const folder = await mkdtemp(join(tmpdir(), 'makaverse-files-'));
  const letters: Mail[] = [];
  const keys = await vapidKeysOfInstallation(database.db, undefined);
  const pusher = webPusher({ keys, contact: 'mailto:makaverse@makassar.example', isLoopbackAllowed: true });
  const app = await createApp({
    database,
    clock,
    files: diskFiles(folder),
    mailer: options.mailer ?? { send: async (sent) => sent.map((letter) => (letters.push(letter), null)), close: () => Promise.resolve() },
    areasFolder: makassarAreas,
    logger: pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
    publicUrl: 'http://localhost:3000',
    trustProxy: false,
    isEmbedded: true,
    isWorking: false,
    requestsPerMinute: options.requestsPerMinute ?? 1_000_000,
    version: '0.0.0-test',
    identity: { demo: null, oidc: null, setUpCode: null, sessionLife: usualLife, pusher, ...options.identity },
    webFolder: null,
  });
  await app.server.ready();
  const cookies = new Map<string, Promise<string>>();
  const openSession = async (personId: string): Promise<string> => {
    const { token } = await database.db.transaction().execute((db) => keepSession(db, { personId, method: 'password', now: clock.now() }));
    return `makaverse=${token}`;
  };
  const cookieOf = (who: Somebody): Promise<string> => {
    if (who === null) return Promise.resolve('');
    const personId = idOf(who);
    const known = cookies.get(personId) ?? openSession(personId);
    cookies.set(personId, known);
    return known;
  };
  const contextOf = async (who: { readonly id: string }): Promise<Context> => {
    const actor = await actorOf(database.db, who.id, clock.now());
    if (!actor) throw new Error(`${who.id} holds no position at ${clock.now().toISOString()}`);
    return { ...app.systemContext(), actor };
  };
  return {
    app,
    db: database.db,
    databaseUrl: database.url,
    clock,
    letters,
    cookieOf,
    contextOf,
    as: (who, language = 'id') => {
      const cookie = cookieOf(who);
      const call = createClient({
        baseUrl: '',
        language: () => language,
        fetch: async (input, init) => injectFetch(app.server, await cookie)(input, init),
      });
      return async (endpoint, ...[args]) => checkReply(endpoint, await call(endpoint, (args ?? {}) as never));
    },
    callRaw: async (who, request) => {
      const cookie = await cookieOf(who);
      return app.server.inject({ ...request, headers: { ...(cookie && { cookie }), ...request.headers } });
    },
    transact: async (who, work) => {
      const context: Context<Actor | null> = who ? await contextOf(who) : app.systemContext();
      return app.transactor.run(context, work);
    },
    settle: () => app.jobs.settle(),
    refusal: async (call) => {
      const outcome = await call.then(
        () => null,
        (error: unknown) => error,
      );
      if (outcome instanceof ProblemError) return outcome.problem;
      throw outcome ?? new Error('It was not refused.');
    },
    close: async () => {
      await app.close();
      pusher.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
