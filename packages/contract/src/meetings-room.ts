/** A meeting while it runs, its close, its minutes, and the refresh agenda. */
import { z } from 'zod';
import { directive, directiveParts } from './directives.ts';
import { endpoint } from './endpoint.ts';
import { agendaItem, meetingDetail } from './meetings.ts';
import { byId, id, instant, optionalWords, personBrief, unitBrief, version, words } from './primitives.ts';
import { gap } from './problem.ts';

export const attendee = z.object({
  id,
  unit: unitBrief,
  person: personBrief.nullable(),
  name: z.string(),
  cameAt: instant,
  leftAt: instant.nullable(),
  viaRoom: z.boolean(),
});
export const attendance = z.object({
  items: z.array(attendee),
  people: z.number().int(),
  units: z.number().int(),
  absentUnits: z.array(unitBrief),
});

export const startMeeting = endpoint({
  id: 'meetings.start',
  method: 'POST',
  path: '/api/meetings/{id}/start',
  door: 'command',
  summary: 'Open the meeting',
  params: byId,
  body: z.object({ version }),
  reply: meetingDetail,
});
export const moveToItem = endpoint({
  id: 'meetings.move-to-item',
  method: 'POST',
  path: '/api/meetings/{id}/current',
  door: 'command',
  summary: 'The chair moves to an agenda item; null ends the one running',
  params: byId,
  body: z.object({ itemId: id.nullable() }),
  reply: z.object({ current: agendaItem.nullable() }),
});
export const readRoom = endpoint({
  id: 'meetings.room',
  method: 'GET',
  path: '/api/meetings/{id}/room',
  door: 'item',
  summary: 'Now, next, clock, last directives, who is here: what the room and the chair look at',
  params: byId,
  reply: z.object({
    now: instant,
    current: agendaItem.nullable(),
    next: agendaItem.nullable(),
    secondsUsed: z.number().int(),
    secondsGiven: z.number().int(),
    /** Planned minutes of what is still to come, against what is left until the meeting's end. */
    plannedMinutesLeft: z.number().int(),
    minutesLeft: z.number().int(),
    directives: z.array(directive),
    people: z.number().int(),
    units: z.number().int(),
    invitedUnits: z.number().int(),
  }),
});
export const keepDirective = endpoint({
  id: 'meetings.keep-directive',
  method: 'POST',
  path: '/api/meetings/{id}/directives',
  door: 'command',
  summary: 'Keep a directive as spoken, complete or not',
  params: byId,
  body: directiveParts.extend({ spokenAt: instant.optional() }),
  reply: directive,
});
export const readGaps = endpoint({
  id: 'meetings.gaps',
  method: 'GET',
  path: '/api/meetings/{id}/gaps',
  door: 'item',
  summary: 'What keeps the meeting from closing, each with the place to mend it',
  params: byId,
  reply: z.object({ gaps: z.array(gap.extend({ directiveId: id, directiveNumber: z.string() })) }),
});
export const closeMeeting = endpoint({
  id: 'meetings.close',
  method: 'POST',
  path: '/api/meetings/{id}/close',
  door: 'command',
  summary: 'Close: refused with every gap while a directive is incomplete; issues and cascades the rest',
  params: byId,
  body: z.object({ version }),
  reply: meetingDetail,
});

export const readAttendance = endpoint({
  id: 'meetings.attendance',
  method: 'GET',
  path: '/api/meetings/{id}/attendance',
  door: 'item',
  summary: 'Who is here, by unit',
  params: byId,
  reply: attendance,
});
export const checkInRoom = endpoint({
  id: 'meetings.check-in-room',
  method: 'POST',
  path: '/api/meetings/{id}/attendance/room',
  door: 'command',
  summary: "A unit's room checks in with the names in it; a name counts once",
  params: byId,
  body: z.object({
    unitId: id,
    people: z
      .array(z.union([z.object({ personId: id }), z.object({ name: words(200) })]))
      .min(1)
      .max(200),
  }),
  reply: attendance,
});
export const checkInSelf = endpoint({
  id: 'meetings.check-in-self',
  method: 'POST',
  path: '/api/meetings/{id}/attendance/self',
  door: 'command',
  summary: 'I am here',
  params: byId,
  reply: attendance,
});
export const checkOut = endpoint({
  id: 'meetings.check-out',
  method: 'POST',
  path: '/api/meetings/{id}/attendance/{attendeeId}/leave',
  door: 'command',
  summary: 'Someone left',
  params: z.object({ id, attendeeId: id }),
  reply: attendance,
});

