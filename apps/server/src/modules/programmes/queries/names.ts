import { witaDate } from '@makaverse/calendar';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { headsOf, personBriefs, unitBriefs } from '#modules/identity';
import type { Names } from '../present.ts';
import type { NominationRow, NominationStepRow, ProgrammeRow } from '../tables.ts';

const present = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null);

/** Everyone and every unit these rows name, in three reads however many rows there are. */
export async function namesIn(
  context: Pick<Context<Actor | null>, 'db' | 'now'>,
  rows: {
    nominations?: readonly NominationRow[];
    steps?: readonly NominationStepRow[];
    programmes?: readonly ProgrammeRow[];
    unitIds?: readonly string[];
  },
): Promise<Names> {
  const { nominations = [], steps = [], programmes = [], unitIds = [] } = rows;
  const seated = [...nominations, ...programmes];
  const units = [...new Set([...unitIds, ...nominations.map((row) => row.unit_id)])];
  const offices = present(seated.map((row) => row.reviewer_unit_id));
  const heads = await headsOf(context.db, [...units, ...offices], witaDate(context.now));
  const people = await personBriefs(
    context.db,
    [
      ...heads.values(),
      ...present(seated.map((row) => row.reviewer_id)),
      ...present(nominations.flatMap((row) => [row.person_id, row.suggested_id])),
      ...present(steps.flatMap((step) => [step.by_id, step.person_id])),
    ],
    context.now,
  );
  return { units: await unitBriefs(context.db, units), people, heads };
}
