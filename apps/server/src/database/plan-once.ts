import type pg from 'pg';

/** A statement asked this often is planned once a connection from then on. */
const oftenEnough = 5;
/** Each plan kept costs every connection some kilobytes: the statements of a working day are about two hundred. */
const mostKept = 300;
/** Texts counted before the count begins anew; lists of every length make a text each. */
const mostCounted = 3000;

/** PostgreSQL finds a partial index for it only while it knows the values. */
const namesConflict = /on conflict\s*\(/i;

/** Names given to statements asked often: one name for one text, in every connection of the pool. */
class Names {
  readonly #asked = new Map<string, number>();
  readonly #names = new Map<string, string>();
  /** The name of a statement, or undefined while it has not been asked often. */
  of(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= mostKept) return known;
    const asked = (this.#asked.get(text) ?? 0) + 1;
    if (asked < oftenEnough) {
      if (this.#asked.size >= mostCounted) this.#asked.clear();
      this.#asked.set(text, asked);
      return undefined;
    }
    this.#asked.delete(text);
    const name = `makaverse-${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}

/**
 * Lets the connections of one pool keep the plans of the statements asked most (PostgreSQL, PREPARE): planning costs more than running most
 * of ours. Only statements with values; PostgreSQL itself goes on planning those anew whose best plan depends on the values.
 */
export function planKeeper(): (client: pg.ClientBase) => void {
  const names = new Names();
  return (client) => keepPlans(client, names);
}

function keepPlans(client: pg.ClientBase, names: Names): void {
  const send = client.query.bind(client) as (...sent: unknown[]) => unknown;
  const query = (...sent: unknown[]): unknown => {
    const [text, values, ...rest] = sent;
    const mayKeep = typeof text === 'string' && Array.isArray(values) && values.length > 0 && !namesConflict.test(text);
    const name = mayKeep ? names.of(text) : undefined;
    return name === undefined ? send(...sent) : send({ name, text, values }, ...rest);
  };
  client.query = query as typeof client.query;
}
