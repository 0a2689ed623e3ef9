/** Reports of progress: three fields, photos as evidence, and what the reviewer is asked about them. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, instant, isoDate, optionalWords, page, paging, personBrief, unitBrief, words } from './primitives.ts';

/** What stands beside a photo: when and where it was taken, as the device said. */
const takenAt = instant.nullable();
const place = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });

export const flagKind = z.enum(['same-picture', 'far-away', 'too-old']);
export type FlagKind = z.infer<typeof flagKind>;
export const verdict = z.enum(['genuine', 'rejected']);
export type Verdict = z.infer<typeof verdict>;

export const evidence = z.object({
  id,
  /** The picture, encoded anew: it holds neither time nor place. */
  photoHref: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  at: instant,
  /** Told to whoever judges the photo and to whoever sent it; null for others, or where the device said nothing. */
  takenAt,
  place: place.nullable(),
  /** What looks wrong, for whoever judges it; empty for others. */
  flags: z.array(z.object({ id, kind: flagKind, isOpen: z.boolean() })),
  verdict: verdict.nullable(),
});
export type Evidence = z.infer<typeof evidence>;

const milestoneBrief = z.object({ id, title: z.string() });
export const checkIn = z.object({
  id,
  programmeId: id,
  unit: unitBrief,
  by: personBrief,
  at: instant,
  dueAt: instant,
  isLate: z.boolean(),
  progress: z.number().int(),
  words: z.string(),
  via: z.enum(['app', 'link']),
  /** The next promise; `from` is the date it was moved from. */
  promise: z.object({ milestone: milestoneBrief, on: isoDate, from: isoDate.nullable(), reason: z.string().nullable() }).nullable(),
  done: z.array(milestoneBrief),
  evidence: z.array(evidence),
});
export type CheckIn = z.infer<typeof checkIn>;

/** What a report says. The id is made on the device that sends it: sending it twice makes one. */
export const checkInFields = z.object({
  id,
  words: words(4000),
  progress: z.number().int().min(0).max(100),
  /** `reason` is asked for where the date moves. */
  promise: z.object({ milestoneId: id, on: isoDate, reason: optionalWords(1000) }).nullable(),
  doneMilestoneIds: z.array(id).max(100),
});
export type CheckInFields = z.input<typeof checkInFields>;

/** Everything needed to report on one unit's part of a programme, and nothing more: a link without sign-in opens it too. */
export const checkInForm = z.object({
  programme: z.object({ id, number: z.number().int(), name: z.string(), isExample: z.boolean() }),
  unit: unitBrief,
  person: personBrief,
  dueAt: instant,
  isLate: z.boolean(),
  /** The progress last reported. */
  progress: z.number().int().nullable(),
  lastAt: instant.nullable(),
  /** What is still to be done in this part, in the order of the plan. */
  milestones: z.array(z.object({ id, title: z.string(), promisedOn: isoDate })),
  /** The report already sent with this link; null before it, and wherever no link was used. */
  sent: z.object({ id, at: instant, photos: z.number().int() }).nullable(),
});
export type CheckInForm = z.infer<typeof checkInForm>;

export const listCheckIns = endpoint({
  id: 'programmes.list-check-ins',
  method: 'GET',
  path: '/api/programmes/{id}/check-ins',
  door: 'list',
  summary: "A programme's reports of progress, the latest first",
  params: byId,
  query: z.object({ unitId: id.optional(), ...paging }),
  reply: page(checkIn),
});
export const readCheckIn = endpoint({
  id: 'programmes.read-check-in',
  method: 'GET',
  path: '/api/check-ins/{id}',
  door: 'item',
  summary: 'One report of progress',
  params: byId,
  reply: checkIn,
});
export const readCheckInForm = endpoint({
  id: 'programmes.check-in-form',
  method: 'GET',
  path: '/api/programmes/{id}/check-in-form',
  door: 'item',
  summary: 'What I am to report on: my part, its deadline and its milestones',
  params: byId,
  query: z.object({ unitId: id.optional() }),
  reply: checkInForm,
});
export const sendCheckIn = endpoint({
  id: 'programmes.send-check-in',
  method: 'POST',
  path: '/api/programmes/{id}/check-ins',
  door: 'command',
  summary: 'Report progress on my part; sent twice with one id it is kept once',
  params: byId,
  body: checkInFields.extend({ unitId: id }),
  reply: checkIn,
});