export const minutesSection = z.object({ heading: z.string(), body: z.string(), agendaItemId: id.nullable() });
export const minutes = z.object({
  meetingId: id,
  versionNumber: z.number().int(),
  state: z.enum(['draft', 'approved']),
  summary: z.string(),
  sections: z.array(minutesSection),
  writtenBy: personBrief.nullable(),
  approvedBy: personBrief.nullable(),
  approvedAt: instant.nullable(),
  versions: z.array(
    z.object({ versionNumber: z.number().int(), state: z.enum(['draft', 'approved']), at: instant, by: personBrief.nullable() }),
  ),
  version,
});
export const readMinutes = endpoint({
  id: 'meetings.minutes',
  method: 'GET',
  path: '/api/meetings/{id}/minutes',
  door: 'item',
  summary: 'The minutes, latest version or a named one',
  params: byId,
  query: z.object({ versionNumber: z.coerce.number().int().min(1).optional() }),
  reply: minutes,
});
export const writeMinutes = endpoint({
  id: 'meetings.write-minutes',
  method: 'POST',
  path: '/api/meetings/{id}/minutes',
  door: 'command',
  summary: 'A new draft version from what happened (agenda, attendance, directives, notes)',
  params: byId,
  reply: minutes,
});
export const editMinutes = endpoint({
  id: 'meetings.edit-minutes',
  method: 'PATCH',
  path: '/api/meetings/{id}/minutes',
  door: 'command',
  summary: 'Edit the draft',
  params: byId,
  body: z.object({
    summary: optionalWords(10000),
    sections: z.array(z.object({ heading: words(300), body: optionalWords(40000), agendaItemId: id.nullable() })).max(400),
    version,
  }),
  reply: minutes,
});
export const approveMinutes = endpoint({
  id: 'meetings.approve-minutes',
  method: 'POST',
  path: '/api/meetings/{id}/minutes/approve',
  door: 'command',
  summary: 'The chair approves; that version never changes again',
  params: byId,
  body: z.object({ version }),
  reply: minutes,
});
export const readMinutesPdf = endpoint({
  id: 'meetings.minutes-pdf',
  method: 'GET',
  path: '/api/meetings/{id}/minutes.pdf',
  door: 'pdf',
  summary: 'Notulen with daftar hadir as PDF',
  params: byId,
  query: z.object({ versionNumber: z.coerce.number().int().min(1).optional() }),
  media: 'application/pdf',
});

/** Why something is a candidate for the refresh. */
export const candidateKind = z.enum([
  'unacknowledged',
  'without-nominee',
  'awaiting-review',
  'awaiting-appointment',
  'awaiting-acceptance',
  'refused',
  'late',
  'silent',
  'blocked',
  'undecided',
]);
export type CandidateKind = z.infer<typeof candidateKind>;
/** `<kind>:<directive|programme|unit>:<id>`: stable, so that pins and drops survive a new computation. */
export const candidateKey = z.string().regex(/^[a-z-]{1,40}:(?:directive|programme|unit):[0-9a-f-]{36}$/);
export const candidate = z.object({
  key: candidateKey,
  kind: candidateKind,
  title: z.string(),
  reason: z.string(),
  href: z.string(),
  presenter: unitBrief.nullable(),
  directiveNumber: z.string().nullable(),
  value: z.number(),
  minutes: z.number().int(),
  isSelected: z.boolean(),
  isPinned: z.boolean(),
  dropReason: z.string().nullable(),
  /** Why it is not drawn in: no room in the minutes given, or dropped by the chair. */
  leftOut: z.enum(['no-room', 'dropped']).nullable(),
});
export type Candidate = z.infer<typeof candidate>;
export const refreshAgenda = z.object({
  minutesGiven: z.number().int(),
  minutesUsed: z.number().int(),
  valueSelected: z.number(),
  candidates: z.array(candidate),
  order: z.array(candidateKey),
  isAdopted: z.boolean(),
  /** Whether this reader may pin, drop, order and adopt now: not once the meeting has been opened. */
  maySteer: z.boolean(),
  version,
});
export type RefreshAgenda = z.infer<typeof refreshAgenda>;
export const readRefresh = endpoint({
  id: 'meetings.refresh',
  method: 'GET',
  path: '/api/meetings/{id}/refresh',
  door: 'item',
  summary: 'The refresh agenda that wrote itself, and everything left out with its reason',
  params: byId,
  reply: refreshAgenda,
});
export const steerRefresh = endpoint({
  id: 'meetings.steer-refresh',
  method: 'PUT',
  path: '/api/meetings/{id}/refresh',
  door: 'command',
  summary: 'The chair pins, drops with a reason, reorders, changes the minutes given',
  params: byId,
  body: z.object({
    minutesGiven: z.number().int().min(5).max(600),
    pins: z.array(candidateKey).max(200),
    drops: z.array(z.object({ key: candidateKey, reason: words(500) })).max(200),
    order: z.array(candidateKey).max(400),
    version,
  }),
  reply: refreshAgenda,
});
export const adoptRefresh = endpoint({
  id: 'meetings.adopt-refresh',
  method: 'POST',
  path: '/api/meetings/{id}/refresh/adopt',
  door: 'command',
  summary: "Make the selection the meeting's agenda",
  params: byId,
  body: z.object({ version }),
  reply: meetingDetail,
});
