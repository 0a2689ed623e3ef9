import { parseSpokenDate } from '@makaverse/calendar';
import type { UnitGroup } from '@makaverse/contract/identity-directory';
import { cutLine, type PieceKind } from './line-pieces.ts';
import { matchName, type Match, type Named } from './match-name.ts';

/** A unit or a whole group the line can address. */
export interface Target extends Named {
  readonly group: UnitGroup | null;
}

/** Everything a line can name. */
export interface LineDirectory {
  readonly targets: readonly Target[];
  readonly reviewers: readonly Named[];
  readonly programmes: readonly Named[];
  readonly people: readonly Named[];
  /** The day "besok" is counted from, `YYYY-MM-DD`. */
  readonly today: string;
}

/** One thing said and what became of it. */
export interface Understood<T> {
  readonly said: string;
  readonly meant: T;
}

/** A line as far as it is understood; `null` and empty lists are the hollow places beside the line. */
export interface ClerkLine {
  readonly words: string;
  readonly addressees: readonly Understood<Match<Target>>[];
  readonly programme: Understood<Match<Named>> | null;
  readonly reviewer: Understood<Match<Named>> | null;
  readonly deadline: Understood<string | null> | null;
  readonly measure: string | null;
  /** A day until which units must nominate, or the person in charge named at once. */
  readonly nomination: Understood<{ readonly dueOn: string } | { readonly person: Match<Named> }> | null;
}

/**
 * Understands the clerk's line: words first, `@` units or groups, `#` programme, `>` reviewer, `!` deadline, `=` measure,
 * `&` the day to nominate by or the person in charge. Said twice, the last counts; addressees add up.
 */
export function readClerkLine(line: string, directory: LineDirectory): ClerkLine {
  const pieces = cutLine(line);
  const said = (kind: PieceKind): string[] => pieces.filter((piece) => piece.kind === kind && piece.text !== '').map((piece) => piece.text);
  const last = (kind: PieceKind): string | null => said(kind).at(-1) ?? null;
  const named = (kind: PieceKind, items: readonly Named[]): Understood<Match<Named>> | null => {
    const text = last(kind);
    return text === null ? null : { said: text, meant: matchName(text, items) };
  };
  const deadline = last('deadline');
  const nomination = last('nomination');
  const dueOn = nomination === null ? null : parseSpokenDate(nomination, directory.today);
  return {
    words: said('words').join(' '),
    // "@PU, Kesehatan dan semua camat" is how a hurried clerk writes; a comma inside a unit's own name is tried first.
    addressees: said('addressee')
      .flatMap((text) => splitNames(text, directory.targets))
      .map((text) => ({ said: text, meant: matchName(text, directory.targets) })),
    programme: named('programme', directory.programmes),
    reviewer: named('reviewer', directory.reviewers),
    deadline: deadline === null ? null : { said: deadline, meant: parseSpokenDate(deadline, directory.today) },
    measure: last('measure'),
    nomination:
      nomination === null
        ? null
        : { said: nomination, meant: dueOn === null ? { person: matchName(nomination, directory.people) } : { dueOn } },
  };
}

function splitNames(text: string, targets: readonly Target[]): string[] {
  if (matchName(text, targets).kind !== 'none') return [text];
  return text
    .split(/\s*[,;]\s*|\s+(?:dan|and)\s+/u)
    .map((part) => part.trim())
    .filter(Boolean);
}
