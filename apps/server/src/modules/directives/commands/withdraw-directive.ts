import type { Directive } from '@makaverse/contract/directives';
import { digestOf } from '#platform/audit';
import type { Transaction } from '#platform/context';
import { presentDirectives } from '../queries/directive-views.ts';
import { lockDraft } from './lock-draft.ts';
import { touchDirective } from './write-addressees.ts';

/** Strikes a directive before it is issued. It keeps its number and stays readable, with the reason. */
export async function withdrawDirective(tx: Transaction, asked: { id: string; version: number; reason: string }): Promise<Directive> {
  const row = await lockDraft(tx, asked);
  await tx.db
    .updateTable('directives.directive')
    .set({
      state: 'withdrawn',
      withdrawn_at: tx.now,
      withdrawn_by_id: tx.actor.personId,
      withdraw_reason: asked.reason,
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute();
  tx.audit({ action: 'directive.withdrawn', object: 'directive', objectId: row.id, data: { reason: digestOf(asked.reason) } });
  touchDirective(tx, row);
  return (await presentDirectives(tx, [row.id]))[0]!;
}
