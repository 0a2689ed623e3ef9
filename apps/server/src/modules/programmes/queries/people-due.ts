import { witaDate } from '@makaverse/calendar';
import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import { delegatesWith, leadersOf, type Leader } from '#modules/identity';
import { isReviewerPartial } from '../policy.ts';
import { seatOf } from '../present.ts';
import type { NominationRow } from '../tables.ts';

/** Who holds the offices that nominations wait for, on a day. */
export interface OfficeHolders {
  /** Whose step is due: the people `isTurnOf` says yes to, by office. */
  dueOf(row: NominationRow): readonly string[];
  /** Head and deputy of the unit. */
  proposersOf(unitId: string): readonly string[];
  reviewersOf(row: Pick<NominationRow, 'reviewer_id' | 'reviewer_unit_id'>): readonly string[];
  /** The mayor, then the deputy mayor, whose office stands under his. */
  readonly mayors: readonly string[];
  readonly secretaries: readonly string[];
  readonly assistants: readonly string[];
}

/** Reads once who holds the offices that these, as many as one likes, can wait for; without any, all offices of the city. */
export async function officeHolders(
  db: Kysely<Database>,
  now: Date,
  rows?: readonly Pick<NominationRow, 'unit_id' | 'reviewer_unit_id'>[],
): Promise<OfficeHolders> {
  const holders = await leadersOf(db, {
    unitIds: rows?.flatMap((row) => [row.unit_id, row.reviewer_unit_id ?? row.unit_id]) ?? null,
    unitKinds: ['mayor', 'secretariat', 'assistant', 'expert-staff'],
    on: witaDate(now),
  });
  const byUnit = Map.groupBy(holders, (holder) => holder.unitId);
  const inKind = (kind: string, fits: (holder: Leader) => boolean = () => true): string[] =>
    holders.filter((holder) => holder.unitKind === kind && fits(holder)).map((holder) => holder.personId);
  const isHead = (holder: Leader): boolean => holder.kind === 'head';
  const mayors = highestFirst(holders.filter((holder) => holder.unitKind === 'mayor')).map((holder) => holder.personId);
  const secretaries = inKind('secretariat', isHead);
  const assistants = inKind('assistant', isHead);
  const reviewing = new Set([...assistants, ...inKind('expert-staff', isHead)]);
  const appointing = [...new Set([...mayors, ...(await delegatesWith(db, 'appoint', now))])];
  const proposersOf = (unitId: string): string[] => (byUnit.get(unitId) ?? []).map((holder) => holder.personId);
  const reviewersOf: OfficeHolders['reviewersOf'] = (row) => {
    const office = row.reviewer_unit_id === null ? [] : (byUnit.get(row.reviewer_unit_id) ?? []).filter(isHead);
    if (office.length > 0) return office.map((holder) => holder.personId);
    if (row.reviewer_id === null) return assistants;
    // Who was named once and left his office reviews no more.
    return reviewing.has(row.reviewer_id) ? [row.reviewer_id] : [];
  };
  const dueOf = (row: NominationRow): readonly string[] => {
    switch (row.state) {
      case 'proposed': {
        const reviewers = isReviewerPartial(seatOf(row)) ? [...secretaries, ...assistants] : reviewersOf(row);
        return reviewers.filter((id) => id !== row.proposed_by_id && id !== row.person_id);
      }
      case 'recommended':
        return appointing.filter((id) => id !== row.person_id);
      case 'appointed':
        return [row.person_id!];
      case 'accepted':
      case 'cancelled':
        return [];
      default:
        return proposersOf(row.unit_id);
    }
  };
  return { dueOf, proposersOf, reviewersOf, mayors, secretaries, assistants };
}

/** Who leads an office that stands under another of these comes after whoever leads that one. */
function highestFirst(holders: readonly Leader[]): readonly Leader[] {
  const offices = new Set(holders.map((holder) => holder.unitId));
  const standsUnder = (holder: Leader): number => Number(holder.unitParentId !== null && offices.has(holder.unitParentId));
  return holders.toSorted((a, b) => standsUnder(a) - standsUnder(b));
}
