/** What blocks a programme, who can remove it, how high it has climbed, and the letter to whom it lies with outside the city. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, instant, isoDate, optionalWords, page, paging, personBrief, unitBrief, version, words } from './primitives.ts';
import { rung } from './programmes.ts';
import { daysLost } from './programmes-truth.ts';

/** Who can remove it: a unit of the city, or an authority outside it. */
export const remover = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), unit: unitBrief }),
  z.object({ kind: z.literal('outside'), authority: z.string() }),
]);
export type Remover = z.infer<typeof remover>;
/** taken-on: somebody named a day · with-authority: a letter was sent and its answer is awaited */
export const obstacleState = z.enum(['open', 'taken-on', 'with-authority', 'solved']);
export type ObstacleState = z.infer<typeof obstacleState>;
export const obstacleAction = z.enum(['report', 'take-on', 'pass-up', 'climb', 'send-letter', 'answer-letter', 'solve', 'reopen']);
export type ObstacleAction = z.infer<typeof obstacleAction>;
/** What a person may do now. */
export const obstacleMove = z.enum(['take-on', 'pass-up', 'solve', 'reopen', 'write-letter', 'send-letter', 'answer-letter']);
export type ObstacleMove = z.infer<typeof obstacleMove>;

export const letter = z.object({
  addressee: z.string(),
  subject: z.string(),
  legalBasis: z.string(),
  body: z.string(),
  /** As registered by the office that sent it. */
  number: z.string().nullable(),
  sentOn: isoDate.nullable(),
  answerDueOn: isoDate.nullable(),
  answeredOn: isoDate.nullable(),
  answer: z.string().nullable(),
});
export type Letter = z.infer<typeof letter>;

export const obstacle = z.object({
  id,
  programme: z.object({ id, number: z.number().int(), name: z.string() }),
  /** The unit whose part it blocks. */
  unit: unitBrief,
  milestone: z.object({ id, title: z.string() }).nullable(),
  words: z.string(),
  sinceOn: isoDate,
  /** Rupiah for each day it blocks; null when nobody has reckoned it. */
  costPerDay: z.number().int().nullable(),
  remover,
  state: obstacleState,
  /** On whose table it lies. */
  rung,
  lies: z.object({ person: personBrief.nullable(), office: z.string() }),
  /** Since when it lies there, and when it climbs (at the top: when it should have been answered). */
  since: instant,
  dueAt: instant.nullable(),
  /** The deadline that passed: the day given for it and not kept, or that of the last rung. */
  lateSince: instant.nullable(),
  takenOn: z.object({ by: personBrief, untilOn: isoDate }).nullable(),
  daysLost,
  costSoFar: z.number().int().nullable(),
  solvedOn: isoDate.nullable(),
  mayDo: z.array(obstacleMove),
  version,
});
export type Obstacle = z.infer<typeof obstacle>;
export const obstacleStep = z.object({
  at: instant,
  action: obstacleAction,
  by: personBrief.nullable(),
  rung,
  words: z.string().nullable(),
  untilOn: isoDate.nullable(),
});
export const obstacleDetail = obstacle.extend({ steps: z.array(obstacleStep), letter: letter.nullable(), reportedBy: personBrief });
export type ObstacleDetail = z.infer<typeof obstacleDetail>;

