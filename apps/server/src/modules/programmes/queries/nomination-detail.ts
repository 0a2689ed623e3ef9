import type { nominationDetail, nomination } from '@makaverse/contract/programmes';
import type { z } from 'zod';
import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import { mayReadNomination } from '../policy.ts';
import { presentNomination, presentStep, seatOf } from '../present.ts';
import type { NominationRow, NominationStepRow } from '../tables.ts';
import { namesIn } from './names.ts';
import { personRecords } from './person-records.ts';

type Detail = z.infer<typeof nominationDetail>;

/** A nomination by its id, if the actor may read it. @throws RecordMissing */
export async function readableNomination(context: Context, id: string): Promise<NominationRow> {
  const row = await context.db.selectFrom('programmes.nomination').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !mayReadNomination(context.actor, seatOf(row))) throw new RecordMissing();
  return row;
}

/** All steps of a nomination, oldest first. */
export function stepsOf(context: Pick<Context, 'db'>, nominationId: string): Promise<NominationStepRow[]> {
  return context.db.selectFrom('programmes.nomination_step').selectAll().where('nomination_id', '=', nominationId).orderBy('seq').execute();
}

/** A nomination with its story, and the load and record of the person it is about. */
export async function detailOf(context: Context, row: NominationRow): Promise<Detail> {
  const steps = await stepsOf(context, row.id);
  const names = await namesIn(context, { nominations: [row], steps });
  const records = row.person_id === null ? null : await personRecords(context, [row.person_id]);
  return {
    ...presentNomination(row, names, context),
    steps: steps.map((step) => presentStep(row, step, names, context)),
    personRecord: records?.get(row.person_id!) ?? null,
  };
}

/** Nominations as they stand in lists. */
export async function presentNominations(context: Context, rows: readonly NominationRow[]): Promise<z.infer<typeof nomination>[]> {
  const names = await namesIn(context, { nominations: rows });
  return rows.map((row) => presentNomination(row, names, context));
}
