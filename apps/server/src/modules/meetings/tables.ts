import type { presentingGroup, UnitGroup } from '@makaverse/contract/identity-directory';
import type { AgendaItem, MeetingKind, MeetingState } from '@makaverse/contract/meetings';
import type { Generated, JSONColumnType, Selectable } from 'kysely';
import type { z } from 'zod';
import type { Happened, MinutesText } from './minutes/domain/happened.ts';
import type { Steering } from './refresh/domain/draw.ts';

declare module '#database/schema' {
  interface Database {
    'meetings.meeting': MeetingTable;
    'meetings.meeting_clerk': MeetingClerkTable;
    'meetings.meeting_unit': MeetingUnitTable;
    'meetings.agenda_item': AgendaItemTable;
    'meetings.document': DocumentTable;
    'meetings.feed': FeedTable;
    'meetings.item_span': ItemSpanTable;
    'meetings.attendee': AttendeeTable;
    'meetings.minutes': MinutesTable;
    'meetings.steering': SteeringTable;
  }
}

interface MeetingTable {
  id: string;
  kind: MeetingKind;
  state: MeetingState;
  title: string;
  starts_at: Date;
  ends_at: Date;
  place: string;
  link: string | null;
  chair_id: string;
  refresh_of_id: string | null;
  groups: UnitGroup[];
  created_by_id: string;
  called_at: Date | null;
  started_at: Date | null;
  closed_at: Date | null;
  cancelled_at: Date | null;
  cancel_reason: string | null;
  /** SEQUENCE of the calendar object (RFC 5545, 3.8.7.4): grows with each change the invited are told of. */
  sequence: Generated<number>;
  /** Title and place in lower case. */
  search: string;
  version: Generated<number>;
  created_at: Date;
}
interface MeetingClerkTable {
  meeting_id: string;
  person_id: string;
  position: number;
}
interface MeetingUnitTable {
  meeting_id: string;
  unit_id: string;
  /** Invited as one of a group, not by its own name. */
  via_group: boolean;
}
interface AgendaItemTable {
  id: string;
  meeting_id: string;
  parent_id: string | null;
  /** Place in the whole agenda, parents before children. */
  position: number;
  kind: AgendaItem['kind'];
  title: string;
  minutes: number;
  presenter_unit_id: string | null;
  presenting_group: z.infer<typeof presentingGroup> | null;
  issue: Generated<string>;
  solution: Generated<string>;
  innovation: Generated<string>;
  reason: string | null;
  about_href: string | null;
  /** The refresh topic that this point was written from; null for what somebody put there by hand. */
  topic_key: Generated<string | null>;
  notes: Generated<string>;
  version: Generated<number>;
}
interface DocumentTable {
  id: string;
  item_id: string;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  uploaded_by_id: string;
  uploaded_at: Date;
}
interface FeedTable {
  person_id: string;
  /** SHA-256 of the address's secret part, in hexadecimal. */
  token_hash: string;
  created_at: Date;
}
interface ItemSpanTable {
  id: string;
  meeting_id: string;
  item_id: string;
  started_at: Date;
  ended_at: Date | null;
}
interface AttendeeTable {
  id: string;
  meeting_id: string;
  unit_id: string;
  person_id: string | null;
  name: string;
  name_key: string;
  came_at: Date;
  left_at: Date | null;
  via_room: boolean;
  added_by_id: string;
}
interface MinutesTable {
  meeting_id: string;
  version_number: number;
  state: 'draft' | 'approved';
  summary: string;
  sections: JSONColumnType<MinutesText['sections']>;
  happened: JSONColumnType<Happened>;
  /** SHA-256 of the version's text and facts. */
  digest: string;
  written_by_id: string | null;
  written_at: Date;
  approved_by_id: string | null;
  approved_at: Date | null;
  version: Generated<number>;
}
interface SteeringTable {
  meeting_id: string;
  minutes_given: number;
  pins: string[];
  drops: JSONColumnType<Steering['drops']>;
  key_order: string[];
  adopted_at: Date | null;
  version: Generated<number>;
}

export type MeetingRow = Selectable<MeetingTable>;
export type AgendaItemRow = Selectable<AgendaItemTable>;
export type DocumentRow = Selectable<DocumentTable>;
export type ItemSpanRow = Selectable<ItemSpanTable>;
export type AttendeeRow = Selectable<AttendeeTable>;
export type MinutesRow = Selectable<MinutesTable>;
export type SteeringRow = Selectable<SteeringTable>;
