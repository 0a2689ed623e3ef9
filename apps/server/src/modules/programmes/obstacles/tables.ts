import type { ObstacleAction, ObstacleState } from '@makaverse/contract/programmes-obstacles';
import type { Generated, Selectable } from 'kysely';

declare module '#database/schema' {
  interface Database {
    'programmes.obstacle': ObstacleTable;
    'programmes.obstacle_step': ObstacleStepTable;
    'programmes.obstacle_letter': ObstacleLetterTable;
  }
}

interface ObstacleTable {
  id: string;
  programme_id: string;
  /** The unit whose part it blocks. */
  unit_id: string;
  milestone_id: string | null;
  words: string;
  since_on: string;
  cost_per_day: number | null;
  /** Who can remove it: this unit, or else the authority outside the city. */
  remover_unit_id: string | null;
  authority: string | null;
  state: ObstacleState;
  /** The rung on which the present clock began, 1 to 4; when; and until when it rests. */
  height: number;
  clock_from: Date;
  rests_until: Date | null;
  next_climb_at: Date | null;
  taken_on_by_id: string | null;
  taken_on_until: string | null;
  reported_by_id: string;
  reported_at: Date;
  solved_on: string | null;
  search: string;
  version: Generated<number>;
}
interface ObstacleStepTable {
  id: string;
  obstacle_id: string;
  seq: number;
  at: Date;
  action: ObstacleAction;
  by_id: string | null;
  height: number;
  words: string | null;
  until_on: string | null;
}
interface ObstacleLetterTable {
  obstacle_id: string;
  addressee: string;
  subject: string;
  legal_basis: string;
  body: string;
  written_by_id: string;
  written_at: Date;
  number: string | null;
  sent_on: string | null;
  answer_due_on: string | null;
  answered_on: string | null;
  answer: string | null;
}

export type ObstacleRow = Selectable<ObstacleTable>;
export type ObstacleStepRow = Selectable<ObstacleStepTable>;
export type LetterRow = Selectable<ObstacleLetterTable>;
