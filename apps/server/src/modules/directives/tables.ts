import type { DirectiveState } from '@makaverse/contract/directives';
import type { UnitGroup } from '@makaverse/contract/identity-directory';
import type { Generated, GeneratedAlways, JSONColumnType, Selectable } from 'kysely';
import type { Addressee } from './domain/addressees.ts';

declare module '#database/schema' {
  interface Database {
    'directives.series': SeriesTable;
    'directives.directive': DirectiveTable;
    'directives.addressee': AddresseeTable;
    'directives.revision': RevisionTable;
    'directives.audience': AudienceTable;
    'directives.task': TaskTable;
    'directives.task_event': TaskEventTable;
    'directives.reminder': ReminderTable;
  }
}

interface SeriesTable {
  /** `meeting:<id>` or `year:<yyyy>`. */
  key: string;
  /** What numbers of the series begin with: `A-2022-03-15`. */
  label: string;
  last: number;
}
interface DirectiveTable {
  id: string;
  series_key: string;
  serial: number;
  number: string;
  meeting_id: string | null;
  agenda_item_id: string | null;
  programme_id: string | null;
  state: DirectiveState;
  words: string;
  given_by_id: string | null;
  /** Who wrote it down. */
  kept_by_id: string | null;
  spoken_at: Date;
  deadline: string | null;
  measure: string | null;
  reviewer_id: string | null;
  /** The office from which the reviewer was named: his successor there reviews in his place. */
  reviewer_unit_id: string | null;
  groups: UnitGroup[];
  is_cascading: boolean;
  issued_at: Date | null;
  issued_by_id: string | null;
  done_at: Date | null;
  withdrawn_at: Date | null;
  withdrawn_by_id: string | null;
  withdraw_reason: string | null;
  /** Number, words and measure as they are searched. */
  search: string;
  version: Generated<number>;
  created_at: Date;
}
interface AddresseeTable {
  directive_id: string;
  unit_id: string;
  position: number;
  /** Spelled out from a group's name, not named by itself. */
  via_group: boolean;
  pic_id: string | null;
  nomination_due_on: string | null;
}
/** The parts of a directive as they stood before a change. */
export interface EarlierParts {
  readonly words: string;
  readonly givenById: string | null;
  readonly agendaItemId: string | null;
  readonly programmeId: string | null;
  readonly deadline: string | null;
  readonly measure: string | null;
  readonly reviewerId: string | null;
  readonly groups: readonly UnitGroup[];
  readonly addressees: readonly Addressee[];
  readonly isCascading: boolean;
}
interface RevisionTable {
  directive_id: string;
  /** The version that was left behind. */
  version: number;
  at: Date;
  by_id: string | null;
  changed: string[];
  before: JSONColumnType<EarlierParts>;
}
interface AudienceTable {
  meeting_id: string;
  unit_id: string;
}
interface TaskTable {
  id: string;
  directive_id: string;
  parent_id: string | null;
  /** From the topmost task down to the parent; a task never moves. */
  ancestor_ids: string[];
  unit_id: string;
  /** Named with the directive; answers for it only once he agreed, and is then `pic_id`. */
  appointee_id: string | null;
  nomination_due_on: string | null;
  nominate_by: Date | null;
  acknowledge_by: Date;
  deadline: string;
  deadline_at: Date;
  sent_at: Date;
  seen_at: Date | null;
  acknowledged_at: Date | null;
  acknowledged_by_id: string | null;
  acknowledgement: string | null;
  named_at: Date | null;
  pic_id: string | null;
  reported_at: Date | null;
  reported_by_id: string | null;
  report: string | null;
  /** When the last report was sent back, and why. */
  sent_back_at: Date | null;
  sent_back_reason: string | null;
  done_at: Date | null;
  done_by_id: string | null;
  /** When the unit was told of it by mail. */
  told_at: Date | null;
  version: Generated<number>;
}
export type TaskEventKind =
  | 'seen'
  | 'acknowledged'
  | 'named'
  | 'accepted'
  | 'vacated'
  | 'passed-on'
  | 'reported'
  | 'sent-back'
  | 'confirmed';
interface TaskEventTable {
  id: string;
  seq: GeneratedAlways<number>;
  task_id: string;
  at: Date;
  by_id: string | null;
  kind: TaskEventKind;
  words: string | null;
  person_id: string | null;
}
export type Notice = 'due-soon' | 'overdue' | 'unit-head' | 'assistant' | 'secretary' | 'mayor';
interface ReminderTable {
  task_id: string;
  step: 'acknowledged' | 'named' | 'reported';
  due_at: Date;
  notice: Notice;
  at: Date;
}

export type DirectiveRow = Selectable<DirectiveTable>;
export type AddresseeRow = Selectable<AddresseeTable>;
export type TaskRow = Selectable<TaskTable>;