export const listObstacles = endpoint({
  id: 'programmes.list-obstacles',
  method: 'GET',
  path: '/api/obstacles',
  door: 'list',
  summary: 'Obstacles I may see, the longest first',
  query: z.object({
    only: z.enum(['open', 'solved', 'all']).default('open'),
    programmeId: id.optional(),
    unitId: id.optional(),
    ...paging,
  }),
  reply: page(obstacle),
});
/** Everything that waits for one unit or authority. */
export const awaited = z.object({
  remover,
  obstacles: z.array(obstacle),
  daysLost,
  costSoFar: z.number().int(),
});
export type Awaited = z.infer<typeof awaited>;
export const readRegister = endpoint({
  id: 'programmes.read-register',
  method: 'GET',
  path: '/api/obstacles/register',
  door: 'list',
  summary: 'What the city waits for, and from whom: open obstacles by who can remove them, the costliest wait first',
  reply: z.object({ awaited: z.array(awaited), daysLost, costSoFar: z.number().int(), solvedThisWeek: z.number().int() }),
});
export const exportObstacles = endpoint({
  id: 'programmes.export-obstacles',
  method: 'GET',
  path: '/api/obstacles.csv',
  door: 'export',
  summary: 'Obstacles I may see as CSV',
  media: 'text/csv',
});
export const readObstacle = endpoint({
  id: 'programmes.read-obstacle',
  method: 'GET',
  path: '/api/obstacles/{id}',
  door: 'item',
  summary: 'One obstacle with its steps and its letter',
  params: byId,
  reply: obstacleDetail,
});
export const reportObstacle = endpoint({
  id: 'programmes.report-obstacle',
  method: 'POST',
  path: '/api/programmes/{id}/obstacles',
  door: 'command',
  summary: 'Report what blocks a part of a programme',
  params: byId,
  body: z.object({
    unitId: id,
    milestoneId: id.nullable(),
    words: words(2000),
    sinceOn: isoDate,
    costPerDay: z.number().int().min(0).max(1_000_000_000_000).nullable(),
    remover: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('unit'), unitId: id }),
      z.object({ kind: z.literal('outside'), authority: words(300) }),
    ]),
  }),
  reply: obstacleDetail,
});
const move = { version };
export const takeOnObstacle = endpoint({
  id: 'programmes.take-on-obstacle',
  method: 'POST',
  path: '/api/obstacles/{id}/take-on',
  door: 'command',
  summary: 'Take it on: it will be removed by a day',
  params: byId,
  body: z.object({ ...move, untilOn: isoDate, words: optionalWords(2000) }),
  reply: obstacleDetail,
});
export const passUpObstacle = endpoint({
  id: 'programmes.pass-up-obstacle',
  method: 'POST',
  path: '/api/obstacles/{id}/pass-up',
  door: 'command',
  summary: 'Pass it up one rung, with a reason',
  params: byId,
  body: z.object({ ...move, reason: words(2000) }),
  reply: obstacleDetail,
});
export const solveObstacle = endpoint({
  id: 'programmes.solve-obstacle',
  method: 'POST',
  path: '/api/obstacles/{id}/solve',
  door: 'command',
  summary: 'It blocks no more',
  params: byId,
  body: z.object({ ...move, words: words(2000) }),
  reply: obstacleDetail,
});
export const reopenObstacle = endpoint({
  id: 'programmes.reopen-obstacle',
  method: 'POST',
  path: '/api/obstacles/{id}/reopen',
  door: 'command',
  summary: 'It was called solved and still blocks, with a reason',
  params: byId,
  body: z.object({ ...move, reason: words(2000) }),
  reply: obstacleDetail,
});
export const writeLetter = endpoint({
  id: 'programmes.write-letter',
  method: 'PUT',
  path: '/api/obstacles/{id}/letter',
  door: 'command',
  summary: 'Write the letter to the authority outside the city; what is left out is drafted',
  params: byId,
  body: z.object({
    ...move,
    addressee: words(300),
    legalBasis: words(2000),
    subject: optionalWords(300).optional(),
    body: optionalWords(10_000).optional(),
  }),
  reply: obstacleDetail,
});
export const sendLetter = endpoint({
  id: 'programmes.send-letter',
  method: 'POST',
  path: '/api/obstacles/{id}/letter/sent',
  door: 'command',
  summary: "Note that the letter was sent: from then on the days are the authority's",
  params: byId,
  body: z.object({ ...move, number: words(100), sentOn: isoDate, answerDueOn: isoDate }),
  reply: obstacleDetail,
});
export const answerLetter = endpoint({
  id: 'programmes.answer-letter',
  method: 'POST',
  path: '/api/obstacles/{id}/letter/answer',
  door: 'command',
  summary: 'Note the answer to the letter: from then on the days are ours again',
  params: byId,
  body: z.object({ ...move, answeredOn: isoDate, answer: words(4000) }),
  reply: obstacleDetail,
});
export const readLetterDocx = endpoint({
  id: 'programmes.letter-docx',
  method: 'GET',
  path: '/api/obstacles/{id}/letter.docx',
  door: 'file',
  summary: 'The letter as DOCX',
  params: byId,
  media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
});
export const readLetterPdf = endpoint({
  id: 'programmes.letter-pdf',
  method: 'GET',
  path: '/api/obstacles/{id}/letter.pdf',
  door: 'pdf',
  summary: 'The letter as PDF',
  params: byId,
  media: 'application/pdf',
});
