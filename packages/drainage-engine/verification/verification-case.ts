import type { ModelFiles } from './oracle.ts';

/** One situation, as a model that both engines run. */
export interface VerificationCase {
  /** kebab-case; also the name on the command line. */
  readonly name: string;
  /** What the case pins, in a sentence. */
  readonly pins: string;
  readonly inp: string;
  /** Files the model reads. */
  readonly files?: ModelFiles;
  /** Whether pumps allow a continuity error of 1 % instead of 0.5 %. */
  readonly hasPumps?: boolean;
}
