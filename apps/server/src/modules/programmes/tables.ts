import type { NominationAction, NominationState } from '@makaverse/contract/programmes';
import type { Generated, Selectable } from 'kysely';
import type { StepCause } from './domain/nomination.ts';

declare module '#database/schema' {
  interface Database {
    'programmes.programme': ProgrammeTable;
    'programmes.programme_unit': ProgrammeUnitTable;
    'programmes.nomination': NominationTable;
    'programmes.nomination_step': NominationStepTable;
  }
}

interface ProgrammeTable {
  id: string;
  number: number;
  name: string;
  outcome: string;
  field: string;
  is_example: boolean;
  source: string | null;
  reviewer_id: string;
  /** The office from which the reviewer was named: his successor there reviews in his place. */
  reviewer_unit_id: string | null;
  /** Number, name, outcome and field in lower case. */
  search: string;
  version: Generated<number>;
  /** Of the plan: milestones, indicators, money, places. */
  plan_version: Generated<number>;
  created_at: Date;
}
interface ProgrammeUnitTable {
  programme_id: string;
  unit_id: string;
  position: number;
}
export interface NominationTable {
  id: string;
  seat_kind: 'task' | 'programme';
  seat_id: string;
  unit_id: string;
  /** The directive or programme the seat belongs to. */
  subject_id: string;
  subject_number: string;
  subject_title: string;
  reviewer_id: string | null;
  reviewer_unit_id: string | null;
  state: NominationState;
  person_id: string | null;
  suggested_id: string | null;
  reasons: string | null;
  proposed_by_id: string | null;
  /** Who made the last move; null when the system did. */
  moved_by_id: string | null;
  /** When the state began. */
  since: Date;
  due_at: Date | null;
  /** When the next reminder or escalation is to leave. */
  next_notice_at: Date | null;
  /** When who owes the first step was told of the seat. */
  told_at: Generated<Date | null>;
  search: string;
  version: Generated<number>;
  created_at: Date;
}
interface NominationStepTable {
  id: string;
  nomination_id: string;
  seq: number;
  at: Date;
  action: NominationAction;
  by_id: string | null;
  person_id: string | null;
  reason: string | null;
  cause: StepCause | null;
  working_days: number;
  was_late: boolean;
  /** The deadline the step met, missed or warned of. */
  due_at: Date | null;
}

export type ProgrammeRow = Selectable<ProgrammeTable>;
export type NominationRow = Selectable<NominationTable>;
export type NominationStepRow = Selectable<NominationStepTable>;
