import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, validatorCompiler } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { replyWithProblem } from '#platform/http-problem';
import { contextOf, type ContextOf, type ContextOptions } from '#platform/http-context';
import { mountRoute } from '#platform/http-route';
import type { Route } from '#platform/module';
import { replyWriter } from '#platform/reply-writer';
import { securityHeaders } from '#platform/security-headers';
import type { Transactor } from '#platform/transaction';

/** Everything the HTTP layer is given by the composition root. */
export interface HttpOptions extends ContextOptions {
  readonly routes: readonly Route[];
  readonly transactor: Transactor;
  readonly logger: Logger;
  /** Whose word to take for a visitor's address: nobody's, that many proxies in front, or proxies at these addresses. */
  readonly trustProxy: false | number | readonly string[];
  readonly requestsPerMinute: number;
  readonly version: string;
}

/** Which hops back from us are believed; the nearest is number 0. */
function trustOf(proxies: HttpOptions['trustProxy']): false | string[] | ((address: string, hop: number) => boolean) {
  if (typeof proxies === 'number') return (_address, hop) => hop < proxies;
  return proxies === false ? false : [...proxies];
}

/** A Fastify server with every route mounted, ready to listen. */
export async function buildHttp(options: HttpOptions): Promise<{ server: FastifyInstance; contextOf: ContextOf }> {
  const server: FastifyInstance = fastify({
    loggerInstance: options.logger as FastifyBaseLogger,
    trustProxy: trustOf(options.trustProxy),
    bodyLimit: 1_048_576,
    logController: new LogController({ disableRequestLogging: true }),
    // On stopping, requests under way are finished; streams end themselves.
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(replyWriter);
  server.setErrorHandler(replyWithProblem);
  await server.register(cookie);
  const headers = securityHeaders(options.publicUrl.startsWith('https:'));
  server.addHook('onRequest', (_request, reply, done) => {
    // On the reply itself: streams that write to it directly carry them too.
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    done();
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
