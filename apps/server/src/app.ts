import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { buildHttp, type HttpOptions } from '#platform/http';
import { LiveHub } from '#platform/live';
import { mountLiveStream } from '#platform/live-stream';
import { serveWebClient } from '#platform/web-client';
import { compose, type Composition, type CompositionOptions } from './composition.ts';

/** What an application needs beyond its modules: how it answers over HTTP. */
export interface AppOptions extends CompositionOptions {
  readonly trustProxy: HttpOptions['trustProxy'];
  readonly requestsPerMinute: number;
  /** Folder of the built client. */
  readonly webFolder: string | null;
}

/** An application with its server, not yet listening. */
export interface App extends Composition {
  readonly server: FastifyInstance;
}

/** Puts the modules behind a server: the API, the live stream, its documentation and the client. */
export async function createApp(options: AppOptions): Promise<App> {
  const composition = await compose(options);
  const { modules, routes, transactor, resolveActor } = composition;
  const hub = new LiveHub();
  await hub.open(options.database.url);
  const { server, contextOf } = await buildHttp({ ...options, db: options.database.db, transactor, resolveActor, routes });
  mountLiveStream({ server, hub, modules, contextOf });
  server.get('/api/openapi.json', { schema: { hide: true } }, () => server.swagger());
  await server.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
  if (options.webFolder) await serveWebClient(server, options.webFolder);
  return {
    ...composition,
    server,
    // In this order: no new requests, no new jobs, then what they stood on.
    close: async () => {
      await server.close();
      await composition.close();
      await hub.close();
    },
  };
}
