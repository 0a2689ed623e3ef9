import type { FastifyInstance, InjectOptions } from 'fastify';

/** `fetch` that hands requests to the server without a socket, so that tests run what a client runs. */
export function injectFetch(server: FastifyInstance, cookie: string): typeof globalThis.fetch {
  return async (input, init = {}) => {
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    const payload = await payloadOf(init.body, headers);
    const response = await server.inject({
      method: (init.method ?? 'GET') as NonNullable<InjectOptions['method']>,
      url: input instanceof Request ? input.url : input.toString(),
      headers: Object.fromEntries(headers),
      ...(payload && { payload }),
    });
    const replyHeaders = Object.entries(response.headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => [name, String(one)] as [string, string]),
    );
    return new Response(response.statusCode === 204 ? null : new Uint8Array(response.rawPayload), {
      status: response.statusCode,
      headers: replyHeaders,
    });
  };
}

async function payloadOf(body: RequestInit['body'], headers: Headers): Promise<Buffer | null> {
  if (body === undefined || body === null) return null;
  const encoded = new Response(body);
  const type = encoded.headers.get('content-type');
  if (type && !headers.has('content-type')) headers.set('content-type', type);
  return Buffer.from(await encoded.arrayBuffer());
}
