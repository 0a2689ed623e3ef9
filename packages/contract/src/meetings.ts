/** Meetings: calling, agenda, invitations, the calendar. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { presentingGroup, unitGroup } from './identity-directory.ts';
import { byId, id, instant, optionalWords, page, paging, personBrief, unitBrief, version, words } from './primitives.ts';

export const meetingKind = z.enum(['rakorsus', 'refresh', 'stocktake', 'coordination']);
export type MeetingKind = z.infer<typeof meetingKind>;
/** draft → called → running → closed; or cancelled before it runs. */
export const meetingState = z.enum(['draft', 'called', 'running', 'closed', 'cancelled']);
export type MeetingState = z.infer<typeof meetingState>;

export const document = z.object({
  id,
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  uploadedBy: personBrief,
  uploadedAt: instant,
});
/** Node of the agenda tree, parents before children; a `slot` belongs to one unit and holds issue, solution and innovation. */
export const agendaItem = z.object({
  id,
  parentId: id.nullable(),
  position: z.number().int(),
  kind: z.enum(['section', 'item', 'slot']),
  title: z.string(),
  minutes: z.number().int(),
  presenter: unitBrief.nullable(),
  group: presentingGroup.nullable(),
  slot: z.object({ issue: z.string(), solution: z.string(), innovation: z.string() }).nullable(),
  /** Why the item is there, when the refresh wrote it; and the record it is about. */
  reason: z.string().nullable(),
  aboutHref: z.string().nullable(),
  notes: z.string(),
  documents: z.array(document),
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  version,
});
export type AgendaItem = z.infer<typeof agendaItem>;

export const meeting = z.object({
  id,
  kind: meetingKind,
  state: meetingState,
  title: z.string(),
  startsAt: instant,
  endsAt: instant,
  place: z.string(),
  link: z.string().nullable(),
  chair: personBrief,
  clerks: z.array(personBrief),
  refreshOf: z.object({ id, title: z.string(), startsAt: instant }).nullable(),
  invitedUnits: z.number().int(),
  directives: z.number().int(),
  incompleteDirectives: z.number().int(),
  startedAt: instant.nullable(),
  closedAt: instant.nullable(),
  cancelReason: z.string().nullable(),
  minutesState: z.enum(['none', 'draft', 'approved']),
  /** What the caller may do with it now. */
  mayDo: z.array(
    z.enum(['edit', 'call', 'cancel', 'start', 'run', 'clerk', 'close', 'check-in', 'write-minutes', 'approve-minutes', 'make-next']),
  ),
  version,
});
export type Meeting = z.infer<typeof meeting>;
export const meetingDetail = meeting.extend({
  agenda: z.array(agendaItem),
  invited: z.array(unitBrief),
  /** Those of the invited that were named themselves, besides the groups. */
  invitedByName: z.array(id),
  groups: z.array(unitGroup),
});
export type MeetingDetail = z.infer<typeof meetingDetail>;

export const agendaDraftItem = z.object({
  /** Kept items carry their id, new ones a fresh one made by the caller. */
  id,
  parentId: id.nullable(),
  kind: z.enum(['section', 'item', 'slot']),
  title: words(300),
  minutes: z.number().int().min(0).max(600),
  presenterUnitId: id.nullable(),
  reason: optionalWords(500).nullable().optional(),
  aboutHref: optionalWords(300).nullable().optional(),
});
export type AgendaDraftItem = z.infer<typeof agendaDraftItem>;
export const meetingFields = z.object({
  kind: meetingKind,
  title: words(300),
  startsAt: instant,
  endsAt: instant,
  place: optionalWords(300),
  link: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  chairId: id,
  clerkIds: z.array(id).max(20),
  refreshOfId: id.nullable(),
  unitIds: z.array(id).max(400),
  groups: z.array(unitGroup).max(8),
});

