import type { Transaction } from '#platform/context';
import type { Addressee } from '../domain/addressees.ts';

/** Writes the addressees of a directive in place of those it had. */
export async function writeAddressees(tx: Transaction, directiveId: string, addressees: readonly Addressee[]): Promise<void> {
  await tx.db.deleteFrom('directives.addressee').where('directive_id', '=', directiveId).execute();
  if (addressees.length === 0) return;
  await tx.db
    .insertInto('directives.addressee')
    .values(
      addressees.map((one, position) => ({
        directive_id: directiveId,
        unit_id: one.unitId,
        position,
        via_group: one.isViaGroup,
        pic_id: one.picId,
        nomination_due_on: one.nominationDueOn,
      })),
    )
    .execute();
}

/** Tells live readers of a directive and of its meeting. */
export function touchDirective(tx: Pick<Transaction, 'touch'>, directive: { id: string; meeting_id: string | null }): void {
  tx.touch(`directive:${directive.id}`);
  if (directive.meeting_id !== null) tx.touch(`meeting:${directive.meeting_id}`);
}
