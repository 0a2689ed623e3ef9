/** How a programme really stands: its colour and why, the reviewer's lights, promises moved, silence, and the forecast. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, instant, isoDate, page, paging, personBrief, unitBrief, version, words } from './primitives.ts';
import { rung } from './programmes.ts';

/** hijau, kuning-hijau, kuning-merah, merah */
export const light = z.enum(['green', 'yellow-green', 'yellow-red', 'red']);
export type Light = z.infer<typeof light>;

/** What the reviewer said, signed. A light is never changed, only followed by the next. */
export const rating = z.object({ id, light, reason: z.string(), by: personBrief, at: instant });
export type Rating = z.infer<typeof rating>;

/** A unit's part for which no report came in time. */
export const silence = z.object({
  unit: unitBrief,
  person: personBrief,
  /** The first deadline that passed without a report. */
  dueAt: instant,
  workingDays: z.number().int(),
  /** More than two working days: from here on it counts as silent. */
  isSilent: z.boolean(),
  rung,
});
export type Silence = z.infer<typeof silence>;

export const forecast = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('forecast'),
    /** 0 to 1: finished by the last planned date. */
    chance: z.number(),
    dueOn: isoDate,
    /** By the end of which day it is finished with 50 and with 85 %. */
    on50: isoDate,
    on85: isoDate,
    /** At most three, the strongest first. */
    reasons: z.array(z.string()),
    /** Milestones reached that it rests on. */
    basis: z.object({
      programme: z.number().int(),
      unit: z.number().int(),
      city: z.number().int(),
      /** How many of the city's belong to an invented history. */
      synthetic: z.number().int(),
    }),
  }),
  z.object({
    outcome: z.literal('not-enough-history'),
    milestones: z.number().int(),
    programmes: z.number().int(),
    needed: z.object({ milestones: z.number().int(), programmes: z.number().int() }),
  }),
  z.object({ outcome: z.literal('finished'), finishedOn: isoDate, isOnTime: z.boolean() }),
  z.object({ outcome: z.literal('no-milestones') }),
]);
export type ForecastReply = z.infer<typeof forecast>;

/** How good the forecasts have been: made from what was known on earlier days, held against what came. Null while there are too few. */
export const forecastScore = z.object({
  cases: z.number().int(),
  programmes: z.number().int(),
  /** How many of them are invented. */
  synthetic: z.number().int(),
  /** Mean squared error of the chances: 0 is perfect. */
  score: z.number(),
  /** What saying the base rate, and what reading the owner's percent done, would have scored. */
  baseRateScore: z.number(),
  percentDoneScore: z.number(),
});
export type ForecastScore = z.infer<typeof forecastScore>;

/** Days of a delay, each counted once. Theirs: a letter of the city lies with an authority outside it. */
export const daysLost = z.object({ ours: z.number().int(), theirs: z.number().int() });
export type DaysLost = z.infer<typeof daysLost>;

const milestoneBrief = z.object({ id, position: z.number().int(), title: z.string() });

/** One programme in the strip that runs from the worst to the best. */
export const standing = z.object({
  programme: z.object({ id, number: z.number().int(), name: z.string(), isExample: z.boolean() }),
  units: z.array(unitBrief),
  /** Null while there is no plan to hold it against. */
  colour: light.nullable(),
  /** Why, in words; the strongest first. */
  reasons: z.array(z.string()),
  /** The colour a week ago; null when it was not yet known. */
  colourBefore: light.nullable(),
  trend: z.enum(['better', 'same', 'worse', 'unknown']),
  rating: rating.nullable(),
  /** The reviewer's light is another than the colour. */
  isDisputed: z.boolean(),
  chance: z.number().nullable(),
  /** Whether the chance rests on an invented history. */
  isChanceSynthetic: z.boolean(),
  /** A week ago. */
  chanceBefore: z.number().nullable(),
  isSilent: z.boolean(),
  movesThisWeek: z.number().int(),
  obstacles: z.number().int(),
  /** How high the highest of its troubles has climbed. */
  topRung: rung,
  daysLost,
  nextPromise: milestoneBrief.extend({ on: isoDate }).nullable(),
});
export type Standing = z.infer<typeof standing>;

