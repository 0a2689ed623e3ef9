import { Agent, request } from 'node:http';
import { addressOf } from '@makaverse/client/call';
import { keepDirective, readRoom } from '@makaverse/contract/meetings-room';
import { liveStream } from '@makaverse/contract/system';
import { startProcess } from '@makaverse/testing/processes';
import type { Ground } from '../ground/ground.ts';
import { openListeners } from '../ground/listeners.ts';
import { quantile, type Measured } from '../ground/measured.ts';
import { runningRakorsus } from '../ground/rakorsus.ts';

const clients = 240;
const changes = 12;
const targetMs = 300;
// The first changes find everything cold: they are made, but not counted.
const warmUps = 2;

/** The clerk keeps directives in a running meeting that 240 signed-in clients follow; beside them as many follow a bare stream. */
export async function measure(ground: Ground): Promise<readonly Measured[]> {
  const city = await ground.freshCity();
  const { meeting, clerk, heads } = await city.tell(async (story, people) => {
    const running = await runningRakorsus(story, people, []);
    const invited = new Set(running.invited.map((unit) => unit.id));
    const present = people.units.filter((unit) => invited.has(unit.id)).flatMap((unit) => unit.head?.id ?? []);
    return { meeting: running, clerk: await people.clerk(), heads: present };
  });
  const server = await city.serve();
  // The heads of the units invited, some with a second screen.
  const followers = Array.from({ length: clients }, (_, client) => heads[client % heads.length]!);
  const cookies = await Promise.all(followers.map((id) => city.cookieOf(id)));
  const stream = `${server.origin}${addressOf(liveStream, { query: { topics: `meeting:${meeting.id}` } })}`;
  const room = `${server.origin}${addressOf(readRoom, { params: { id: meeting.id } })}`;
  const bare = await startProcess({ args: ['bench/rivals/bare-stream.ts'], readyWhen: /^http:/ });
  const call = server.as(await city.cookieOf(clerk));
  const ours = await openListeners(
    stream,
    cookies.map((cookie) => ({ cookie })),
  );
  const theirs = await openListeners(
    bare.readyLine,
    cookies.map(() => ({})),
  );
  // As a browser does: one connection a person, kept for the next reading.
  const agents = cookies.map(() => new Agent({ keepAlive: true }));
  try {
    const heard: number[] = [];
    const readAgain: number[] = [];
    const rival: number[] = [];
    for (let change = -warmUps; change < changes; change += 1) {
      const keep = (): Promise<unknown> =>
        call(keepDirective, { params: { id: meeting.id }, body: { words: `Keruk saluran tersier, tahap ${change + warmUps + 1}.` } });
      const alone = await ours.hear(keep);
      await pause();
      const bareOne = await theirs.hear(() => fetch(bare.readyLine, { method: 'POST' }));
      await pause();
      const reading = await ours.hear(keep, (client) => read(room, cookies[client]!, agents[client]!));
      await pause();
      if (change < 0) continue;
      heard.push(...alone.heard);
      rival.push(...bareOne.heard);
      readAgain.push(...reading.done);
    }
    const [p95, bareP95, readP95] = [heard, rival, readAgain].map((values) => quantile(values, 0.95));
    return [
      {
        promise: `live: a directive kept, told to ${clients} clients, p95`,
        measured: `${p95!.toFixed(0)} ms, ${(p95! / bareP95!).toFixed(1)} x a bare stream that keeps nothing (${bareP95!.toFixed(0)} ms)`,
        target: `< ${targetMs} ms`,
        isKept: p95! < targetMs,
      },
      {
        promise: `  and all ${clients} have read the room again at once, p95`,
        measured: `${readP95!.toFixed(0)} ms, median ${quantile(readAgain, 0.5).toFixed(0)} ms`,
        target: '',
        isKept: null,
      },
    ];
  } finally {
    ours.close();
    theirs.close();
    agents.forEach((agent) => agent.destroy());
    await bare.stop();
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

function read(url: string, cookie: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { cookie }, agent }, (response) => {
      response.resume().on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${response.statusCode}`))));
    });
    sent.on('error', reject);
    sent.end();
  });
}
