import type { Directive, DirectiveParts } from '@makaverse/contract/directives';
import type { LineDirectory } from './clerk-line.ts';
import { camatAndLurah } from './line-directory.ts';
import type { LineContext, LineParts } from './line-parts.ts';
import type { Named } from './match-name.ts';

/** A directive that is not yet issued, written as the clerk would have typed it; `dayInWords` names a day so that it is read back. */
export function lineOf(
  directive: Directive,
  directory: LineDirectory,
  options: { context: LineContext; dayInWords: (date: string) => string },
): string {
  const { context, dayInWords } = options;
  const nameIn = (items: readonly Named[], id: string, otherwise: string): string =>
    items.find((item) => item.id === id)?.name ?? otherwise;
  const inGroups = new Set(directive.addresseeGroups.flatMap((group) => context.groupUnits.get(group) ?? []));
  const groups = directive.addresseeGroups.map((group) => (group === 'all-kecamatan' && directive.isCascading ? camatAndLurah : group));
  const alone = directive.addressees.filter((one) => !inGroups.has(one.unitId));
  const pics = directive.addressees.flatMap((one) => one.pic ?? []);
  const days = new Set(directive.addressees.flatMap((one) => (one.pic ? [] : (one.nominationDueOn ?? []))));
  return [
    directive.words,
    ...groups.map((group) => `@${nameIn(directory.targets, group, group)}`),
    ...alone.map((one) => `@${nameIn(directory.targets, one.unitId, one.unit.name)}`),
    ...(directive.programmeId ? [`#${nameIn(directory.programmes, directive.programmeId, '')}`] : []),
    ...(directive.reviewer ? [`>${nameIn(directory.reviewers, directive.reviewer.id, directive.reviewer.name)}`] : []),
    ...(directive.deadline ? [`!${dayInWords(directive.deadline)}`] : []),
    ...(directive.measure ? [`=${directive.measure}`] : []),
    ...(days.size === 1 ? [`&${dayInWords([...days][0]!)}`] : []),
    ...(days.size === 0 && pics.length === 1 ? [`&${nameIn(directory.people, pics[0]!.id, pics[0]!.name)}`] : []),
  ].join(' ');
}

/**
 * What an edited line changes. A part that reads the same before and after is left alone, so that nothing is undone of what the line
 * cannot say (a second person in charge, a day of one unit's own).
 */
export function changedParts(
  directive: Directive,
  options: { before: LineParts; after: LineParts; context: LineContext },
): Partial<DirectiveParts> {
  const { before, after, context } = options;
  const change: Partial<DirectiveParts> = {};
  for (const part of ['words', 'deadline', 'measure', 'reviewerId', 'programmeId', 'isCascading'] as const) {
    if (before[part] !== after[part]) Object.assign(change, { [part]: after[part] });
  }
  const same = (part: 'groups' | 'unitIds' | 'nominationDueOn' | 'pic'): boolean =>
    JSON.stringify(before[part]) === JSON.stringify(after[part]);
  if (same('groups') && same('unitIds') && same('nominationDueOn') && same('pic')) return change;
  return { ...change, groups: [...after.groups], addressees: addresseesAfter() };

  function addresseesAfter(): NonNullable<DirectiveParts['addressees']> {
    const hasNewDay = !same('nominationDueOn');
    const everyone = new Set([...after.groups.flatMap((group) => context.groupUnits.get(group) ?? []), ...after.unitIds]);
    return [...everyone].map((unitId) => {
      if (after.pic?.unitId === unitId && !same('pic')) return { unitId, picId: after.pic.personId, nominationDueOn: null };
      const kept = directive.addressees.find((one) => one.unitId === unitId);
      const wasTakenBack = !same('pic') && before.pic?.unitId === unitId;
      const picId = wasTakenBack ? null : (kept?.picId ?? null);
      const day = hasNewDay || !kept ? after.nominationDueOn : kept.nominationDueOn;
      return { unitId, picId, nominationDueOn: picId === null ? day : null };
    });
  }
}
