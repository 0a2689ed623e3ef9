import type { Geometry } from '@makaverse/contract/programmes-plan';
import type { JSONColumnType, Selectable } from 'kysely';

declare module '#database/schema' {
  interface Database {
    'programmes.replan': ReplanTable;
    'programmes.indicator': IndicatorTable;
    'programmes.indicator_value': IndicatorValueTable;
    'programmes.budget_line': BudgetLineTable;
    'programmes.money_report': MoneyReportTable;
    'programmes.place': PlaceTable;
    'programmes.document': DocumentTable;
  }
}

interface ReplanTable {
  id: string;
  milestone_id: string;
  by_id: string;
  at: Date;
  from_on: string;
  to_on: string;
  reason: string;
}
interface IndicatorTable {
  id: string;
  programme_id: string;
  position: number;
  name: string;
  /** In what it is counted: "%", "titik". */
  measure: string;
  baseline_on: string;
  baseline: number;
  target_on: string;
  target: number;
  /** Planned values between the two, by date. */
  points: JSONColumnType<{ on: string; value: number }[]>;
}
interface IndicatorValueTable {
  id: string;
  indicator_id: string;
  on: string;
  value: number;
  by_id: string;
  at: Date;
}
interface BudgetLineTable {
  id: string;
  programme_id: string;
  position: number;
  /** Of SIPD, as it is written. */
  code: string;
  name: string;
  ceiling: number;
  contract: number | null;
  /** Planned spending summed up to each date. */
  plan: JSONColumnType<{ on: string; amount: number }[]>;
}
interface MoneyReportTable {
  id: string;
  budget_line_id: string;
  on: string;
  /** Summed up to the date. */
  amount: number;
  by_id: string;
  at: Date;
}
interface PlaceTable {
  id: string;
  programme_id: string;
  position: number;
  name: string;
  geometry: JSONColumnType<Geometry>;
  west: number;
  south: number;
  east: number;
  north: number;
  /** The kelurahan it is in, and how that is known. */
  area_code: string | null;
  area_by: 'boundary' | 'nearest' | null;
}
interface DocumentTable {
  id: string;
  programme_id: string;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  uploaded_by_id: string;
  uploaded_at: Date;
}

export type ReplanRow = Selectable<ReplanTable>;
export type IndicatorRow = Selectable<IndicatorTable>;
export type IndicatorValueRow = Selectable<IndicatorValueTable>;
export type BudgetLineRow = Selectable<BudgetLineTable>;
export type MoneyReportRow = Selectable<MoneyReportTable>;
export type PlaceRow = Selectable<PlaceTable>;
export type DocumentRow = Selectable<DocumentTable>;
