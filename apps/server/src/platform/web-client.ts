import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { RecordMissing } from '#platform/errors';

/** Serves the built client; every address that is not the API's opens the app, whose router knows the pages. */
export async function serveWebClient(server: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(`${folder}/index.html`);
  if (isBuilt) {
    await server.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      // Built files carry a hash in their name and never change; the page that names them is asked for anew each time.
      setHeaders: (reply, path) =>
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    });
  }
  server.setNotFoundHandler({ preHandler: server.rateLimit() }, async (request, reply) => {
    const wantsPage = request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w{2,5}(\?|$)/.test(request.url);
    if (isBuilt && wantsPage) return reply.sendFile('index.html');
    throw new RecordMissing();
  });
}