export const listMeetings = endpoint({
  id: 'meetings.list',
  method: 'GET',
  path: '/api/meetings',
  door: 'list',
  summary: 'Meetings I may see, next first',
  query: z.object({ state: meetingState.optional(), kind: meetingKind.optional(), q: optionalWords(200).optional(), ...paging }),
  reply: page(meeting),
});
export const exportMeetings = endpoint({
  id: 'meetings.export',
  method: 'GET',
  path: '/api/meetings.csv',
  door: 'export',
  summary: 'Meetings I may see as CSV',
  media: 'text/csv',
});
export const readMeeting = endpoint({
  id: 'meetings.read',
  method: 'GET',
  path: '/api/meetings/{id}',
  door: 'item',
  summary: 'One meeting with its agenda',
  params: byId,
  reply: meetingDetail,
});
export const draftMeeting = endpoint({
  id: 'meetings.draft',
  method: 'POST',
  path: '/api/meetings',
  door: 'command',
  summary: 'Draft a meeting, from nothing or from a template',
  body: meetingFields.extend({ template: z.enum(['none', 'rakorsus']).default('none') }),
  reply: meetingDetail,
});
export const changeMeeting = endpoint({
  id: 'meetings.change',
  method: 'PATCH',
  path: '/api/meetings/{id}',
  door: 'command',
  summary: 'Change a meeting; a called one sends updates to all invited',
  params: byId,
  body: meetingFields.extend({ version }),
  reply: meetingDetail,
});
export const arrangeAgenda = endpoint({
  id: 'meetings.arrange-agenda',
  method: 'PUT',
  path: '/api/meetings/{id}/agenda',
  door: 'command',
  summary: 'Save the agenda tree, in order, parents first',
  params: byId,
  body: z.object({ items: z.array(agendaDraftItem).max(400), version }),
  reply: meetingDetail,
});
export const callMeeting = endpoint({
  id: 'meetings.call',
  method: 'POST',
  path: '/api/meetings/{id}/call',
  door: 'command',
  summary: 'Call it: invitations with a calendar file go out',
  params: byId,
  body: z.object({ version }),
  reply: meetingDetail,
});
export const cancelMeeting = endpoint({
  id: 'meetings.cancel',
  method: 'POST',
  path: '/api/meetings/{id}/cancel',
  door: 'command',
  summary: 'Cancel it with a reason; cancellations go out',
  params: byId,
  body: z.object({ reason: words(1000), version }),
  reply: meetingDetail,
});
export const makeNextMeeting = endpoint({
  id: 'meetings.make-next',
  method: 'POST',
  path: '/api/meetings/{id}/next',
  door: 'command',
  summary: 'Make the refresh of this meeting',
  params: byId,
  body: z.object({ startsAt: instant, minutes: z.number().int().min(15).max(600) }),
  reply: meetingDetail,
});
export const fillSlot = endpoint({
  id: 'meetings.fill-slot',
  method: 'PUT',
  path: '/api/agenda-items/{id}/slot',
  door: 'command',
  summary: 'The presenting unit writes issue, solution and innovation',
  params: byId,
  body: z.object({ issue: optionalWords(4000), solution: optionalWords(4000), innovation: optionalWords(4000), version }),
  reply: agendaItem,
});
export const writeItemNotes = endpoint({
  id: 'meetings.write-item-notes',
  method: 'PUT',
  path: '/api/agenda-items/{id}/notes',
  door: 'command',
  summary: 'Notes of the clerk on an agenda item',
  params: byId,
  body: z.object({ notes: optionalWords(20000), version }),
  reply: agendaItem,
});
export const addDocument = endpoint({
  id: 'meetings.add-document',
  method: 'POST',
  path: '/api/agenda-items/{id}/documents',
  door: 'command',
  summary: 'Add a document to an agenda item',
  params: byId,
  upload: { maxBytes: 20_000_000 },
  reply: document,
});
export const readDocument = endpoint({
  id: 'meetings.read-document',
  method: 'GET',
  path: '/api/documents/{id}',
  door: 'file',
  summary: 'A document of an agenda item',
  params: byId,
  media: 'application/octet-stream',
});
export const readMeetingCalendar = endpoint({
  id: 'meetings.calendar-file',
  method: 'GET',
  path: '/api/meetings/{id}/meeting.ics',
  door: 'file',
  summary: 'The meeting as an iCalendar file (RFC 5545)',
  params: byId,
  media: 'text/calendar',
});
export const readFeed = endpoint({
  id: 'meetings.feed',
  method: 'GET',
  path: '/api/feed/{token}/makaverse.ics',
  door: 'feed',
  summary: "A person's meetings as a calendar feed; the secret address is the key",
  params: z.object({ token: z.string().min(20).max(100) }),
  media: 'text/calendar',
});
export const makeFeedAddress = endpoint({
  id: 'meetings.make-feed-address',
  method: 'POST',
  path: '/api/feed',
  door: 'command',
  summary: 'A new secret address of my feed; the old one stops',
  reply: z.object({ url: z.string() }),
});
