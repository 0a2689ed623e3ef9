import type { Transaction } from '#platform/context';
import { EditConflict, NotAllowed, RecordMissing } from '#platform/errors';
import { DirectiveIssued, DirectiveWithdrawn } from '../domain/broken-rules.ts';
import { mayMendDirective } from '../policy.ts';
import { presentDirectives } from '../queries/directive-views.ts';
import { canReadDirective } from '../queries/one-directive.ts';
import type { DirectiveRow } from '../tables.ts';

/** Locks a directive that the actor may change now, as he last read it. @throws what stands in his way */
export async function lockDraft(tx: Transaction, asked: { id: string; version: number }): Promise<DirectiveRow> {
  const row = await tx.db.selectFrom('directives.directive').selectAll().where('id', '=', asked.id).forUpdate().executeTakeFirst();
  if (!row || !(await canReadDirective(tx, asked.id))) throw new RecordMissing();
  if (!mayMendDirective(tx.actor, { givenById: row.given_by_id, keptById: row.kept_by_id })) throw new NotAllowed();
  if (row.state === 'withdrawn') throw new DirectiveWithdrawn();
  if (row.state !== 'draft') throw new DirectiveIssued();
  if (row.version !== asked.version) throw new EditConflict((await presentDirectives(tx, [asked.id]))[0]);
  return row;
}
