import { sql, type Transaction as KyselyTransaction } from 'kysely';
import type { Database } from '#database/schema';
import { keepListening, type Listener } from '#database/listener';

const channel = 'makaverse_live';
// PostgreSQL refuses payloads of 8000 bytes and more.
const payloadBytes = 7000;

/** The topic touched when a person's rights change; every stream of that person then asks for them again. */
export function rightsTopic(personId: string): string {
  return `rights:${personId}`;
}

/** Someone who wants to know when one of these topics changes; `null` means "you may have missed some". */
export interface Subscriber {
  readonly topics: ReadonlySet<string>;
  readonly notice: (topic: string | null) => void;
}

/** Sends change notices to every process's readers with the commit of the transaction, or not at all. */
export async function sendTouches(db: KyselyTransaction<Database>, topics: ReadonlySet<string>): Promise<void> {
  let payload = '';
  const flush = async (): Promise<void> => {
    if (payload) await sql`select pg_notify(${channel}, ${payload})`.execute(db);
    payload = '';
  };
  for (const topic of topics) {
    if (payload.length + topic.length + 1 > payloadBytes) await flush();
    payload += payload ? ` ${topic}` : topic;
  }
  await flush();
}

/** Fans notices out to this process's subscribers. */
export class LiveHub {
  readonly #byTopic = new Map<string, Set<Subscriber>>();
  #listener: Listener | null = null;

  /** Begins to listen on the database. */
  async open(url: string): Promise<void> {
    this.#listener = await keepListening({
      url,
      channel,
      onPayload: (payload) => payload.split(' ').forEach((topic) => this.#deliver(topic)),
      onGap: () => new Set([...this.#byTopic.values()].flatMap((set) => [...set])).forEach((subscriber) => subscriber.notice(null)),
    });
  }

  #deliver(topic: string): void {
    this.#byTopic.get(topic)?.forEach((subscriber) => subscriber.notice(topic));
  }

  /** Adds a reader; the function returned removes it again. */
  subscribe(subscriber: Subscriber): () => void {
    for (const topic of subscriber.topics) {
      const readers = this.#byTopic.get(topic) ?? new Set();
      this.#byTopic.set(topic, readers.add(subscriber));
    }
    return () => {
      for (const topic of subscriber.topics) {
        const readers = this.#byTopic.get(topic);
        readers?.delete(subscriber);
        if (readers?.size === 0) this.#byTopic.delete(topic);
      }
    };
  }

  async close(): Promise<void> {
    await this.#listener?.close();
  }
}
