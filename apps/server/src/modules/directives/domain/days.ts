/** A day somebody gave, and where it stood in the input. */
export interface GivenDay {
  readonly path: string;
  readonly day: string | null | undefined;
}

/** The later of the day on which it was said and today: nothing can be owed before. */
export function earliestDay(spokenOn: string, today: string): string {
  return spokenOn > today ? spokenOn : today;
}

/** Where a given day lies before the earliest possible one. Civil dates sort as text. */
export function tooEarly(given: readonly GivenDay[], earliest: string): string[] {
  return given.flatMap(({ path, day }) => (day && day < earliest ? [path] : []));
}
