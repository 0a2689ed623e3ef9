/** One row of an imported file as it was judged. `values` are keyed by our column names. */
export interface ImportedRow {
  /** Line in the file; the heading is line 1. */
  readonly row: number;
  readonly change: 'new' | 'changed' | 'same' | 'wrong';
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly column: string; readonly code: string; readonly params?: Readonly<Record<string, string>> }[];
}
