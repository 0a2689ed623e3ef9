import type { listProgrammes, Programme } from '@makaverse/contract/programmes';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import type { Input } from '#platform/module';
import { likePatterns } from '#platform/search-text';
import { presentProgramme } from '../present.ts';
import type { ProgrammeRow } from '../tables.ts';
import { fromCursor, toCursor } from '#platform/cursor';
import { namesIn } from './names.ts';

type Asked = Input<typeof listProgrammes>['query'];

const key = z.tuple([z.int32()]);

/** One page of programmes by number. */
export async function programmesPage(context: Context, asked: Asked): Promise<{ items: Programme[]; next: string | null }> {
  const after = fromCursor(asked.cursor, key);
  const rows = await context.db
    .selectFrom('programmes.programme as programme')
    .selectAll('programme')
    .$if(Boolean(asked.q), (query) => query.where('search', 'like', sql<string>`all(${likePatterns(asked.q!)}::text[])`))
    .$if(asked.unitId !== undefined, (query) =>
      query.where((where) =>
        where.exists(
          where
            .selectFrom('programmes.programme_unit as part')
            .select('part.unit_id')
            .whereRef('part.programme_id', '=', 'programme.id')
            .where('part.unit_id', '=', asked.unitId!),
        ),
      ),
    )
    .$if(after !== null, (query) => query.where('number', '>', after![0]))
    .orderBy('number')
    .limit(asked.limit + 1)
    .execute();
  const shown = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? shown.at(-1)! : null;
  return { items: await presentProgrammes(context, shown), next: last && toCursor([last.number]) };
}

/** Every programme, for the export. */
export async function allProgrammes(context: Context): Promise<Programme[]> {
  return presentProgrammes(context, await context.db.selectFrom('programmes.programme').selectAll().orderBy('number').execute());
}

/** One programme. @throws RecordMissing */
export async function programmeById(context: Context, id: string): Promise<Programme> {
  const row = await context.db.selectFrom('programmes.programme').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new RecordMissing();
  return (await presentProgrammes(context, [row]))[0]!;
}

/** Programmes with their units, each with how its seat is filled; four reads however many there are. */
export async function presentProgrammes(context: Context, rows: readonly ProgrammeRow[]): Promise<Programme[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const parts = await context.db
    .selectFrom('programmes.programme_unit')
    .selectAll()
    .where('programme_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('position')
    .execute();
  const nominations = await context.db
    .selectFrom('programmes.nomination')
    .selectAll()
    .where('seat_kind', '=', 'programme')
    .where('seat_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('state', '<>', 'cancelled')
    .execute();
  const names = await namesIn(context, { programmes: rows, nominations, unitIds: parts.map((part) => part.unit_id) });
  const partsOf = Map.groupBy(parts, (part) => part.programme_id);
  const bySeat = new Map(nominations.map((row) => [`${row.seat_id} ${row.unit_id}`, row]));
  return rows.map((row) => {
    const seats = (partsOf.get(row.id) ?? []).map(({ unit_id: unitId }) => ({ unitId, nomination: bySeat.get(`${row.id} ${unitId}`) }));
    return presentProgramme(row, seats, names, context);
  });
}
