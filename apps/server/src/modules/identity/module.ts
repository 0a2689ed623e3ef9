import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import type { Module } from '#platform/module';
import type { IdentityOptions } from './identity-options.ts';
import { identityJobs } from './jobs.ts';
import { pushRoutes } from './push/routes.ts';
import { searchDirectory } from './queries/search-directory.ts';
import { actorResolver } from './resolve-actor.ts';
import { delegationRoutes } from './routes/delegations.ts';
import { importRoutes } from './routes/imports.ts';
import { oidcRoutes } from './routes/oidc.ts';
import { passkeyRoutes } from './routes/passkeys.ts';
import { passwordRoutes } from './routes/password.ts';
import { peopleRoutes } from './routes/people.ts';
import { sessionRoutes } from './routes/session.ts';
import { setUpRoutes } from './routes/set-up.ts';
import { systemRoutes } from './routes/system.ts';
import { unitRoutes } from './routes/units.ts';

/** Units, people, positions, sign-in, rights, delegation, audit. Also tells the HTTP layer who asks. */
export function identityModule(options: IdentityOptions): {
  module: Module;
  readonly resolveActor: (context: Context<null>) => Promise<Actor | null>;
} {
  return {
    module: {
      name: 'identity',
      routes: [
        ...sessionRoutes(options),
        ...passwordRoutes(options),
        ...passkeyRoutes(options),
        ...oidcRoutes(options),
        ...pushRoutes(options.pusher),
        ...setUpRoutes(options),
        ...unitRoutes,
        ...peopleRoutes(options),
        ...importRoutes(options),
        ...delegationRoutes,
        ...systemRoutes(options),
      ],
      jobs: identityJobs(options),
      search: searchDirectory,
      // The directory is open to everybody who is signed in.
      liveTopics: { directory: () => Promise.resolve(true) },
    },
    resolveActor: actorResolver(options.sessionLife),
  };
}
