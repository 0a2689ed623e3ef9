import type { Transaction } from '#platform/context';
import { text } from '#platform/language';
import { reviewingOfficeOf } from '#modules/identity';
import { ReviewerUnfit } from '../domain/broken-rules.ts';

/** The office of an assistant or expert that a person heads today, from which he reviews. @throws ReviewerUnfit when he heads none */
export async function officeOfReviewer(tx: Transaction, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const office = await reviewingOfficeOf(tx.db, personId, tx.now);
  if (office !== null) return office;
  throw new ReviewerUnfit([{ path: 'reviewerId', message: text(tx.language, 'directives.issues.reviewerUnfit') }]);
}
