import { pageOf } from '@makaverse/contract/pages';
import ical, { ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator';
import type { MeetingRow } from '../tables.ts';

const maker = { company: 'makaverse.id', product: 'Makaverse', language: 'ID' };

/** Where a calendar object says it comes from. Letters to the organizer reach nobody: answers are given on the meeting's page. */
function eventOf(row: MeetingRow, known: { chair: string; publicUrl: string; now: Date }): ICalEventData {
  const { hostname } = new URL(known.publicUrl);
  const url = new URL(pageOf.meeting(row.id), known.publicUrl).href;
  return {
    // The same UID for ever, so that a later object replaces the earlier one (RFC 5545, 3.8.4.7).
    id: `meeting-${row.id}@${hostname}`,
    sequence: row.sequence,
    start: row.starts_at,
    end: row.ends_at,
    stamp: known.now,
    summary: row.title,
    location: row.place || row.link || null,
    description: [row.cancel_reason, row.link, url].filter(Boolean).join('\n'),
    url,
    status: row.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: known.chair || 'Makaverse', email: `rapat@${hostname}` },
  };
}

/** An invitation, its update or its withdrawal, without the attendee: he is written in with his letter (RFC 5546, 3.2). */
export function invitation(row: MeetingRow, known: { method: 'REQUEST' | 'CANCEL'; chair: string; publicUrl: string; now: Date }): string {
  const event = eventOf(row, known);
  return ical({
    prodId: maker,
    method: known.method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    events: [known.method === 'CANCEL' ? { ...event, status: ICalEventStatus.CANCELLED } : event],
  }).toString();
}

/** Meetings as a calendar to be read or followed (RFC 5545; the refresh hint of RFC 7986). */
export function calendarOf(
  rows: readonly MeetingRow[],
  known: { name: string; chairs: ReadonlyMap<string, { readonly name: string }>; publicUrl: string; now: Date },
): string {
  return ical({
    prodId: maker,
    name: known.name,
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
    events: rows.map((row) => eventOf(row, { ...known, chair: known.chairs.get(row.chair_id)?.name ?? '' })),
  }).toString();
}
