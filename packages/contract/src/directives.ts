/** Directives: words, addressees, completeness, acknowledgement, cascade. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { unitGroup } from './identity-directory.ts';
import { byId, id, instant, isoDate, optionalWords, page, paging, personBrief, unitBrief, version, words } from './primitives.ts';
import { gap } from './problem.ts';

/** draft: kept while spoken, may have gaps · issued: the meeting closed over it · done · withdrawn: struck before issue, with a reason. */
export const directiveState = z.enum(['draft', 'issued', 'done', 'withdrawn']);
export type DirectiveState = z.infer<typeof directiveState>;

/** How far one unit's task has come; `late` is a mark beside it, not a step. */
export const taskStep = z.enum(['drafted', 'sent', 'seen', 'acknowledged', 'named', 'accepted', 'reported', 'done']);
export type TaskStep = z.infer<typeof taskStep>;

/** Who is asked, before issue: a unit, or a whole group that is spelled out into units when the directive is kept. */
export const addressee = z.object({
  unitId: id,
  /** Either the person in charge is named at once … */
  picId: id.nullable(),
  /** … or the day until which the unit must nominate one. */
  nominationDueOn: isoDate.nullable(),
});

/** One unit's part of a directive: a node of the cascade tree. */
export const task = z.object({
  id,
  directiveId: id,
  parentId: id.nullable(),
  unit: unitBrief,
  step: taskStep,
  isLate: z.boolean(),
  /** Which step is overdue, since when; null while nothing is. */
  lateFor: z.object({ step: taskStep, dueAt: instant, workingDays: z.number().int() }).nullable(),
  pic: personBrief.nullable(),
  nominationDueOn: isoDate.nullable(),
  acknowledgeBy: instant.nullable(),
  deadline: isoDate.nullable(),
  sentAt: instant.nullable(),
  seenAt: instant.nullable(),
  acknowledgement: z.object({ words: z.string(), by: personBrief, at: instant }).nullable(),
  report: z.object({ words: z.string(), by: personBrief, at: instant }).nullable(),
  doneAt: instant.nullable(),
  /** Of the tasks below this one, at any depth. */
  below: z.object({ total: z.number().int(), acknowledged: z.number().int(), done: z.number().int(), late: z.number().int() }),
  version,
});
export type Task = z.infer<typeof task>;

export const directive = z.object({
  id,
  number: z.string(),
  state: directiveState,
  words: z.string(),
  meetingId: id.nullable(),
  agendaItemId: id.nullable(),
  programmeId: id.nullable(),
  givenBy: personBrief.nullable(),
  spokenAt: instant,
  deadline: isoDate.nullable(),
  measure: z.string().nullable(),
  reviewer: personBrief.nullable(),
  addresseeGroups: z.array(unitGroup),
  addressees: z.array(addressee.extend({ unit: unitBrief, pic: personBrief.nullable() })),
  /** Whether each kecamatan's task goes on to its kelurahan when the meeting closes. */
  isCascading: z.boolean(),
  gaps: z.array(gap),
  isLate: z.boolean(),
  progress: z.object({
    tasks: z.number().int(),
    acknowledged: z.number().int(),
    accepted: z.number().int(),
    done: z.number().int(),
    late: z.number().int(),
  }),
  version,
});
export type Directive = z.infer<typeof directive>;

/** The parts a clerk can give at once or later. Absent means "leave as is", null means "empty it". */
export const directiveParts = z.object({
  words: words(4000),
  givenById: id.nullable().optional(),
  agendaItemId: id.nullable().optional(),
  programmeId: id.nullable().optional(),
  deadline: isoDate.nullable().optional(),
  measure: optionalWords(1000).nullable().optional(),
  reviewerId: id.nullable().optional(),
  groups: z.array(unitGroup).max(8).optional(),
  addressees: z.array(addressee).max(300).optional(),
  /** Sets the duty to nominate for every addressee that has neither a person nor a day. */
  nominationDueOn: isoDate.nullable().optional(),
  isCascading: z.boolean().optional(),
});
export type DirectiveParts = z.infer<typeof directiveParts>;

