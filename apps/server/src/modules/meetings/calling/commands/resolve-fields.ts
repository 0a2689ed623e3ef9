import { witaDate } from '@makaverse/calendar';
import type { MeetingDetail } from '@makaverse/contract/meetings';
import type { Transaction } from '#platform/context';
import { holdersOf, unitsInGroup, unitTree } from '#modules/identity';
import { MeetingPersonUnknown, MeetingUnitUnknown, RefreshOfUnknown } from '../domain/broken-rules.ts';
import { checkSpan } from '../domain/check-span.ts';
import { canReadMeeting } from '../../queries/open-meeting.ts';

/** A meeting's fields as they come in. */
export interface SaidFields {
  readonly kind: MeetingDetail['kind'];
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly link: string | null;
  readonly chairId: string;
  readonly clerkIds: readonly string[];
  readonly refreshOfId: string | null;
  readonly unitIds: readonly string[];
  readonly groups: MeetingDetail['groups'];
}

/** The fields with everything checked that needs the directory. */
export interface ResolvedFields extends Omit<SaidFields, 'startsAt' | 'endsAt' | 'unitIds'> {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Each invited unit once; `isViaGroup` where only a group named it. */
  readonly invited: readonly { readonly unitId: string; readonly isViaGroup: boolean }[];
}

/** Checks the fields against the directory of today and writes the groups out. @throws the rule that is broken */
export async function resolveFields(tx: Transaction, said: SaidFields): Promise<ResolvedFields> {
  const { unitIds, ...fields } = said;
  const span = { startsAt: new Date(said.startsAt), endsAt: new Date(said.endsAt) };
  checkSpan(span);
  const today = witaDate(tx.now);
  const tree = await unitTree(tx.db, today);
  if (unitIds.some((id) => !tree.get(id))) throw new MeetingUnitUnknown();
  const people = [...new Set([said.chairId, ...said.clerkIds])];
  const inOffice = new Set((await holdersOf(tx.db, { on: today })).map((one) => one.personId));
  if (people.some((id) => !inOffice.has(id))) throw new MeetingPersonUnknown();
  if (said.refreshOfId !== null) await checkEarlier(tx, said.refreshOfId);
  const named = new Set(unitIds);
  const viaGroup = new Set(said.groups.flatMap((group) => unitsInGroup(tree, group).map((unit) => unit.id)));
  return {
    ...fields,
    ...span,
    groups: [...new Set(said.groups)],
    clerkIds: [...new Set(said.clerkIds)],
    invited: [...new Set([...named, ...viaGroup])].map((unitId) => ({ unitId, isViaGroup: !named.has(unitId) })),
  };
}

async function checkEarlier(tx: Transaction, id: string): Promise<void> {
  if (!(await canReadMeeting(tx, id))) throw new RefreshOfUnknown();
}