const photoBytes = 8_000_000;
/** Fields of a form: numbers come as words. The id is made on the device. */
const photoFields = z.object({
  id,
  takenAt: instant.optional(),
  latitude: z.coerce.number().min(-90).max(90).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
});
export const addEvidence = endpoint({
  id: 'programmes.add-evidence',
  method: 'POST',
  path: '/api/check-ins/{id}/evidence',
  door: 'command',
  summary: 'Add a photo to my report; sent twice with one id it is kept once',
  params: byId,
  body: photoFields,
  upload: { maxBytes: photoBytes },
  reply: evidence,
});
export const readEvidencePhoto = endpoint({
  id: 'programmes.evidence-photo',
  method: 'GET',
  path: '/api/evidence/{id}/photo',
  door: 'file',
  summary: 'A photo of a report, without time and place in it',
  params: byId,
  media: 'image/jpeg',
});

const token = z.object({ token: z.string().min(20).max(100) });
export const readCheckInLink = endpoint({
  id: 'programmes.read-check-in-link',
  method: 'GET',
  path: '/api/check-in-links/{token}',
  door: 'item',
  summary: 'What the link in a reminder opens: one report of one person; the secret address is the key',
  params: token,
  reply: checkInForm,
});
export const sendCheckInByLink = endpoint({
  id: 'programmes.send-check-in-by-link',
  method: 'POST',
  path: '/api/check-in-links/{token}/check-in',
  door: 'command',
  summary: 'Report progress with the link in a reminder; it works once',
  params: token,
  body: checkInFields,
  reply: checkIn,
});
export const addEvidenceByLink = endpoint({
  id: 'programmes.add-evidence-by-link',
  method: 'POST',
  path: '/api/check-in-links/{token}/evidence',
  door: 'command',
  summary: 'Add a photo to the report that was sent with the link',
  params: token,
  body: photoFields,
  upload: { maxBytes: photoBytes },
  reply: evidence,
});

/** What looks wrong with a photo, for the reviewer to judge; it was kept all the same. */
export const evidenceFlag = z.object({
  id,
  kind: flagKind,
  at: instant,
  programme: z.object({ id, number: z.number().int(), name: z.string() }),
  evidence,
  checkIn: z.object({ id, unit: unitBrief, by: personBrief, at: instant, words: z.string() }),
  /** Of `same-picture`: the photo it looks like, and the report that one came with. */
  other: z
    .object({
      evidence,
      programme: z.object({ id, number: z.number().int(), name: z.string() }),
      unit: unitBrief,
      by: personBrief,
    })
    .nullable(),
  /** Of `far-away`: how far from the programme's nearest place. */
  metres: z.number().int().nullable(),
  /** Of `too-old`: the report before, after which it should have been taken. */
  lastCheckInAt: instant.nullable(),
  answer: z.object({ verdict, reason: z.string(), at: instant, by: personBrief }).nullable(),
  mayAnswer: z.boolean(),
});
export type EvidenceFlag = z.infer<typeof evidenceFlag>;
export const listEvidenceFlags = endpoint({
  id: 'programmes.list-evidence-flags',
  method: 'GET',
  path: '/api/evidence-flags',
  door: 'list',
  summary: 'Photos I am to judge, the oldest first',
  query: z.object({ programmeId: id.optional(), only: z.enum(['open', 'answered']).default('open'), ...paging }),
  reply: page(evidenceFlag),
});
export const readEvidenceFlag = endpoint({
  id: 'programmes.read-evidence-flag',
  method: 'GET',
  path: '/api/evidence-flags/{id}',
  door: 'item',
  summary: 'One photo that looks wrong, with what it is compared to',
  params: byId,
  reply: evidenceFlag,
});
export const answerEvidenceFlag = endpoint({
  id: 'programmes.answer-evidence-flag',
  method: 'POST',
  path: '/api/evidence-flags/{id}/answer',
  door: 'command',
  summary: 'Say with a reason whether the photo holds as evidence (reviewer)',
  params: byId,
  body: z.object({ verdict, reason: words(1000) }),
  reply: evidenceFlag,
});
