import { deepStrictEqual } from 'node:assert';
import type { EndpointShape, ReplyOf } from '@makaverse/contract/endpoint';

/** Checks a reply against its contract: nothing missing, nothing wrong, and nothing more than was promised. */
export function checkReply<E extends EndpointShape>(endpoint: E, reply: ReplyOf<E>): ReplyOf<E> {
  if (!endpoint.reply) return reply;
  const promised = endpoint.reply.parse(reply);
  deepStrictEqual(reply, promised, `${endpoint.id} answers with more than its contract says`);
  return reply;
}
