import { isDeepStrictEqual } from 'node:util';
import type { Directive } from '@makaverse/contract/directives';
import { digestOf } from '#platform/audit';
import type { Transaction } from '#platform/context';
import { searchText } from '#platform/search-text';
import { addresseesOf, presentDirectives } from '../queries/directive-views.ts';
import type { DirectiveRow, EarlierParts } from '../tables.ts';
import { lockDraft } from './lock-draft.ts';
import { resolveParts, type ResolvedParts, type SaidParts } from './resolve-parts.ts';
import { touchDirective, writeAddressees } from './write-addressees.ts';

const partNames = [
  'words',
  'givenById',
  'agendaItemId',
  'programmeId',
  'deadline',
  'measure',
  'reviewerId',
  'groups',
  'addressees',
  'isCascading',
] as const satisfies readonly (keyof EarlierParts)[];

/** Completes or corrects a directive that is not yet issued; what it said before is kept as a revision. */
export async function changeDirective(tx: Transaction, change: { id: string; version: number; parts: SaidParts }): Promise<Directive> {
  const row = await lockDraft(tx, change);
  const { reviewerUnitId, ...before } = await partsNow(tx, row);
  const after = await resolveParts(tx, {
    parts: change.parts,
    before: { ...before, reviewerUnitId },
    spokenAt: row.spoken_at,
  });
  const changed = partNames.filter((part) => !isDeepStrictEqual(before[part], after[part]));
  if (changed.length > 0) {
    await tx.db
      .insertInto('directives.revision')
      .values({
        directive_id: row.id,
        version: row.version,
        at: tx.now,
        by_id: tx.actor.personId,
        changed,
        before: JSON.stringify(before),
      })
      .execute();
    await writeParts(tx, row, after);
    if (changed.includes('addressees')) await writeAddressees(tx, row.id, after.addressees);
    const kept = { ...after, words: digestOf(after.words), measure: digestOf(after.measure) };
    const data = Object.fromEntries(changed.map((part) => [part, kept[part]]));
    tx.audit({ action: 'directive.changed', object: 'directive', objectId: row.id, data: { version: row.version + 1, ...data } });
    touchDirective(tx, row);
  }
  return (await presentDirectives(tx, [row.id]))[0]!;
}

async function partsNow(tx: Transaction, row: DirectiveRow): Promise<ResolvedParts> {
  const addressees = (await addresseesOf(tx.db, [row.id])).get(row.id) ?? [];
  return {
    words: row.words,
    givenById: row.given_by_id,
    agendaItemId: row.agenda_item_id,
    programmeId: row.programme_id,
    deadline: row.deadline,
    measure: row.measure,
    reviewerId: row.reviewer_id,
    reviewerUnitId: row.reviewer_unit_id,
    groups: row.groups,
    addressees: addressees.map((one) => ({
      unitId: one.unit_id,
      picId: one.pic_id,
      nominationDueOn: one.nomination_due_on,
      isViaGroup: one.via_group,
    })),
    isCascading: row.is_cascading,
  };
}

async function writeParts(tx: Transaction, row: DirectiveRow, parts: ResolvedParts): Promise<void> {
  await tx.db
    .updateTable('directives.directive')
    .set({
      words: parts.words,
      given_by_id: parts.givenById,
      agenda_item_id: parts.agendaItemId,
      programme_id: parts.programmeId,
      deadline: parts.deadline,
      measure: parts.measure,
      reviewer_id: parts.reviewerId,
      reviewer_unit_id: parts.reviewerUnitId,
      groups: [...parts.groups],
      is_cascading: parts.isCascading,
      search: searchText(row.number, parts.words, parts.measure),
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute();
}
