import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { Actor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Context, RequestFacts } from '#platform/context';
import { NotSignedIn } from '#platform/errors';
import type { FileStore } from '#platform/files';
import { languageOf } from '#platform/language';
import type { Mailer } from '#platform/mail';

/** What a request's context is made of. */
export interface ContextOptions {
  readonly db: Kysely<Database>;
  readonly files: FileStore;
  readonly mailer: Mailer;
  readonly areasFolder: string;
  readonly clock: Clock;
  readonly publicUrl: string;
  /** Who asks, from the request's cookie; null when nobody is signed in. */
  readonly resolveActor: (context: Context<null>) => Promise<Actor | null>;
}

/** Builds the context of a request. @throws NotSignedIn unless `isOpen`. */
export type ContextOf = (request: FastifyRequest, reply: FastifyReply, isOpen: boolean) => Promise<Context<Actor | null>>;

function factsOf(options: ContextOptions, request: FastifyRequest, reply: FastifyReply): RequestFacts {
  const isSecure = options.publicUrl.startsWith('https:');
  // Lax, not Strict: an invitation mail's link must find its reader signed in. Changes are guarded by the origin check besides.
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const;
  return {
    remoteAddress: request.ip,
    publicUrl: options.publicUrl,
    cookie: (name) => request.cookies[name],
    setCookie: (name, value, maxAge) => void reply.setCookie(name, value, { ...attributes, maxAge }),
    clearCookie: (name) => void reply.clearCookie(name, attributes),
  };
}

/** Makes the function that turns a request into its context. */
export function contextOf(options: ContextOptions): ContextOf {
  return async (request, reply, isOpen) => {
    const anonymous: Context<null> = {
      db: options.db,
      now: options.clock.now(),
      actor: null,
      language: languageOf(request.headers['accept-language']),
      files: options.files,
      mailer: options.mailer,
      areasFolder: options.areasFolder,
      request: factsOf(options, request, reply),
    };
    const actor = await options.resolveActor(anonymous);
    if (!actor && !isOpen) throw new NotSignedIn();
    return { ...anonymous, actor };
  };
}
