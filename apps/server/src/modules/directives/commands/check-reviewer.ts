import { witaDate } from '@makaverse/calendar';
import type { Transaction } from '#platform/context';
import { text } from '#platform/language';
import { holdersOf, unitTree } from '#modules/identity';
import { ReviewerUnfit } from '../domain/broken-rules.ts';

/** The office of an assistant or expert that a person heads today, from which he reviews. @throws ReviewerUnfit when he heads none */
export async function officeOfReviewer(tx: Transaction, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const today = witaDate(tx.now);
  const tree = await unitTree(tx.db, today);
  const offices = tree.all().filter((unit) => unit.kind === 'assistant' || unit.kind === 'expert-staff');
  const heads = await holdersOf(tx.db, { unitIds: offices.map((unit) => unit.id), kinds: ['head'], on: today });
  const office = heads.find((one) => one.personId === personId);
  if (office) return office.unitId;
  throw new ReviewerUnfit([{ path: 'reviewerId', message: text(tx.language, 'directives.issues.reviewerUnfit') }]);
}
