import type { Generated, Selectable } from 'kysely';

declare module '#database/schema' {
  interface Database {
    'programmes.milestone': MilestoneTable;
    'programmes.milestone_after': MilestoneAfterTable;
    'programmes.promise_move': PromiseMoveTable;
    'programmes.check_in': CheckInTable;
    'programmes.rating': RatingTable;
  }
}

interface MilestoneTable {
  id: string;
  programme_id: string;
  position: number;
  title: string;
  /** Its share of the whole, against the sum of all weights. */
  weight: number;
  unit_id: string | null;
  /** The baseline; never moved. */
  planned_on: string;
  /** The date last promised; begins as the planned one. */
  promised_on: string;
  /** What the owner says; it counts as done only when the reviewer has confirmed it. */
  reported_done_on: string | null;
  reported_by_id: string | null;
  confirmed_at: Date | null;
  confirmed_by_id: string | null;
  version: Generated<number>;
}
interface MilestoneAfterTable {
  milestone_id: string;
  /** Must be done before it. */
  after_id: string;
}
interface PromiseMoveTable {
  id: string;
  milestone_id: string;
  programme_id: string;
  unit_id: string | null;
  by_id: string;
  at: Date;
  from_on: string;
  to_on: string;
  reason: string;
  check_in_id: string | null;
}
interface CheckInTable {
  id: string;
  programme_id: string;
  unit_id: string;
  by_id: string;
  at: Date;
  /** The deadline it answers. */
  due_at: Date;
  /** Per cent of the whole, as the owner sees it. */
  progress: number;
  words: string;
  via: 'app' | 'link';
}
interface RatingTable {
  id: string;
  programme_id: string;
  by_id: string;
  at: Date;
  light: 'green' | 'yellow-green' | 'yellow-red' | 'red';
  reason: string;
}

export type MilestoneRow = Selectable<MilestoneTable>;
export type PromiseMoveRow = Selectable<PromiseMoveTable>;
export type CheckInRow = Selectable<CheckInTable>;
export type RatingRow = Selectable<RatingTable>;
