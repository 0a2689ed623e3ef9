import { sql, type RawBuilder } from 'kysely';
import type pg from 'pg';

const mark = /^\s*\/\* plan once: ([a-z-]+) \*\//;

/**
 * Begins a statement that is planned once a connection instead of every time (PostgreSQL, PREPARE). Worth it where a statement is asked with
 * every request and its plan does not depend on the values; a name stands for one text alone, the driver refuses a second.
 */
export function plannedOnce(name: string): RawBuilder<unknown> {
  return sql.raw(`/* plan once: ${name} */`);
}

/** Lets a connection keep the plans of statements marked by {@link plannedOnce}. */
export function keepPlans(client: pg.ClientBase): void {
  const send = client.query.bind(client) as (...sent: unknown[]) => unknown;
  const query = (...sent: unknown[]): unknown => {
    const [text, values, ...rest] = sent;
    const name = typeof text === 'string' ? mark.exec(text)?.[1] : undefined;
    return name === undefined ? send(...sent) : send({ name, text, values }, ...rest);
  };
  client.query = query as typeof client.query;
}
