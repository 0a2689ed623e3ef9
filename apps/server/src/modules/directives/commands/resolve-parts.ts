import { formatDate, witaDate } from '@makaverse/calendar';
import type { DirectiveParts } from '@makaverse/contract/directives';
import type { UnitGroup } from '@makaverse/contract/identity-directory';
import type { Transaction } from '#platform/context';
import { text } from '#platform/language';
import { personBriefs, unitTree } from '#modules/identity';
import { changeAddressees, type Addressee } from '../domain/addressees.ts';
import { DayTooEarly, PersonUnknown } from '../domain/broken-rules.ts';
import { earliestDay, tooEarly } from '../domain/days.ts';
import type { EarlierParts } from '../tables.ts';
import { groupUnitIds, refuseOutsiders, refuseUnknownUnits } from './check-addressees.ts';
import { officeOfReviewer } from './check-reviewer.ts';

/** What a clerk said this time; what he did not say is absent. */
export type SaidParts = { readonly [P in keyof DirectiveParts]?: DirectiveParts[P] | undefined };

/** All parts of a directive, with the office from which its reviewer was named. */
export interface ResolvedParts extends EarlierParts {
  readonly reviewerUnitId: string | null;
}

/** A directive of which nothing has been said yet. */
export const noParts: ResolvedParts = {
  words: '',
  givenById: null,
  agendaItemId: null,
  programmeId: null,
  deadline: null,
  measure: null,
  reviewerId: null,
  reviewerUnitId: null,
  groups: [],
  addressees: [],
  isCascading: false,
};

/** The newer value where one was given: absent leaves, null empties. */
function newer<T>(given: T | undefined, before: T): T {
  return given === undefined ? before : given;
}

/**
 * The parts after what a clerk said this time. Only what was said now is checked: what was right when it was kept is not refused because
 * days went by. @throws the rule that a part breaks, naming the place in the input
 */
export async function resolveParts(
  tx: Transaction,
  said: { parts: SaidParts; before: ResolvedParts; spokenAt: Date },
): Promise<ResolvedParts> {
  const { parts, before } = said;
  const today = witaDate(tx.now);
  refuseEarlyDays(tx, parts, earliestDay(witaDate(said.spokenAt), today));
  if (parts.givenById && parts.givenById !== before.givenById) await refuseUnknownGiver(tx, parts.givenById);
  const isNewReviewer = parts.reviewerId !== undefined && parts.reviewerId !== before.reviewerId;
  return {
    words: newer(parts.words, before.words),
    givenById: newer(parts.givenById, before.givenById),
    agendaItemId: newer(parts.agendaItemId, before.agendaItemId),
    programmeId: newer(parts.programmeId, before.programmeId),
    deadline: newer(parts.deadline, before.deadline),
    measure: newer(parts.measure, before.measure) || null,
    reviewerId: newer(parts.reviewerId, before.reviewerId),
    reviewerUnitId: isNewReviewer ? await officeOfReviewer(tx, parts.reviewerId!) : before.reviewerUnitId,
    groups: parts.groups ? [...new Set(parts.groups)].toSorted() : before.groups,
    addressees: await resolveAddressees(tx, parts, before.addressees),
    isCascading: newer(parts.isCascading, before.isCascading),
  };
}

async function resolveAddressees(tx: Transaction, parts: SaidParts, before: readonly Addressee[]): Promise<Addressee[]> {
  if (!parts.addressees && !parts.groups) return changeAddressees({ before, nominationDueOn: parts.nominationDueOn });
  const tree = await unitTree(tx.db, witaDate(tx.now));
  if (parts.addressees) {
    refuseUnknownUnits(tx, parts.addressees, tree);
    await refuseOutsiders(tx, parts.addressees, tree);
  }
  return changeAddressees({
    before,
    named: parts.addressees,
    ofGroups: parts.groups && groupUnitIds(tree, parts.groups as readonly UnitGroup[]),
    nominationDueOn: parts.nominationDueOn,
  });
}

function refuseEarlyDays(tx: Transaction, parts: SaidParts, earliest: string): void {
  const given = [
    { path: 'deadline', day: parts.deadline },
    { path: 'nominationDueOn', day: parts.nominationDueOn },
    ...(parts.addressees ?? []).map((one, at) => ({ path: `addressees.${at}.nominationDueOn`, day: one.nominationDueOn })),
  ];
  const early = tooEarly(given, earliest);
  if (early.length === 0) return;
  const words = formatDate(earliest, tx.language);
  const message = text(tx.language, 'directives.issues.dayTooEarly', { earliest: words });
  throw new DayTooEarly(
    early.map((path) => ({ path, message })),
    words,
  );
}

async function refuseUnknownGiver(tx: Transaction, personId: string): Promise<void> {
  const known = await personBriefs(tx.db, [personId], tx.now);
  // A title is what somebody has who holds an office today; orders come from nobody else.
  if (known.get(personId)?.title) return;
  throw new PersonUnknown([{ path: 'givenById', message: text(tx.language, 'directives.issues.personUnknown') }]);
}
