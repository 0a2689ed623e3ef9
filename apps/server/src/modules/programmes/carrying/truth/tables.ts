import type { ForecastScore, Light } from '@makaverse/contract/programmes-truth';
import type { JSONColumnType, Selectable } from 'kysely';
import type { PlannedProgramme } from './domain/draw-forecasts.ts';
import type { KeptForecast } from './domain/kept-forecast.ts';
import type { Claim } from './domain/score-forecasts.ts';

type PastMilestone = PlannedProgramme['milestones'][number];

declare module '#database/schema' {
  interface Database {
    'programmes.standing': StandingTable;
    'programmes.forecast_score': ForecastScoreTable;
    'programmes.milestone_judgement': MilestoneJudgementTable;
    'programmes.silence_notice': SilenceNoticeTable;
    'programmes.past_programme': PastProgrammeTable;
  }
}

interface StandingTable {
  programme_id: string;
  day: string;
  colour: Light | null;
  chance: number | null;
  forecast: JSONColumnType<KeptForecast>;
  computed_at: Date;
}
interface ForecastScoreTable {
  day: string;
  /** Null where there was not enough to score. */
  score: JSONColumnType<ForecastScore> | null;
}
interface MilestoneJudgementTable {
  id: string;
  milestone_id: string;
  programme_id: string;
  by_id: string;
  at: Date;
  reported_on: string;
  is_confirmed: boolean;
  reason: string | null;
}
interface PastProgrammeTable {
  id: string;
  name: string;
  unit_id: string;
  /** Invented, to show what a history is good for; said wherever a forecast rests on it. */
  is_synthetic: boolean;
  start_on: string;
  milestones: JSONColumnType<PastMilestone[]>;
  claims: JSONColumnType<Claim[]>;
}
interface SilenceNoticeTable {
  programme_id: string;
  unit_id: string;
  due_at: Date;
  rung: string;
  at: Date;
}

export type StandingRow = Selectable<StandingTable>;
