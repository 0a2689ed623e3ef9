import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import type { Actor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Context, RequestFacts } from '#platform/context';
import type { Database } from '#database/schema';
import type { FileStore } from '#platform/files';
import type { Mailer } from '#platform/mail';
import type { Kysely } from 'kysely';
import { NotSignedIn } from '#platform/errors';
import { replyWithProblem } from '#platform/http-problem';
import { mountRoute } from '#platform/http-route';
import { languageOf } from '#platform/language';
import type { Route } from '#platform/module';
import type { Transactor } from '#platform/transaction';
import swagger from '@fastify/swagger';

/** Everything the HTTP layer is given by the composition root. */
export interface HttpOptions {
  readonly routes: readonly Route[];
  readonly db: Kysely<Database>;
  readonly files: FileStore;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly transactor: Transactor;
  readonly logger: Logger;
  readonly publicUrl: string;
  readonly trustProxy: boolean;
  readonly requestsPerMinute: number;
  readonly version: string;
  /** Who asks, from the request's cookie; null when nobody is signed in. */
  readonly resolveActor: (context: Context<null>) => Promise<Actor | null>;
}

/** Builds the context of a request. @throws NotSignedIn unless `isOpen`. */
export type ContextOf = (request: FastifyRequest, reply: FastifyReply, isOpen: boolean) => Promise<Context<Actor | null>>;

function factsOf(options: HttpOptions, request: FastifyRequest, reply: FastifyReply): RequestFacts {
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

function contextOf(options: HttpOptions): ContextOf {
  return async (request, reply, isOpen) => {
    const anonymous: Context<null> = {
      db: options.db,
      now: options.clock.now(),
      actor: null,
      language: languageOf(request.headers['accept-language']),
      files: options.files,
      mailer: options.mailer,
      request: factsOf(options, request, reply),
    };
    const actor = await options.resolveActor(anonymous);
    if (!actor && !isOpen) throw new NotSignedIn();
    return { ...anonymous, actor };
  };
}

/** A Fastify server with every route mounted, ready to listen. */
export async function buildHttp(options: HttpOptions): Promise<{ server: FastifyInstance; contextOf: ContextOf }> {
  const server: FastifyInstance = fastify({
    loggerInstance: options.logger as FastifyBaseLogger,
    trustProxy: options.trustProxy,
    bodyLimit: 1_048_576,
    disableRequestLogging: true,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler(replyWithProblem);
  await server.register(cookie);
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        ...(options.publicUrl.startsWith('https:') && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: options.publicUrl.startsWith('https:') && { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'same-origin' },
  });
  await server.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => request.cookies['makaverse'] ?? request.ip,
  });
  await server.register(multipart, { limits: { files: 1, fields: 20, fieldSize: 100_000 }, throwFileSizeLimit: true });
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Makaverse',
        version: options.version,
        description: 'From a spoken directive to a finished programme. Everything the app does, this API does.',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'makaverse' } } },
    },
    transform: jsonSchemaTransform,
  });
  server.addHook('onResponse', (request, reply, done) => {
    // The route's pattern, not the address: addresses carry record ids and searched words.
    request.log.info(
      { method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
    done();
  });
  const makeContext = contextOf(options);
  for (const route of options.routes)
    mountRoute({ server, route, contextOf: makeContext, transactor: options.transactor, publicUrl: options.publicUrl });
  return { server, contextOf: makeContext };
}
