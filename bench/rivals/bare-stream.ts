/** A stream of change notices without a house around it: a change asked for is written at once to everybody who listens. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const listeners = new Set<ServerResponse>();
const server = createServer((request, response) => {
  if (request.method === 'POST') {
    for (const listener of listeners) listener.write('event: changed\ndata: bare\n\n');
    response.writeHead(204).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': here\n\n');
  listeners.add(response);
  response.once('close', () => listeners.delete(response));
});
server.listen(0, '127.0.0.1', () => {
  // The line it is waited for.
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
