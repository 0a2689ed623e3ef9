import type { CandidateKind } from '@makaverse/contract/meetings-room';
import type { Rung } from '@makaverse/contract/programmes';

/** What a trouble hangs on. */
export interface Subject {
  readonly kind: 'directive' | 'programme';
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** One unit's part of a directive or programme that does not go on by itself. */
export interface Trouble {
  readonly kind: CandidateKind;
  readonly subject: Subject;
  readonly unitId: string;
  /** Working days past the date of the step that is due; 0 while that date is still to come. */
  readonly workingDaysLate: number;
  readonly rung: Rung;
  /** Units of the cascade that wait below this one. */
  readonly unitsBelow: number;
  /** Whether the programme it hangs on is red. */
  readonly isRed?: boolean;
}

/** Troubles that are talked about in one go, not yet weighed. */
export interface Topic {
  /** `<kind>:<directive|programme|unit>:<id>`: the same as long as the trouble lasts, so that pins and drops stay where they were put. */
  readonly key: string;
  /**
   * Decides between equals: kind, then number or code, as people know them, and only then the key. Ids are dealt by chance, so that with
   * them the same story told twice would not give the same agenda.
   */
  readonly rank: string;
  readonly kind: CandidateKind;
  /** Sorted by number. One, or the many of a single unit. */
  readonly subjects: readonly Subject[];
  /** The units that must answer, the latest first. */
  readonly unitIds: readonly string[];
  readonly workingDaysLate: number;
  readonly rung: Rung;
  readonly unitsBelow: number;
  /** Whether a programme among them is red. */
  readonly isRed: boolean;
}

/** Rungs from the lowest to the highest. */
export const rungs: readonly Rung[] = ['none', 'unit-head', 'assistant', 'secretary', 'mayor'];

/** From this many directives on a unit may stand on the agenda by itself. */
const manySubjects = 4;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const bySubject = (a: Subject, b: Subject): number =>
  a.number.localeCompare(b.number, 'id', { numeric: true }) || byText(a.number, b.number) || byText(a.id, b.id);

/**
 * Puts troubles together so that the meeting talks about each matter once: by directive (or programme) and kind, naming the units;
 * but by unit, where one unit has the same trouble with many directives and with more of them than units share any one of those.
 * Where a trouble goes depends on counts alone, never on the order of the input. Topics come sorted by rank; `codeOf` says a unit's code.
 */
export function gatherTopics(troubles: readonly Trouble[], codeOf: (unitId: string) => string = (unitId) => unitId): Topic[] {
  const unitKey = (one: Trouble): string => `${one.kind}:unit:${one.unitId}`;
  const subjectKey = (one: Trouble): string => `${one.kind}:${one.subject.kind}:${one.subject.id}`;
  const countDistinct = (keyOf: (one: Trouble) => string, otherOf: (one: Trouble) => string): Map<string, number> => {
    const others = new Map<string, Set<string>>();
    for (const one of troubles) others.set(keyOf(one), (others.get(keyOf(one)) ?? new Set()).add(otherOf(one)));
    return new Map([...others].map(([key, set]) => [key, set.size]));
  };
  const subjectsOfUnit = countDistinct(unitKey, subjectKey);
  const unitsOfSubject = countDistinct(subjectKey, unitKey);
  const keyOf = (one: Trouble): string => {
    const own = subjectsOfUnit.get(unitKey(one))!;
    return own >= manySubjects && own > unitsOfSubject.get(subjectKey(one))! ? unitKey(one) : subjectKey(one);
  };
  return [...Map.groupBy(troubles, keyOf)].map(([key, group]) => topicOf(key, group, codeOf)).toSorted((a, b) => byText(a.rank, b.rank));
}

function topicOf(key: string, group: readonly Trouble[], codeOf: (unitId: string) => string): Topic {
  const latest = new Map<string, Trouble>();
  for (const one of group) {
    const known = latest.get(one.unitId);
    if (!known || known.workingDaysLate < one.workingDaysLate) latest.set(one.unitId, one);
  }
  const units = [...latest.values()].toSorted(
    (a, b) => b.workingDaysLate - a.workingDaysLate || byText(codeOf(a.unitId), codeOf(b.unitId)) || byText(a.unitId, b.unitId),
  );
  const subjects = [...new Map(group.map((one) => [one.subject.id, one.subject])).values()].toSorted(bySubject);
  const { kind, unitId } = group[0]!;
  return {
    key,
    rank: `${kind}:${key.startsWith(`${kind}:unit:`) ? codeOf(unitId) : subjects[0]!.number} ${key}`,
    kind,
    subjects,
    unitIds: units.map((one) => one.unitId),
    workingDaysLate: Math.max(...group.map((one) => one.workingDaysLate)),
    rung: rungs[Math.max(...group.map((one) => rungs.indexOf(one.rung)))]!,
    unitsBelow: group.reduce((sum, one) => sum + one.unitsBelow, 0),
    isRed: group.some((one) => one.isRed === true),
  };
}