const filters = {
  q: optionalWords(200).optional(),
  meetingId: id.optional(),
  unitId: id.optional(),
  programmeId: id.optional(),
  state: directiveState.optional(),
  only: z.enum(['late', 'unacknowledged', 'incomplete', 'mine']).optional(),
};
export const listDirectives = endpoint({
  id: 'directives.list',
  method: 'GET',
  path: '/api/directives',
  door: 'list',
  summary: 'Directives I may see, newest first',
  query: z.object({ ...filters, ...paging }),
  reply: page(directive),
});
export const exportDirectives = endpoint({
  id: 'directives.export',
  method: 'GET',
  path: '/api/directives.csv',
  door: 'export',
  summary: 'Directives I may see as CSV',
  query: z.object(filters),
  media: 'text/csv',
});
export const readDirective = endpoint({
  id: 'directives.read',
  method: 'GET',
  path: '/api/directives/{id}',
  door: 'item',
  summary: 'One directive with its addressees and gaps',
  params: byId,
  reply: directive,
});
export const changeDirective = endpoint({
  id: 'directives.change',
  method: 'PATCH',
  path: '/api/directives/{id}',
  door: 'command',
  summary: 'Complete or correct a directive that is not yet issued',
  params: byId,
  body: directiveParts.partial().extend({ version }),
  reply: directive,
});
export const withdrawDirective = endpoint({
  id: 'directives.withdraw',
  method: 'POST',
  path: '/api/directives/{id}/withdraw',
  door: 'command',
  summary: 'Strike a directive before it is issued, with a reason',
  params: byId,
  body: z.object({ reason: words(1000), version }),
  reply: directive,
});
export const historyEntry = z.object({
  at: instant,
  by: personBrief.nullable(),
  what: z.string(),
  unit: unitBrief.nullable(),
  text: z.string().nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;
export const readDirectiveHistory = endpoint({
  id: 'directives.history',
  method: 'GET',
  path: '/api/directives/{id}/history',
  door: 'item',
  summary: 'Everything that happened to a directive, oldest first',
  params: byId,
  reply: z.object({ items: z.array(historyEntry) }),
});
export const readCascade = endpoint({
  id: 'directives.cascade',
  method: 'GET',
  path: '/api/directives/{id}/cascade',
  door: 'item',
  summary: 'The tasks of a directive as a tree in one flat list, parents first, and the first broken link',
  params: byId,
  reply: z.object({ tasks: z.array(task), firstBreakId: id.nullable() }),
});

export const listTasks = endpoint({
  id: 'directives.list-tasks',
  method: 'GET',
  path: '/api/tasks',
  door: 'list',
  summary: 'Tasks of units I may see',
  query: z.object({ unitId: id.optional(), only: z.enum(['open', 'late', 'unacknowledged', 'done']).optional(), ...paging }),
  reply: page(task.extend({ directiveNumber: z.string(), directiveWords: z.string() })),
});
export const readTask = endpoint({
  id: 'directives.read-task',
  method: 'GET',
  path: '/api/tasks/{id}',
  door: 'item',
  summary: "One unit's part of a directive",
  params: byId,
  reply: task,
});
export const markTaskSeen = endpoint({
  id: 'directives.mark-task-seen',
  method: 'POST',
  path: '/api/tasks/{id}/seen',
  door: 'command',
  summary: 'Note that the unit has opened it',
  params: byId,
  reply: task,
});
export const acknowledgeTask = endpoint({
  id: 'directives.acknowledge-task',
  method: 'POST',
  path: '/api/tasks/{id}/acknowledge',
  door: 'command',
  summary: "Say in the unit's own words what is asked of it",
  params: byId,
  body: z.object({ words: words(2000) }),
  reply: task,
});
export const cascadeTask = endpoint({
  id: 'directives.cascade-task',
  method: 'POST',
  path: '/api/tasks/{id}/cascade',
  door: 'command',
  summary: 'Pass a task on to units below mine',
  params: byId,
  body: z.object({ unitIds: z.array(id).min(1).max(200) }),
  reply: z.object({ tasks: z.array(task) }),
});
export const reportTask = endpoint({
  id: 'directives.report-task',
  method: 'POST',
  path: '/api/tasks/{id}/report',
  door: 'command',
  summary: 'Report a task as carried out',
  params: byId,
  body: z.object({ words: words(2000) }),
  reply: task,
});
export const confirmTask = endpoint({
  id: 'directives.confirm-task',
  method: 'POST',
  path: '/api/tasks/{id}/confirm',
  door: 'command',
  summary: 'The reviewer (or the unit above) confirms that it is done',
  params: byId,
  reply: task,
});
export const reopenTask = endpoint({
  id: 'directives.reopen-task',
  method: 'POST',
  path: '/api/tasks/{id}/reopen',
  door: 'command',
  summary: 'Send a report back with a reason',
  params: byId,
  body: z.object({ reason: words(1000) }),
  reply: task,
});

export const heatCell = z.object({ unitId: id, directiveId: id, taskId: id, step: taskStep, isLate: z.boolean(), trouble: z.number() });
export const readHeatMap = endpoint({
  id: 'directives.heat-map',
  method: 'GET',
  path: '/api/heat-map',
  door: 'list',
  summary: 'Units by directives, sorted by trouble',
  query: z.object({ meetingId: id.optional(), kind: z.enum(['presenting', 'kelurahan']).default('presenting') }),
  reply: z.object({
    units: z.array(unitBrief.extend({ open: z.number().int(), late: z.number().int(), trouble: z.number() })),
    directives: z.array(z.object({ id, number: z.string(), words: z.string(), late: z.number().int() })),
    cells: z.array(heatCell),
  }),
});
