import type { Context } from '#platform/context';
import { directiveRows } from './directive-page.ts';

/** A directive about a programme, as it was spoken. */
export interface SpokenOfProgramme {
  readonly id: string;
  readonly number: string;
  readonly words: string;
  readonly spokenAt: Date;
  readonly givenById: string | null;
}

/** Issued directives about a programme that the reader may see, the newest first. */
export async function directivesOfProgramme(context: Context, programmeId: string, limit: number): Promise<SpokenOfProgramme[]> {
  const rows = await directiveRows(context, { filter: { programmeId, state: 'issued' }, limit, after: null });
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    words: row.words,
    spokenAt: row.spoken_at,
    givenById: row.given_by_id,
  }));
}
