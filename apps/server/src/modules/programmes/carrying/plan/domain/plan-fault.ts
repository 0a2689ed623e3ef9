/** The three lists of a plan that also stand on sheets of a workbook, and the places. */
type PlanList = 'milestones' | 'indicators' | 'money' | 'places';

/** One field of one row that cannot stay as it is; its words are in `locales/` under `planFaults.<code>`. */
export interface PlanFault {
  readonly list: PlanList;
  /** From 0, in the list as it was sent. */
  readonly row: number;
  /** The field, and of dated fields the date: `plan 2022-03-31`. */
  readonly field: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}
