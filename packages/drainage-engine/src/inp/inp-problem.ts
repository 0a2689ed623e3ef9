/** Something wrong, or left out, at one place of a file. `line` counts from 1; 0 means the file as a whole. */
export interface InpProblem {
  readonly line: number;
  /** Without brackets, in capitals; empty before the first section. */
  readonly section: string;
  readonly message: string;
}

/**
 * How a problem reads.
 *
 * @example describeProblem({ line: 12, section: 'CONDUITS', message: 'expected a length' }) // 'line 12 [CONDUITS]: expected a length'
 */
export function describeProblem({ line, section, message }: InpProblem): string {
  const place = [line > 0 ? `line ${line}` : '', section ? `[${section}]` : ''].filter(Boolean).join(' ');
  return place ? `${place}: ${message}` : message;
}

/** Thrown when a file cannot be read as a model. Names every problem found, up to fifty. */
export class InpUnreadable extends Error {
  readonly code = 'inp-unreadable';
  readonly problems: readonly InpProblem[];

  constructor(problems: readonly InpProblem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'InpUnreadable';
    this.problems = problems;
  }
}

/** Thrown inside the reader to leave one row; the reader adds line and section. */
export class RowRefused extends Error {
  override readonly name = 'RowRefused';
}
