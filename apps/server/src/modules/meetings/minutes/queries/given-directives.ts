import type { Directive } from '@makaverse/contract/directives';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import { directivesOfMeeting } from '#modules/directives';
import { personBriefs, unitBriefs, unitsInGroup, type UnitTree } from '#modules/identity';
import type { GivenDirective } from '../domain/happened.ts';
import { named } from './named.ts';

/** The directives of a meeting as they were issued, by number. */
export async function givenDirectives(
  context: Context,
  meeting: { meetingId: string; tree: UnitTree; startedAt: Date },
): Promise<readonly GivenDirective[]> {
  const directives = await directivesOfMeeting(context, meeting.meetingId);
  const people = await personBriefs(
    context.db,
    directives.flatMap((one) => [one.givenBy, one.reviewer].flatMap((person) => person?.id ?? [])),
    meeting.startedAt,
  );
  const units = await unitBriefs(
    context.db,
    directives.flatMap((one) => one.addressees.map((addressee) => addressee.unitId)),
  );
  return directives.map((one) => ({
    number: one.number,
    words: one.words,
    agendaItemId: one.agendaItemId,
    givenBy: one.givenBy && named(people, one.givenBy.id),
    addressees: addressedTo(one, meeting.tree, (id) => meeting.tree.get(id)?.name ?? units.get(id)?.name ?? '—'),
    deadline: one.deadline,
    measure: one.measure,
    reviewer: one.reviewer && named(people, one.reviewer.id),
  }));
}

/** Groups by their name, then the units that were addressed besides. */
function addressedTo(directive: Directive, tree: UnitTree, unitName: (id: string) => string): string[] {
  const inGroups = new Set(directive.addresseeGroups.flatMap((group) => unitsInGroup(tree, group).map((unit) => unit.id)));
  const besides = directive.addressees.filter((one) => !inGroups.has(one.unitId)).map((one) => unitName(one.unitId));
  const groups = directive.addresseeGroups.map((group) => text('id', `minutes.group-${group}`));
  return [...groups, ...besides, ...(directive.isCascading ? [text('id', 'minutes.passed-on')] : [])];
}
