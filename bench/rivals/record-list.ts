import { listDirectives } from '@makaverse/contract/directives';
import { actorOf } from '../../apps/server/src/modules/identity/queries/actor-of.ts';
import { directivePage } from '../../apps/server/src/modules/directives/queries/directive-page.ts';
import type { Context } from '../../apps/server/src/platform/context.ts';
import type { City } from '../ground/city.ts';

/** A statement as it reached the database. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statements by which the list is read, in the order the bare route runs them. */
export type RecordedList = Readonly<Record<'rows' | 'addressees' | 'progress' | 'units' | 'people', Statement>>;

const marks: Readonly<Record<keyof RecordedList, RegExp>> = {
  rows: /from directives\.directive directive/,
  addressees: /from "directives"\."addressee"/,
  progress: /from directives\.task task/,
  units: /distinct on \(unit_id\)/,
  people: /from identity\.person person/,
};

/** Reads the list once as a person does and keeps the statements; those by which rights are found are left to our own server. */
export async function recordList(city: City, personId: string): Promise<RecordedList> {
  const now = city.now();
  const actor = await actorOf(city.database.db, personId, now);
  if (!actor) throw new Error('The reader holds no position.');
  const sent: Statement[] = [];
  const plain = city.database.db;
  const db = plain.withPlugin({
    transformQuery: ({ node, queryId }) => {
      const { sql, parameters } = plain.getExecutor().compileQuery(node, queryId);
      sent.push({ text: sql, values: parameters });
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  const context = { db, now, actor, language: 'id' } as unknown as Context;
  await directivePage(context, { filter: {}, limit: listDirectives.query.parse({}).limit, after: null });
  const one = (name: keyof RecordedList): Statement => {
    const found = sent.filter(({ text }) => marks[name].test(text));
    if (found.length !== 1) throw new Error(`${found.length} statements read the list's ${name}; the rival expects one.`);
    return found[0]!;
  };
  return { rows: one('rows'), addressees: one('addressees'), progress: one('progress'), units: one('units'), people: one('people') };
}
