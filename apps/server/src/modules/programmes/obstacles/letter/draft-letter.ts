import { formatDate, formatRupiah } from '@makaverse/calendar';
import { text } from '#platform/language';
import type { ObstacleNames } from '../present.ts';
import type { ObstacleRow } from '../tables.ts';

/** A letter of the city is in Indonesian (UU 24/2009 art. 27), whoever drafts it. */
export function say(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  return text('id', `letters.${key}`, params);
}

/** Subject and body of a letter from what the record says: what blocks, since when, what it costs, and what is asked. */
export function draftLetter(
  row: ObstacleRow,
  names: ObstacleNames,
  legalBasis: string,
): { readonly subject: string; readonly body: string } {
  const programme = names.programmes.get(row.programme_id)!;
  const unit = names.units.get(row.unit_id)?.name ?? '';
  const milestone = row.milestone_id === null ? null : names.milestones.get(row.milestone_id);
  const paragraphs = [
    say('opening', { programme: programme.name, unit, basis: legalBasis }),
    say(milestone ? 'blocks-milestone' : 'blocks', {
      words: row.words,
      since: formatDate(row.since_on, 'id', 'day'),
      milestone: milestone ?? '',
    }),
    ...(row.cost_per_day ? [say('cost', { cost: formatRupiah(row.cost_per_day, 'id') })] : []),
    say('request'),
    say('closing'),
  ];
  return { subject: say('subject', { programme: programme.name }), body: paragraphs.join('\n\n') };
}
