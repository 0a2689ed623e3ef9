import type { Directive, DirectiveParts } from '@makaverse/contract/directives';
import { digestOf } from '#platform/audit';
import type { Transaction } from '#platform/context';
import { searchText } from '#platform/search-text';
import { presentDirectives } from '../queries/directive-views.ts';
import { noParts, resolveParts } from './resolve-parts.ts';
import { dayOf, takeNumber } from './take-number.ts';
import { touchDirective, writeAddressees } from './write-addressees.ts';

/** A directive as it was heard. */
export interface SpokenDirective {
  readonly parts: DirectiveParts;
  readonly meetingId: string | null;
  /** Who gave it unless the parts name another: the chair. */
  readonly givenById: string | null;
  readonly spokenAt: Date;
  /** The meeting's own day, where it may differ from that of the words: meetings run past midnight, numbers keep their day. */
  readonly meetingDay?: string;
}

/**
 * Keeps a directive as spoken, complete or not, under the next number of its meeting. Whether the actor may keep one is the meeting's
 * policy and decided by its module.
 */
export async function recordDirective(tx: Transaction, spoken: SpokenDirective): Promise<Directive> {
  // A tablet's clock may run ahead of ours; nothing was spoken in the future.
  const spokenAt = spoken.spokenAt > tx.now ? tx.now : spoken.spokenAt;
  const before = { ...noParts, givenById: spoken.givenById };
  const parts = await resolveParts(tx, { parts: spoken.parts, before, spokenAt });
  const { seriesKey, serial, number } = await takeNumber(tx, {
    meetingId: spoken.meetingId,
    day: dayOf(spokenAt, spoken.meetingDay),
  });
  const id = tx.newId();
  await tx.db
    .insertInto('directives.directive')
    .values({
      id,
      series_key: seriesKey,
      serial,
      number,
      meeting_id: spoken.meetingId,
      agenda_item_id: parts.agendaItemId,
      programme_id: parts.programmeId,
      state: 'draft',
      words: parts.words,
      given_by_id: parts.givenById,
      kept_by_id: tx.actor.personId,
      spoken_at: spokenAt,
      deadline: parts.deadline,
      measure: parts.measure,
      reviewer_id: parts.reviewerId,
      reviewer_unit_id: parts.reviewerUnitId,
      groups: [...parts.groups],
      is_cascading: parts.isCascading,
      issued_at: null,
      issued_by_id: null,
      done_at: null,
      withdrawn_at: null,
      withdrawn_by_id: null,
      withdraw_reason: null,
      search: searchText(number, parts.words, parts.measure),
      created_at: tx.now,
    })
    .execute();
  await writeAddressees(tx, id, parts.addressees);
  tx.audit({
    action: 'directive.recorded',
    object: 'directive',
    objectId: id,
    data: { number, ...parts, words: digestOf(parts.words), measure: digestOf(parts.measure) },
  });
  touchDirective(tx, { id, meeting_id: spoken.meetingId });
  return (await presentDirectives(tx, [id]))[0]!;
}
