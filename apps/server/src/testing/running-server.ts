import { createClient } from '@makaverse/client/call';
import { setUp } from '@makaverse/contract/identity-session';
import { startProcess, type ChildProcess } from '@makaverse/testing/processes';

/** The line by which the server says it is ready, with its address. */
const readyLine = /\((https?:\/\/[^)]+)\), ready/;

/** A whole server in a process of its own, as it is started for a city. */
export interface RunningServer {
  readonly process: ChildProcess;
  readonly origin: string;
  /** Calls as whoever has this cookie. */
  as(cookie: string): ReturnType<typeof createClient>;
}

/** Starts one; the environment says where its data is. It begins empty unless the environment says otherwise. */
export async function startWholeServer(env: Readonly<Record<string, string>>): Promise<RunningServer> {
  const process = await startProcess({
    args: ['apps/server/src/main.ts'],
    env: { PORT: '0', DEMO: '0', LOG_LEVEL: 'error', ...env },
    readyWhen: readyLine,
    withinMs: 120_000,
  });
  const origin = readyLine.exec(process.readyLine)![1]!;
  return { process, origin, as: (cookie) => clientOf(origin, cookie) };
}

function clientOf(origin: string, cookie: string): ReturnType<typeof createClient> {
  return createClient({
    baseUrl: origin,
    language: () => 'id',
    fetch: (input, init) => fetch(input, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie } }),
  });
}

/** Makes the first administrator with the code from the console and gives the cookie of his session. */
export async function firstAdministrator(server: RunningServer): Promise<string> {
  const line = await lineWith(server.process, /enter this code: (\S+)/);
  const sent = await fetch(`${server.origin}${setUp.path}`, {
    method: setUp.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code: line,
      name: 'Zul Contoh',
      email: 'zul@makassar.example',
      password: 'kapal-pinisi-merah-senja',
      cityName: 'Kota Contoh',
    }),
  });
  if (!sent.ok) throw new Error(await sent.text());
  return sent.headers.getSetCookie()[0]!.split(';')[0]!;
}

async function lineWith(process: ChildProcess, pattern: RegExp): Promise<string> {
  for (let left = 100; left > 0; left -= 1) {
    const found = process.lines().map((line) => pattern.exec(line)?.[1]);
    const value = found.find((one) => one !== undefined);
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No line fits ${pattern}:\n${process.lines().join('\n')}`);
}
