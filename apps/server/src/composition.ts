import type { Logger } from 'pino';
import type { OpenDatabase } from '#database/open';
import type { Clock } from '#platform/clock';
import type { Context } from '#platform/context';
import type { FileStore } from '#platform/files';
import { healthRoute } from '#platform/health';
import { openJobs, type Jobs } from '#platform/jobs';
import type { Mailer } from '#platform/mail';
import type { Module, Route } from '#platform/module';
import { reactionJobs } from '#platform/reaction-jobs';
import { transactor, type Transactor } from '#platform/transaction';
import { identityModule, type IdentityOptions } from '#modules/identity';
import { directivesModule } from '#modules/directives';
import { programmesModule } from '#modules/programmes';
import { meetingsModule } from '#modules/meetings';
import { todayModule } from '#modules/today';

/** What the composition root is given from outside. */
export interface CompositionOptions {
  readonly database: OpenDatabase;
  readonly clock: Clock;
  readonly files: FileStore;
  readonly mailer: Mailer;
  /** Where the files of the city's areas lie. */
  readonly areasFolder: string;
  readonly logger: Logger;
  readonly publicUrl: string;
  readonly isEmbedded: boolean;
  /** Whether this process runs jobs by itself; tests settle them on purpose. */
  readonly isWorking: boolean;
  readonly version: string;
  readonly identity: IdentityOptions;
}

/** The modules put together, without a server: enough for the demo's people to act. */
export interface Composition {
  readonly jobs: Jobs;
  readonly transactor: Transactor;
  readonly modules: readonly Module[];
  /** Who asks, by the cookie of the request. */
  readonly resolveActor: ReturnType<typeof identityModule>['resolveActor'];
  /** Every route, by which the demo's people act and a server answers. */
  readonly routes: readonly Route[];
  /** A context with nobody signed in, for jobs, the demo's story and tests. */
  readonly systemContext: () => Context<null>;
  /** Puts the recurring jobs into the queue now, because their hours pass unseen when the demo's clock is moved; some replaced by others, or (null) left out. */
  runRecurring(instead?: Readonly<Record<string, string | null>>): Promise<void>;
  close(): Promise<void>;
}

/** Puts the modules together. The only list of modules there is; lower ones first. */
export async function compose(options: CompositionOptions): Promise<Composition> {
  const identity = identityModule(options.identity);
  const working: readonly Module[] = [identity.module, directivesModule, programmesModule, meetingsModule];
  const modules: readonly Module[] = [...working, todayModule(working)];
  const reactions = modules.flatMap((module) => module.reactions ?? []);
  const definitions = [...modules.flatMap((module) => module.jobs ?? []), ...reactionJobs(reactions)];
  const systemContext = (): Context<null> => ({
    db: options.database.db,
    now: options.clock.now(),
    actor: null,
    language: 'id',
    files: options.files,
    mailer: options.mailer,
    areasFolder: options.areasFolder,
    request: {
      remoteAddress: 'system',
      publicUrl: options.publicUrl,
      cookie: () => undefined,
      setCookie: () => undefined,
      clearCookie: () => undefined,
    },
  });
  const transact = transactor({ jobs: () => jobs, reactions });
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  const jobs = await openJobs({
    db: options.database,
    definitions,
    isWorking: options.isWorking,
    onError: (error) => options.logger.error({ err: error }, 'jobs'),
    run: async (name, payloads) => {
      const definition = byName.get(name);
      if (!definition) options.logger.error({ job: name }, 'job of an unknown kind');
      else if (definition.runTogether)
        return transact.run(systemContext(), (transaction) => definition.runTogether!(transaction, payloads as never));
      else await transact.run(systemContext(), (transaction) => definition.run(transaction, payloads[0] as never));
      return payloads.map(() => null);
    },
  });
  return {
    jobs,
    transactor: transact,
    modules,
    resolveActor: identity.resolveActor,
    routes: [healthRoute(options), ...modules.flatMap((module) => module.routes)],
    systemContext,
    runRecurring: async (instead = {}) => {
      const recurring = definitions.filter(({ cron }) => cron !== undefined);
      await jobs.store(
        options.database,
        recurring.flatMap(({ name }) => {
          const named = name in instead ? instead[name] : name;
          return named == null ? [] : [{ name: named, payload: {} }];
        }),
      );
      jobs.wake();
    },
    close: () => jobs.stop(),
  };
}
