/** "What is asked of me", the mayor's page, and one search over everything one may see. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instant, personBrief, words } from './primitives.ts';
import { rung } from './programmes.ts';

export const askKind = z.enum([
  'acknowledge',
  'mend-task',
  'nominate',
  'review-nomination',
  'appoint',
  'accept-appointment',
  'complete-directive',
  'confirm-task',
  'attend-meeting',
  'run-meeting',
  'write-minutes',
  'approve-minutes',
  'steer-refresh',
  'fill-slot',
  'check-in',
  'judge-evidence',
  'confirm-milestone',
  'remove-obstacle',
]);
export type AskKind = z.infer<typeof askKind>;
export const ask = z.object({
  key: z.string(),
  kind: askKind,
  title: z.string(),
  detail: z.string(),
  from: personBrief.nullable(),
  since: instant,
  dueAt: instant.nullable(),
  isLate: z.boolean(),
  /** The page where the one button does it. */
  href: z.string(),
  urgency: z.number(),
});
export type Ask = z.infer<typeof ask>;
export const waiting = z.object({
  key: z.string(),
  title: z.string(),
  detail: z.string(),
  forWhom: z.string(),
  since: instant,
  dueAt: instant.nullable(),
  isLate: z.boolean(),
  href: z.string(),
});
export type Waiting = z.infer<typeof waiting>;
/** Something the reader did today. */
export const done = z.object({ key: z.string(), title: z.string(), at: instant, href: z.string() });
export type Done = z.infer<typeof done>;
/** A trouble that climbed the ladder, in words. */
export const escalated = z.object({
  title: z.string(),
  detail: z.string(),
  rung,
  workingDays: z.number().int(),
  href: z.string(),
});
export type Escalated = z.infer<typeof escalated>;

export const readToday = endpoint({
  id: 'today.read',
  method: 'GET',
  path: '/api/today',
  door: 'list',
  summary: 'What is asked of me, most urgent first; and what I wait for',
  reply: z.object({
    asks: z.array(ask),
    waitingFor: z.array(waiting),
    doneToday: z.array(done),
  }),
});

export const searchHit = z.object({
  kind: z.enum(['unit', 'person', 'directive', 'meeting', 'programme', 'nomination', 'obstacle', 'document']),
  id,
  title: z.string(),
  detail: z.string(),
  href: z.string(),
});
export type SearchHit = z.infer<typeof searchHit>;
export const search = endpoint({
  id: 'today.search',
  method: 'GET',
  path: '/api/search',
  door: 'search',
  summary: 'Search everything I may see: by stem, and forgiving a slip where nothing is found as written',
  query: z.object({ q: words(200) }),
  reply: z.object({
    hits: z.array(searchHit),
    /** Nothing holds the words as written; these are one slip of the finger away. */
    isForgiven: z.boolean(),
  }),
});

export const readMayor = endpoint({
  id: 'today.mayor',
  method: 'GET',
  path: '/api/mayor',
  door: 'list',
  summary: 'How the city stands with the directives of its leadership, and what has climbed to it (leadership only)',
  reply: z.object({
    counts: z.object({
      directives: z.number().int(),
      tasks: z.number().int(),
      unacknowledged: z.number().int(),
      withoutPic: z.number().int(),
      late: z.number().int(),
      done: z.number().int(),
    }),
    escalated: z.array(escalated),
    nextMeeting: z.object({ id, title: z.string(), startsAt: instant }).nullable(),
  }),
});
