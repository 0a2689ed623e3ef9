import type { ServerResponse } from 'node:http';
import { liveStream } from '@makaverse/contract/system';
import type { FastifyInstance } from 'fastify';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { DomainError, RecordMissing } from '#platform/errors';
import type { ContextOf } from '#platform/http-context';
import { rightsTopic, type LiveHub } from '#platform/live';
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

  const streams = new Set<ServerResponse>();
  options.server.addHook('preClose', (done) => {
    streams.forEach((stream) => stream.end());
    done();
  });

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
      streams.add(out);
      out.write('retry: 2000\n\n');
      // A stream does not outlive the position that opened it: rights are asked again with every beat, and at once when they change.
      const askAgain = (): void => {
        options
          .contextOf(request, reply, false)
          .then((fresh) => refuseForeignTopics(fresh as Context<Actor>, topics))
          .then(() => out.write(': here\n\n'))
          .catch(() => out.end());
      };
      const rights = rightsTopic(context.actor.personId);
      const leave = options.hub.subscribe({
        topics: new Set([...topics, rights]),
        notice: (topic) => {
          if (topic === rights || topic === null) askAgain();
          if (topic !== rights) out.write(`event: changed\ndata: ${topic ?? '*'}\n\n`);
        },
      });
      // Streams are opened together, when a meeting begins or a server comes back. Their beats are spread, or all would ask for their
      // rights in one moment and whoever changes something then would wait.
      let beat = setTimeout(() => {
        askAgain();
        beat = setInterval(askAgain, heartbeatMs);
      }, heartbeatMs * Math.random());
      const done = (): void => {
        clearTimeout(beat);
        streams.delete(out);
        leave();
      };
      out.on('close', done);
      out.on('error', done);
    },
  });
}
