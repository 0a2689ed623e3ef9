import { createHash } from 'node:crypto';
import { canonicalJson } from '#platform/audit';
import type { MinutesVersion } from './domain/happened.ts';

/** SHA-256 over a version's words and facts: printed on the paper and kept in the audit log, so that both can be held against each other. */
export function digestOfMinutes({ versionNumber, happened, summary, sections }: MinutesVersion): string {
  return createHash('sha256').update(canonicalJson({ versionNumber, happened, summary, sections })).digest('hex');
}
