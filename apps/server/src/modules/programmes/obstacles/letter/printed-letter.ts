import { formatDate } from '@makaverse/calendar';
import type { PersonBrief } from '@makaverse/contract/primitives';
import type { LetterRow } from '../tables.ts';
import { say } from './draft-letter.ts';

/** A letter as it stands on paper, whichever file it becomes. */
export interface PrintedLetter {
  readonly title: string;
  readonly letterhead: readonly string[];
  /** Number, attachment, subject. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly placeAndDay: string;
  readonly addressee: readonly string[];
  readonly paragraphs: readonly string[];
  readonly signature: { readonly office: string; readonly name: string };
  /** Null once it was sent. */
  readonly draftMark: string | null;
  readonly at: Date;
}

/** Puts a letter together as official letters are laid out (Permendagri 1/2023 on official documents: head, facts, address, body, signature). */
export function printedLetter(row: LetterRow, from: { readonly unit: string; readonly head: PersonBrief | null }): PrintedLetter {
  return {
    title: row.subject,
    letterhead: [say('letterhead'), from.unit.toLocaleUpperCase('id')],
    facts: [
      [say('number'), row.number ?? say('number-open')],
      [say('attachment'), say('no-attachment')],
      [say('subject-label'), row.subject],
    ],
    placeAndDay: row.sent_on === null ? say('place-open') : say('place', { day: formatDate(row.sent_on, 'id', 'day') }),
    addressee: [say('to'), row.addressee, say('at-place')],
    paragraphs: row.body.split(/\n+/).filter((line) => line.trim() !== ''),
    signature: { office: from.head?.title ?? '', name: from.head?.name ?? '' },
    draftMark: row.sent_on === null ? say('draft-mark') : null,
    at: row.written_at,
  };
}
