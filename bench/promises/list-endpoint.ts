import { isDeepStrictEqual } from 'node:util';
import { listDirectives } from '@makaverse/contract/directives';
import { addressOf } from '@makaverse/client/call';
import { closeMeeting } from '@makaverse/contract/meetings-room';
import { startProcess, type ChildProcess } from '@makaverse/testing/processes';
import autocannon from 'autocannon';
import type { City } from '../ground/city.ts';
import type { Ground } from '../ground/ground.ts';
import { median, type Measured } from '../ground/measured.ts';
import { runningRakorsus } from '../ground/rakorsus.ts';
import { spokenParts } from '../ground/spoken-parts.ts';
import { recordList } from '../rivals/record-list.ts';

const meetings = 3;
const rounds = 5;
// By number, not by time: on a busy machine a second of warming up would leave everything cold.
const warmUpRequests = 1000;
const requestsEach = 300;
const connections = 16;
const target = 0.7;
const path = addressOf(listDirectives);

/** The list of directives as it is read most, through the whole server and from a bare route that answers with the same JSON. */
export async function measure(ground: Ground): Promise<readonly Measured[]> {
  const city = await ground.freshCity();
  const readers = await city.tell(async (story, people) => {
    const mayor = people.head('WALKOT');
    for (let night = 0; night < meetings; night += 1) {
      const { id, version } = await runningRakorsus(story, people, spokenParts(people));
      await story.act(mayor, closeMeeting, { params: { id }, body: { version } });
    }
    return { mayor, camat: people.head('Kecamatan Manggala') };
  });
  const server = await city.serve();
  return [
    await against(city, server.origin, {
      personId: readers.mayor,
      promise: 'list: directives, newest 50, as the mayor reads them',
      isPromised: true,
    }),
    await against(city, server.origin, { personId: readers.camat, promise: '  the same for a camat, who sees a part', isPromised: false }),
  ];
}

async function against(city: City, origin: string, who: { personId: string; promise: string; isPromised: boolean }): Promise<Measured> {
  // Each connection is another sign-in of the same person: all get the same rows, and no one of them exceeds what a person may ask.
  const cookies = await Promise.all(Array.from({ length: connections }, () => city.cookieOf(who.personId)));
  const bare = await startBare(city, await recordList(city, who.personId));
  try {
    const ours = `${origin}${path}`;
    const theirs = `${bare.readyLine}${path}`;
    await refuseUnlike(ours, theirs, cookies[0]!);
    await load(ours, cookies, warmUpRequests);
    await load(theirs, cookies, warmUpRequests);
    const pairs: { ours: number; bare: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      pairs.push({ ours: await load(ours, cookies, requestsEach), bare: await load(theirs, cookies, requestsEach) });
    }
    const ratio = median(pairs.map((pair) => pair.ours / pair.bare));
    const [mine, rival] = [median(pairs.map((pair) => pair.ours)), median(pairs.map((pair) => pair.bare))];
    return {
      promise: who.promise,
      measured: `${ratio.toFixed(2)} of a bare route with the same SQL (${mine.toFixed(0)} against ${rival.toFixed(0)} requests/s)`,
      target: who.isPromised ? `>= ${target}` : '',
      isKept: who.isPromised ? ratio >= target : null,
    };
  } finally {
    await bare.stop();
  }
}

function startBare(city: City, recorded: unknown): Promise<ChildProcess> {
  return startProcess({
    args: ['bench/rivals/bare-list.ts'],
    env: { DATABASE_URL: city.database.url, RECORDED: JSON.stringify(recorded), LIST_PATH: path },
    readyWhen: /^http:/,
  });
}

/** A rival that answers with something else would be no measure. */
async function refuseUnlike(ours: string, theirs: string, cookie: string): Promise<void> {
  const [a, b] = await Promise.all([ours, theirs].map(async (url) => (await fetch(url, { headers: { cookie } })).json()));
  const { items } = a as { items?: unknown[] };
  if (!items || items.length === 0) throw new Error(`Our list is empty: ${JSON.stringify(a).slice(0, 300)}`);
  if (!isDeepStrictEqual(items, (b as { items: unknown[] }).items)) throw new Error('The bare route answers with other rows.');
}

/** Requests answered a second. */
async function load(url: string, cookies: readonly string[], amount: number): Promise<number> {
  let next = 0;
  const started = performance.now();
  const result = await autocannon({
    url,
    connections,
    amount,
    // It looks only so often whether all is answered; at the usual once a second a fast second and a slow one would count alike.
    sampleInt: 20,
    setupClient: (client) => client.setHeaders({ cookie: cookies[(next += 1) % cookies.length]! }),
  });
  if (result.errors > 0 || result.non2xx > 0) throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} refusals`);
  return amount / ((performance.now() - started) / 1000);
}
