import type { DirectiveParts } from '@makaverse/contract/directives';
import type { UnitGroup } from '@makaverse/contract/identity-directory';
import type { ClerkLine } from './clerk-line.ts';
import { camatAndLurah } from './line-directory.ts';
import { cutLine, type Piece } from './line-pieces.ts';
import type { Match, Named } from './match-name.ts';

/** Who sits where, as far as a line needs it. */
export interface LineContext {
  readonly groupUnits: ReadonlyMap<UnitGroup, readonly string[]>;
  readonly unitsOfPerson: ReadonlyMap<string, readonly string[]>;
}

/** What a line asks to be kept. `words` is empty when nothing was said yet: such a line cannot be kept. */
export interface LineParts {
  readonly words: string;
  readonly groups: readonly UnitGroup[];
  readonly unitIds: readonly string[];
  readonly isCascading: boolean;
  readonly programmeId: string | null;
  readonly reviewerId: string | null;
  readonly deadline: string | null;
  readonly measure: string | null;
  readonly nominationDueOn: string | null;
  /** Named at once, and the addressed unit he sits in. */
  readonly pic: { readonly personId: string; readonly unitId: string } | null;
}

/**
 * The parts of a line that were understood. What was not (a name nobody bears, a second deadline) goes to the end of the words as it was
 * typed: the gap it leaves is seen, and nothing that was written is lost.
 */
export function partsOf(raw: string, line: ClerkLine, context: LineContext): LineParts {
  const targets = line.addressees.flatMap((one) => itemOf(one.meant) ?? []);
  const groups = [...new Set(targets.flatMap((target) => target.group ?? []))];
  const unitIds = [...new Set(targets.filter((target) => target.group === null).map((target) => target.id))];
  const person = line.nomination && 'person' in line.nomination.meant ? itemOf(line.nomination.meant.person) : null;
  const addressed = [...unitIds, ...groups.flatMap((group) => context.groupUnits.get(group) ?? [])];
  const seat = person && seatOf(person.id, addressed, context);
  const isSeated = person === null || seat !== null;
  const unheard = [
    ...line.addressees.filter((one) => one.meant.kind !== 'one').map((one) => `@${one.said}`),
    ...overridden(cutLine(raw), raw),
    ...(line.programme && !itemOf(line.programme.meant) ? [`#${line.programme.said}`] : []),
    ...(line.reviewer && !itemOf(line.reviewer.meant) ? [`>${line.reviewer.said}`] : []),
    ...(line.deadline?.meant === null ? [`!${line.deadline.said}`] : []),
    ...(line.nomination && 'person' in line.nomination.meant && !(person && isSeated) ? [`&${line.nomination.said}`] : []),
  ];
  return {
    words: line.words === '' ? '' : [line.words, ...unheard].join(' '),
    groups,
    unitIds,
    isCascading: targets.some((target) => target.id === camatAndLurah),
    programmeId: (line.programme && itemOf(line.programme.meant))?.id ?? null,
    reviewerId: (line.reviewer && itemOf(line.reviewer.meant))?.id ?? null,
    deadline: line.deadline?.meant ?? null,
    measure: line.measure,
    nominationDueOn: line.nomination && 'dueOn' in line.nomination.meant ? line.nomination.meant.dueOn : null,
    pic: person && seat !== null ? { personId: person.id, unitId: seat } : null,
  };
}

/** The parts as a new directive is sent. */
export function newDirective(parts: LineParts): DirectiveParts {
  const { pic, unitIds, groups, nominationDueOn } = parts;
  const named = pic && !unitIds.includes(pic.unitId) ? [...unitIds, pic.unitId] : unitIds;
  return {
    words: parts.words,
    groups: [...groups],
    addressees: named.map((unitId) =>
      pic?.unitId === unitId ? { unitId, picId: pic.personId, nominationDueOn: null } : { unitId, picId: null, nominationDueOn },
    ),
    programmeId: parts.programmeId,
    reviewerId: parts.reviewerId,
    deadline: parts.deadline,
    measure: parts.measure,
    nominationDueOn,
    isCascading: parts.isCascading,
  };
}

function itemOf<T extends Named>(match: Match<T>): T | null {
  return match.kind === 'one' ? match.item : null;
}

/** The addressed unit a person answers in: his own; where only one is addressed and his is not known, that one. */
function seatOf(personId: string, addressed: readonly string[], context: LineContext): string | null {
  const own = context.unitsOfPerson.get(personId);
  if (own) return own.find((unitId) => addressed.includes(unitId)) ?? null;
  return addressed.length === 1 ? addressed[0]! : null;
}

/** Of what can be said once, everything but the last. */
function overridden(pieces: readonly Piece[], raw: string): string[] {
  const single = pieces.filter((piece) => piece.kind !== 'words' && piece.kind !== 'addressee' && piece.text !== '');
  return single
    .filter((piece, position) => single.findLastIndex((other) => other.kind === piece.kind) !== position)
    .map((piece) => raw[piece.start]! + piece.text);
}
