import type { Generated, Selectable } from 'kysely';

declare module '#database/schema' {
  interface Database {
    'programmes.check_in_promise': CheckInPromiseTable;
    'programmes.check_in_done': CheckInDoneTable;
    'programmes.evidence': EvidenceTable;
    'programmes.evidence_hash': EvidenceHashTable;
    'programmes.evidence_flag': EvidenceFlagTable;
    'programmes.check_in_link': CheckInLinkTable;
  }
}

/** What the report promises next: a milestone and its date, as they stood then. */
interface CheckInPromiseTable {
  check_in_id: string;
  milestone_id: string;
  promised_on: string;
}
interface CheckInDoneTable {
  check_in_id: string;
  milestone_id: string;
}
interface EvidenceTable {
  id: string;
  check_in_id: string;
  programme_id: string;
  unit_id: string;
  by_id: string;
  at: Date;
  /** Of the picture that is shown: encoded anew, with nothing in it but the picture. */
  sha256: string;
  width: number;
  height: number;
  taken_at: Date | null;
  latitude: number | null;
  longitude: number | null;
  /** Grey pixels by which two photos are compared. */
  thumbnail: Buffer;
  checked_at: Generated<Date | null>;
  /** What the reviewer said of it after a flag; null where nobody had to. */
  verdict: Generated<Verdict | null>;
}
interface EvidenceHashTable {
  evidence_id: string;
  part: number;
  /** 64 bits, each a `0` or a `1`. */
  hash: string;
}
interface EvidenceFlagTable {
  id: string;
  evidence_id: string;
  programme_id: string;
  kind: 'same-picture' | 'far-away' | 'too-old';
  at: Date;
  other_id: string | null;
  metres: number | null;
  last_check_in_at: Date | null;
  verdict: Generated<Verdict | null>;
  reason: Generated<string | null>;
  answered_at: Generated<Date | null>;
  answered_by_id: Generated<string | null>;
}
interface CheckInLinkTable {
  token_hash: string;
  programme_id: string;
  unit_id: string;
  person_id: string;
  due_at: Date;
  expires_at: Date;
  /** The report that was sent with it; then it takes that report's photos and nothing else. */
  check_in_id: string | null;
}
type Verdict = 'genuine' | 'rejected';

export type EvidenceRow = Selectable<EvidenceTable>;
export type EvidenceFlagRow = Selectable<EvidenceFlagTable>;
export type CheckInLinkRow = Selectable<CheckInLinkTable>;
