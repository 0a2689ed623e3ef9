import { liveStream } from '@makaverse/contract/system';
import type { FastifyInstance } from 'fastify';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { DomainError, RecordMissing } from '#platform/errors';
import type { ContextOf } from '#platform/http-context';
import type { LiveHub } from '#platform/live';
import type { Module } from '#platform/module';

const heartbeatMs = 20_000;
const maxTopics = 50;

/** More topics in one stream than a page can need. */
export class TooManyTopics extends DomainError {
  constructor() {
    super('too-many-topics', 'invalid', { params: { max: maxTopics } });
  }
}

/** Mounts the one stream of change notices; every topic passes the policy of its record before the stream opens. */
export function mountLiveStream(options: {
  server: FastifyInstance;
  hub: LiveHub;
  modules: readonly Module[];
  contextOf: ContextOf;
}): void {
  const policies = new Map(options.modules.flatMap((module) => Object.entries(module.liveTopics ?? {})));

  async function refuseForeignTopics(context: Context, topics: ReadonlySet<string>): Promise<void> {
    if (topics.size > maxTopics) throw new TooManyTopics();
    for (const topic of topics) {
      const [kind = '', id = ''] = topic.split(':');
      const mayFollow = policies.get(kind);
      if (!mayFollow || !(await mayFollow(context, id))) throw new RecordMissing();
    }
  }

  options.server.route({
    method: 'GET',
    url: liveStream.path,
    schema: { operationId: liveStream.id, summary: liveStream.summary, tags: ['system'], querystring: liveStream.query },
    handler: async (request, reply) => {
      const context = (await options.contextOf(request, reply, false)) as Context<Actor>;
      const { topics: named } = liveStream.query.parse(request.query);
      const topics = new Set(named.split(',').filter(Boolean));
      await refuseForeignTopics(context, topics);
      reply.hijack();
      const out = reply.raw;
      for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) out.setHeader(name, value);
      // no-transform keeps proxies from holding the stream back; the last header says the same to nginx.
      out.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' });
      out.write('retry: 2000\n\n');
      const leave = options.hub.subscribe({ topics, notice: (topic) => void out.write(`event: changed\ndata: ${topic ?? '*'}\n\n`) });
      const beat = setInterval(() => {
        // Rights are asked again with every beat: a stream does not outlive the position that opened it.
        options
          .contextOf(request, reply, false)
          .then((fresh) => refuseForeignTopics(fresh as Context<Actor>, topics))
          .then(() => out.write(': here\n\n'))
          .catch(() => out.end());
      }, heartbeatMs);
      const done = (): void => {
        clearInterval(beat);
        leave();
      };
      out.on('close', done);
      out.on('error', done);
    },
  });
}
