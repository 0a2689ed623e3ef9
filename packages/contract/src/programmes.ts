/** Programmes and nominations: who answers for what, how he was chosen, and that he agreed. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, instant, isoDate, optionalWords, page, paging, personBrief, unitBrief, version, words } from './primitives.ts';

/** The seat to be filled: a unit's part of a directive, or a unit's part of a programme. */
export const seat = z.object({ kind: z.enum(['task', 'programme']), id, unitId: id });
export type Seat = z.infer<typeof seat>;

/** open: the unit owes a name · … · accepted: the person said yes and is PIC · cancelled: the seat is gone. */
export const nominationState = z.enum([
  'open',
  'proposed',
  'returned',
  'recommended',
  'appointed',
  'declined',
  'countered',
  'accepted',
  'cancelled',
]);
export type NominationState = z.infer<typeof nominationState>;

export const nominationAction = z.enum([
  'open',
  'propose',
  'return',
  'recommend',
  'appoint',
  'accept',
  'decline',
  'counter',
  'replace',
  'cancel',
  'remind',
  'escalate',
]);
export type NominationAction = z.infer<typeof nominationAction>;

/** The ladder every missed deadline climbs, one rung each two working days. */
export const rung = z.enum(['none', 'unit-head', 'assistant', 'secretary', 'mayor']);
export type Rung = z.infer<typeof rung>;

export const personRecord = z.object({
  person: personBrief,
  load: z.object({ programmes: z.number().int(), directives: z.number().int(), pendingNominations: z.number().int() }),
  record: z.object({ done: z.number().int(), doneInTime: z.number().int(), late: z.number().int(), declined: z.number().int() }),
});
export type PersonRecord = z.infer<typeof personRecord>;

export const nominationStep = z.object({
  at: instant,
  action: nominationAction,
  by: personBrief.nullable(),
  person: personBrief.nullable(),
  reason: z.string().nullable(),
  /** Working days the step took, counted from the one before. */
  workingDays: z.number().int(),
  wasLate: z.boolean(),
});
export const nomination = z.object({
  id,
  seat,
  unit: unitBrief,
  subject: z.object({ title: z.string(), href: z.string(), number: z.string() }),
  state: nominationState,
  /** Who is proposed, appointed or in charge; after a return or a refusal, about whom it was. */
  person: personBrief.nullable(),
  /** Whom the appointed person named in his place: the next proposal, ready to be sent. */
  suggested: personBrief.nullable(),
  reasons: z.string().nullable(),
  reviewer: personBrief.nullable(),
  /** Until when the step now due must be taken, by whom, and how high its being late has climbed. */
  dueAt: instant.nullable(),
  dueFrom: z.string(),
  isLate: z.boolean(),
  rung,
  /** The moves this caller may make now. */
  mayDo: z.array(nominationAction),
  version,
});
export type Nomination = z.infer<typeof nomination>;
export const nominationDetail = nomination.extend({ steps: z.array(nominationStep), personRecord: personRecord.nullable() });

