import type { ForecastScore, Light } from '@makaverse/contract/programmes-truth';
import type { JSONColumnType, Selectable } from 'kysely';
import type { KeptForecast } from './domain/kept-forecast.ts';

declare module '#database/schema' {
  interface Database {
    'programmes.standing': StandingTable;
    'programmes.forecast_score': ForecastScoreTable;
    'programmes.milestone_judgement': MilestoneJudgementTable;
    'programmes.silence_notice': SilenceNoticeTable;
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
interface SilenceNoticeTable {
  programme_id: string;
  unit_id: string;
  due_at: Date;
  rung: string;
  at: Date;
}

export type StandingRow = Selectable<StandingTable>;
