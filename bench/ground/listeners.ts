import { request, type ClientRequest } from 'node:http';

/** Clients that follow a stream, each over a connection of its own. */
export interface Listeners {
  /** Milliseconds from now until each client got its next notice; `change` causes it, `then` is what a client does with it. */
  hear(change: () => Promise<unknown>, then?: (client: number) => Promise<unknown>): Promise<{ heard: number[]; done: number[] }>;
  close(): void;
}

/** A client heard nothing of a change. */
class NotHeard extends Error {
  override readonly name = 'NotHeard';
}

const patienceMs = 20_000;

/** Opens a stream for each set of headers; fulfilled when all are open. */
export async function openListeners(url: string, headers: readonly Readonly<Record<string, string>>[]): Promise<Listeners> {
  const waiting: (() => void)[] = headers.map(() => () => undefined);
  const requests = await Promise.all(headers.map((own, client) => follow(url, own, () => waiting[client]!())));
  return {
    hear: async (change, then) => {
      const started = performance.now();
      const since = (): number => performance.now() - started;
      const heard: number[] = [];
      const done: number[] = [];
      const all = headers.map(
        (_, client) =>
          new Promise<void>((resolve, reject) => {
            waiting[client] = () => {
              waiting[client] = () => undefined;
              heard.push(since());
              if (!then) return resolve();
              then(client).then(() => {
                done.push(since());
                resolve();
              }, reject);
            };
          }),
      );
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new NotHeard(`${headers.length - heard.length} clients heard nothing of a change`)), patienceMs);
      });
      await Promise.race([Promise.all([change(), ...all]), late]).finally(() => clearTimeout(timer));
      return { heard, done };
    },
    close: () => requests.forEach((one) => one.destroy()),
  };
}

function follow(url: string, headers: Readonly<Record<string, string>>, onNotice: () => void): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const opened = request(url, { headers, agent: false }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`${url} answered ${response.statusCode}`));
      // A beat is no notice: only whole events count, however the bytes were cut.
      let rest = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        const events = (rest + text).split('\n\n');
        rest = events.pop()!;
        if (events.some((event) => event.startsWith('event: changed'))) onNotice();
      });
      response.on('error', () => undefined);
      resolve(opened);
    });
    opened.on('error', reject);
    opened.end();
  });
}
