import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import type { Module } from '#platform/module';
import type { IdentityOptions } from './identity-options.ts';
import { identityJobs } from './jobs.ts';
import { actorResolver } from './resolve-actor.ts';
import { sessionRoutes } from './routes/session.ts';

/** Units, people, positions, sign-in, rights, delegation, audit. Also tells the HTTP layer who asks. */
export function identityModule(options: IdentityOptions): {
  module: Module;
  resolveActor(context: Context<null>): Promise<Actor | null>;
} {
  return {
    module: { name: 'identity', routes: [...sessionRoutes(options)], jobs: identityJobs },
    resolveActor: actorResolver(options.sessionLife),
  };
}
