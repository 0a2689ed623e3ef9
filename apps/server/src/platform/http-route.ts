import type { EndpointShape } from '@makaverse/contract/endpoint';
import { problem } from '@makaverse/contract/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import { z } from 'zod';
import { NotAllowed } from '#platform/errors';
import type { ContextOf } from '#platform/http-context';
import { receiveUpload } from '#platform/http-upload';
import { once } from '#platform/idempotency';
import type { Download, Redirect, Route } from '#platform/module';
import type { Transactor } from '#platform/transaction';

const idempotencyHeader = z.string().min(8).max(100);

/** Fastify writes `:id` where OpenAPI and the contract write `{id}`. */
function fastifyPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function schemaOf(endpoint: EndpointShape, isOpen: boolean): FastifySchema {
  const ok = endpoint.media
    ? { 200: { description: endpoint.summary, content: { [endpoint.media]: { schema: z.string() } } } }
    : endpoint.reply
      ? { 200: endpoint.reply }
      : { 204: z.undefined().describe('done') };
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    tags: [endpoint.id.split('.')[0]!],
    ...(!isOpen && { security: [{ session: [] }] }),
    ...(endpoint.params && { params: endpoint.params }),
    ...(endpoint.query && { querystring: endpoint.query }),
    ...(endpoint.body && !endpoint.upload && { body: endpoint.body }),
    ...(endpoint.upload && { consumes: ['multipart/form-data'] }),
    response: { ...ok, default: { description: 'A refusal (RFC 9457)', content: { 'application/problem+json': { schema: problem } } } },
  } as FastifySchema;
}

/**
 * Refuses changes sent from another site (OWASP, cross-site request forgery): browsers name the origin of every such request.
 * Callers that are no browser send neither header and carry no ambient cookie.
 */
function refuseForeignOrigin(request: FastifyRequest, publicUrl: string): void {
  const origin = request.headers.origin;
  const isSame = origin === undefined || origin === new URL(publicUrl).origin || new URL(origin).host === request.headers.host;
  const site = request.headers['sec-fetch-site'];
  if (!isSame || site === 'cross-site') throw new NotAllowed('foreign-origin');
}

function sendDownload(reply: FastifyReply, endpoint: EndpointShape, result: Download | Redirect): FastifyReply {
  if ('redirectTo' in result) return reply.redirect(result.redirectTo, 303);
  const type = result.mediaType ?? endpoint.media!;
  void reply.header('content-type', type.startsWith('text/') ? `${type}; charset=utf-8` : type);
  // RFC 6266: the plain name for old readers, the encoded one for the rest. What others uploaded is never shown inline.
  const disposition = endpoint.door === 'pdf' ? 'inline' : 'attachment';
  if (result.fileName) {
    const plain = result.fileName.replaceAll(/[^\w.-]+/g, '_');
    void reply.header(
      'content-disposition',
      `${disposition}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(result.fileName)}`,
    );
  }
  return reply.serializer((body: string) => body).send(result.body);
}

/** Mounts one route: parse, actor, handler (inside a transaction when it changes something), reply. */
export function mountRoute(options: {
  server: FastifyInstance;
  route: Route;
  contextOf: ContextOf;
  transactor: Transactor;
  publicUrl: string;
}): void {
  const { server, route, contextOf, transactor, publicUrl } = options;
  const { endpoint } = route;
  server.route({
    method: endpoint.method,
    url: fastifyPath(endpoint.path),
    schema: schemaOf(endpoint, route.isOpen),
    // A form of many small guesses is the one thing worth slowing down for everybody.
    ...(route.isOpen && route.changes && { config: { rateLimit: { max: 30, timeWindow: 60_000 } } }),
    handler: async (request, reply) => {
      if (route.changes) refuseForeignOrigin(request, publicUrl);
      const context = await contextOf(request, reply, route.isOpen);
      const upload = endpoint.upload ? await receiveUpload(request, endpoint) : { file: undefined, body: request.body };
      const input = { params: request.params, query: request.query, body: upload.body, file: upload.file } as never;
      void reply.header('cache-control', 'no-store');
      const result = route.changes ? await change() : await route.handle(context as never, input);
      if (endpoint.media) return sendDownload(reply, endpoint, result as Download | Redirect);
      return endpoint.reply ? result : reply.code(204).send();

      function change(): Promise<unknown> {
        const key = request.headers['idempotency-key'];
        return transactor.run(context, (transaction) => {
          const work = (): Promise<unknown> => route.handle(transaction as never, input);
          if (key === undefined || route.isOpen) return work();
          const content = { params: request.params, query: request.query, body: upload.body, file: upload.file?.name };
          return once(transaction, { key: idempotencyHeader.parse(key), endpoint: endpoint.id, content }, work);
        });
      }
    },
  });
}