export const listNominations = endpoint({
  id: 'programmes.list-nominations',
  method: 'GET',
  path: '/api/nominations',
  door: 'list',
  summary: 'Nominations I may see, those that wait for me first',
  query: z.object({
    state: nominationState.optional(),
    unitId: id.optional(),
    only: z.enum(['mine', 'late', 'unfinished']).optional(),
    ...paging,
  }),
  reply: page(nomination),
});
export const readNomination = endpoint({
  id: 'programmes.read-nomination',
  method: 'GET',
  path: '/api/nominations/{id}',
  door: 'item',
  summary: "One nomination: steps, the person's load and record",
  params: byId,
  reply: nominationDetail,
});
export const exportNominations = endpoint({
  id: 'programmes.export-nominations',
  method: 'GET',
  path: '/api/nominations.csv',
  door: 'export',
  summary: 'Nominations I may see as CSV',
  media: 'text/csv',
});
/** A nomination's move; `version` guards against two people moving it at once. */
const move = { version };
export const propose = endpoint({
  id: 'programmes.propose',
  method: 'POST',
  path: '/api/nominations/{id}/propose',
  door: 'command',
  summary: 'Propose a person with reasons',
  params: byId,
  body: z.object({ ...move, personId: id, reasons: words(2000) }),
  reply: nominationDetail,
});
export const returnNomination = endpoint({
  id: 'programmes.return-nomination',
  method: 'POST',
  path: '/api/nominations/{id}/return',
  door: 'command',
  summary: 'Return a proposal with a reason',
  params: byId,
  body: z.object({ ...move, reason: words(2000) }),
  reply: nominationDetail,
});
export const recommend = endpoint({
  id: 'programmes.recommend',
  method: 'POST',
  path: '/api/nominations/{id}/recommend',
  door: 'command',
  summary: 'Recommend a proposal for appointment',
  params: byId,
  body: z.object({ ...move, note: optionalWords(2000) }),
  reply: nominationDetail,
});
export const appoint = endpoint({
  id: 'programmes.appoint',
  method: 'POST',
  path: '/api/nominations/{id}/appoint',
  door: 'command',
  summary: 'Appoint (mayor, or who holds his delegation)',
  params: byId,
  body: z.object({ ...move, note: optionalWords(2000) }),
  reply: nominationDetail,
});
export const acceptAppointment = endpoint({
  id: 'programmes.accept',
  method: 'POST',
  path: '/api/nominations/{id}/accept',
  door: 'command',
  summary: 'Accept being person in charge',
  params: byId,
  body: z.object(move),
  reply: nominationDetail,
});
export const declineAppointment = endpoint({
  id: 'programmes.decline',
  method: 'POST',
  path: '/api/nominations/{id}/decline',
  door: 'command',
  summary: 'Decline with a reason',
  params: byId,
  body: z.object({ ...move, reason: words(2000) }),
  reply: nominationDetail,
});
export const counterPropose = endpoint({
  id: 'programmes.counter',
  method: 'POST',
  path: '/api/nominations/{id}/counter',
  door: 'command',
  summary: 'Propose another person instead of oneself',
  params: byId,
  body: z.object({ ...move, personId: id, reason: words(2000) }),
  reply: nominationDetail,
});
export const replacePersonInCharge = endpoint({
  id: 'programmes.replace',
  method: 'POST',
  path: '/api/nominations/{id}/replace',
  door: 'command',
  summary: 'Replace the person in charge later: the unit owes a new name',
  params: byId,
  body: z.object({ ...move, reason: words(2000) }),
  reply: nominationDetail,
});
export const readPersonRecord = endpoint({
  id: 'programmes.person-record',
  method: 'GET',
  path: '/api/people/{id}/record',
  door: 'item',
  summary: "A person's present load and record of kept deadlines",
  params: byId,
  reply: personRecord,
});

export const programme = z.object({
  id,
  number: z.number().int(),
  name: z.string(),
  outcome: z.string(),
  field: z.string(),
  isExample: z.boolean(),
  source: z.string().nullable(),
  units: z.array(
    unitBrief.extend({ pic: personBrief.nullable(), nominationId: id.nullable(), nominationState: nominationState.nullable() }),
  ),
  reviewer: personBrief.nullable(),
  version,
});
export type Programme = z.infer<typeof programme>;
export const programmeFields = z.object({
  number: z.number().int().min(1).max(9999),
  name: words(300),
  outcome: words(2000),
  field: words(200),
  reviewerId: id,
  unitIds: z.array(id).min(1).max(60),
  /** Until when the units named now owe a nomination; units that were named before keep their day. */
  nominationDueOn: isoDate,
  /** Marks what is no official programme; absent leaves it as it is. */
  isExample: z.boolean().optional(),
  source: optionalWords(500).nullable().optional(),
});
export const listProgrammes = endpoint({
  id: 'programmes.list',
  method: 'GET',
  path: '/api/programmes',
  door: 'list',
  summary: 'Strategic programmes',
  query: z.object({ q: optionalWords(200).optional(), unitId: id.optional(), ...paging }),
  reply: page(programme),
});
export const readProgramme = endpoint({
  id: 'programmes.read',
  method: 'GET',
  path: '/api/programmes/{id}',
  door: 'item',
  summary: 'One programme',
  params: byId,
  reply: programme,
});
export const exportProgrammes = endpoint({
  id: 'programmes.export',
  method: 'GET',
  path: '/api/programmes.csv',
  door: 'export',
  summary: 'Programmes as CSV',
  media: 'text/csv',
});
export const startProgramme = endpoint({
  id: 'programmes.start',
  method: 'POST',
  path: '/api/programmes',
  door: 'command',
  summary: 'Start a programme; each of its units then owes a nomination',
  body: programmeFields,
  reply: programme,
});
export const changeProgramme = endpoint({
  id: 'programmes.change',
  method: 'PATCH',
  path: '/api/programmes/{id}',
  door: 'command',
  summary: 'Correct a programme',
  params: byId,
  body: programmeFields.extend({ version }),
  reply: programme,
});
