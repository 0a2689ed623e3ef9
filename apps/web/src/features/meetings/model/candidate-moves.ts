import type { Candidate } from '@makaverse/contract/meetings-room';

/** What the chair can do with a candidate; absent for readers. */
export interface CandidateMoves {
  readonly pin: (candidate: Candidate) => void;
  readonly drop: (candidate: Candidate, reason: string | null) => void;
  readonly move: (candidate: Candidate, by: -1 | 1) => void;
}
