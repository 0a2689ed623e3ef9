import type { Gap, Problem } from '@makaverse/contract/problem';
import type { Language } from '#platform/language';
import { hasText, text } from '#platform/language';

/** The ways a rule can be broken; each has its HTTP status, here alone. */
const statusOf = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  gone: 410,
  tooLarge: 413,
  limited: 429,
  unavailable: 503,
} as const;
export type RuleKind = keyof typeof statusOf;

/** What a broken rule can carry to the reader besides its words. */
export interface RuleDetails {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly gaps?: readonly Gap[];
  readonly issues?: readonly { readonly path: string; readonly message: string }[];
  readonly current?: unknown;
}

/**
 * A rule of the domain was broken. Subclasses are named after the rule (`DirectiveIncomplete`); `code` is stable and has its words
 * in `locales/<language>/<module>.json` under `problems.<code>.title` and `.detail`, where the detail says what to do next.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly kind: RuleKind;
  readonly details: RuleDetails;
  constructor(code: string, kind: RuleKind, details: RuleDetails = {}) {
    super(code);
    this.name = new.target.name;
    this.code = code;
    this.kind = kind;
    this.details = details;
  }
}

/** The record does not exist, or the caller may not know that it does: both look the same from outside. */
export class RecordMissing extends DomainError {
  constructor() {
    super('record-missing', 'missing');
  }
}
/** The caller may see the record but not do this. */
export class NotAllowed extends DomainError {
  constructor(code = 'not-allowed') {
    super(code, 'forbidden');
  }
}
/** Somebody else changed the record since the caller read it. */
export class EditConflict extends DomainError {
  constructor(current: unknown) {
    super('edit-conflict', 'conflict', { current });
  }
}
/** Nobody is signed in. */
export class NotSignedIn extends DomainError {
  constructor() {
    super('not-signed-in', 'unauthenticated');
  }
}

/** Turns a broken rule into an RFC 9457 problem in the reader's language. */
export function toProblem(error: DomainError, language: Language): Problem {
  const { params, gaps, issues, current } = error.details;
  const base = `problems.${error.code}`;
  return {
    type: `/problems/${error.code}`,
    code: error.code,
    status: statusOf[error.kind],
    title: text(language, `${base}.title`, params),
    detail: hasText(language, `${base}.detail`) ? text(language, `${base}.detail`, params) : text(language, 'problems.fallback.detail'),
    ...(gaps && { gaps: [...gaps] }),
    ...(issues && { issues: [...issues] }),
    ...(current !== undefined && { current }),
  };
}
