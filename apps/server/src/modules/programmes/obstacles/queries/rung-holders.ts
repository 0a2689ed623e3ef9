import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import { officeHolders } from '../../queries/people-due.ts';

/** Who holds which rung of an obstacle's ladder on a day: the people `holdsRung` says yes to, by office. */
export type RungHolders = (
  row: { readonly unit_id: string; readonly remover_unit_id: string | null },
  reviewer: { readonly reviewerId: string | null; readonly reviewerUnitId: string | null },
  height: number,
) => readonly string[];

/** Reads the offices once for as many obstacles as one likes. */
export async function rungHolders(db: Kysely<Database>, now: Date): Promise<RungHolders> {
  const offices = await officeHolders(db, now);
  return (row, { reviewerId, reviewerUnitId }, height) => {
    switch (height) {
      case 1:
        return offices.proposersOf(row.remover_unit_id ?? row.unit_id);
      case 2:
        return offices.reviewersOf({ reviewer_id: reviewerId, reviewer_unit_id: reviewerUnitId });
      case 3:
        return offices.secretaries;
      default:
        return offices.mayors;
    }
  };
}