export const listStandings = endpoint({
  id: 'programmes.list-standings',
  method: 'GET',
  path: '/api/standings',
  door: 'list',
  summary: 'Every programme with its colour and why, the worst first',
  query: z.object({
    unitId: id.optional(),
    /** `troubled`: not green though planned, climbed above its person in charge, or silent. */
    only: z.enum(['all', 'troubled']).default('all'),
    /** As many as are looked at; all where it is left out. */
    limit: z.coerce.number().int().min(1).max(1000).optional(),
  }),
  reply: z.object({
    items: z.array(standing),
    /** Of all programmes asked about, whatever is shown of them. */
    count: z.object({ all: z.number().int(), troubled: z.number().int(), withoutPlan: z.number().int() }),
    /** What moved since a week ago. */
    week: z.object({
      worse: z.number().int(),
      better: z.number().int(),
      promisesMoved: z.number().int(),
      milestonesDone: z.number().int(),
      forecastsFalling: z.number().int(),
    }),
    score: forecastScore.nullable(),
  }),
});

/** A milestone that is said to be done and waits for the reviewer. */
export const claimedMilestone = milestoneBrief.extend({
  plannedOn: isoDate,
  reportedOn: isoDate,
  by: personBrief.nullable(),
  mayJudge: z.boolean(),
  version,
});
export type ClaimedMilestone = z.infer<typeof claimedMilestone>;

export const programmeTruth = z.object({
  standing,
  /** The whole truth in one sentence. */
  sentence: z.string(),
  /** The latest first. */
  ratings: z.array(rating),
  silences: z.array(silence),
  claimed: z.array(claimedMilestone),
  forecast,
  /** The day the forecast was made; null before the first. */
  forecastOn: isoDate.nullable(),
  score: forecastScore.nullable(),
  mayRate: z.boolean(),
});
export type ProgrammeTruth = z.infer<typeof programmeTruth>;
export const readTruth = endpoint({
  id: 'programmes.read-truth',
  method: 'GET',
  path: '/api/programmes/{id}/truth',
  door: 'item',
  summary: 'How one programme really stands, and why',
  params: byId,
  reply: programmeTruth,
});
export const rateProgramme = endpoint({
  id: 'programmes.rate',
  method: 'POST',
  path: '/api/programmes/{id}/ratings',
  door: 'command',
  summary: 'Set one of the four lights, with a reason (reviewer)',
  params: byId,
  body: z.object({ light, reason: words(2000) }),
  reply: programmeTruth,
});
export const confirmMilestone = endpoint({
  id: 'programmes.confirm-milestone',
  method: 'POST',
  path: '/api/milestones/{id}/confirm',
  door: 'command',
  summary: 'Confirm that a milestone reported done is done (reviewer)',
  params: byId,
  body: z.object({ version }),
  reply: programmeTruth,
});
export const sendMilestoneBack = endpoint({
  id: 'programmes.send-milestone-back',
  method: 'POST',
  path: '/api/milestones/{id}/send-back',
  door: 'command',
  summary: 'Say with a reason why a milestone reported done is not (reviewer)',
  params: byId,
  body: z.object({ version, reason: words(2000) }),
  reply: programmeTruth,
});

/** One date that was moved. */
export const promiseMove = z.object({
  id,
  programme: z.object({ id, number: z.number().int(), name: z.string() }),
  milestone: milestoneBrief,
  unit: unitBrief.nullable(),
  by: personBrief,
  at: instant,
  fromOn: isoDate,
  toOn: isoDate,
  /** Later is positive. */
  days: z.number().int(),
  /** Which promise about this milestone it is; the plan was the first. */
  ordinal: z.number().int(),
  reason: z.string(),
});
export type PromiseMove = z.infer<typeof promiseMove>;
export const listPromises = endpoint({
  id: 'programmes.list-promises',
  method: 'GET',
  path: '/api/promises',
  door: 'list',
  summary: 'Every promised date that was moved: by whom, why, how far; the latest first',
  query: z.object({ programmeId: id.optional(), personId: id.optional(), unitId: id.optional(), ...paging }),
  reply: page(promiseMove).extend({
    /** Over all that fits the question, not only this page: moves, milestones they are about, and days their dates now lie later. */
    total: z.object({ moves: z.number().int(), milestones: z.number().int(), days: z.number().int() }),
  }),
});

/** What happened to a programme, in words; from the directive that was spoken to the last report. */
export const storyEvent = z.object({
  at: instant,
  kind: z.enum([
    'directive',
    'started',
    'person',
    'check-in',
    'promise',
    'milestone-done',
    'milestone-confirmed',
    'milestone-sent-back',
    'rating',
    'obstacle',
    'letter',
    'solved',
  ]),
  title: z.string(),
  detail: z.string(),
  by: personBrief.nullable(),
  href: z.string().nullable(),
});
export type StoryEvent = z.infer<typeof storyEvent>;
export const readStory = endpoint({
  id: 'programmes.read-story',
  method: 'GET',
  path: '/api/programmes/{id}/story',
  door: 'item',
  summary: 'The whole story of a programme on one line, the latest first',
  params: byId,
  reply: z.object({ events: z.array(storyEvent) }),
});
