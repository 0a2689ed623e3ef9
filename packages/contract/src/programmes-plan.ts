/** A programme's plan: milestones, indicators, money and places, each written whole; what was reported of them; documents. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { document } from './meetings.ts';
import { byId, id, instant, isoDate, optionalWords, personBrief, unitBrief, version, words } from './primitives.ts';

/** Whole rupiah. Below 2^53, so that no reader rounds it; the whole budget of the state is a third of this. */
export const largestRupiah = 9_000_000_000_000_000;
export const rupiah = z.number().int().min(0).max(largestRupiah);
/** A measured value; decimals as they were reported. */
const measured = z.number().min(-1e12).max(1e12);

/** GeoJSON (RFC 7946): longitude before latitude, WGS 84. Whether it makes sense is judged by the server, in words. */
export const position = z.tuple([z.number(), z.number()]);
export const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(position).max(2000) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position).max(2000)).max(50) }),
]);
export type Geometry = z.infer<typeof geometry>;

/** A date that was moved, and why. */
const dateMove = z.object({ at: instant, by: personBrief.nullable(), fromOn: isoDate, toOn: isoDate, reason: z.string() });

export const planMilestone = z.object({
  id,
  /** From 1; other milestones name it by this. */
  position: z.number().int(),
  title: z.string(),
  weight: z.number().int(),
  unit: unitBrief.nullable(),
  /** The baseline. */
  plannedOn: isoDate,
  promisedOn: isoDate,
  reportedDoneOn: isoDate.nullable(),
  /** The day the reviewer confirmed it; only then it counts. */
  confirmedOn: isoDate.nullable(),
  /** Positions of the milestones that must be done before it. */
  after: z.array(z.number().int()),
  /** Every promise moved, oldest first. */
  moves: z.array(dateMove),
  /** Every time the leadership planned it anew, oldest first. */
  replans: z.array(dateMove),
});
export type PlanMilestone = z.infer<typeof planMilestone>;

const valueOn = z.object({ on: isoDate, value: measured });
export const planIndicator = z.object({
  id,
  name: z.string(),
  /** "%", "titik", "m³". */
  measure: z.string(),
  baseline: valueOn,
  target: valueOn,
  /** Planned values between the two, by date; straight lines join them, so any shape can be drawn. */
  points: z.array(valueOn),
  /** The last word said about each date. */
  values: z.array(valueOn.extend({ at: instant, by: personBrief.nullable() })),
});
export type PlanIndicator = z.infer<typeof planIndicator>;

const amountOn = z.object({ on: isoDate, amount: rupiah });
export const planBudgetLine = z.object({
  id,
  /** The account code of SIPD, kept as it is written: leading zeros and dots mean something. */
  code: z.string(),
  name: z.string(),
  ceiling: rupiah,
  contract: rupiah.nullable(),
  /** Planned spending, summed up to each date. */
  plan: z.array(amountOn),
  /** Realised, summed up to each date; the last word said about each. */
  spent: z.array(amountOn.extend({ at: instant, by: personBrief.nullable() })),
});
export type PlanBudgetLine = z.infer<typeof planBudgetLine>;

export const planPlace = z.object({
  id,
  name: z.string(),
  geometry,
  /** The kelurahan it is in: by its official boundary, or, where none holds it, by the nearest point. */
  area: z.object({ code: z.string(), name: z.string(), by: z.enum(['boundary', 'nearest']) }).nullable(),
});
export type PlanPlace = z.infer<typeof planPlace>;

const percentOn = z.object({ on: isoDate, percent: z.number() });
export const programmePlan = z.object({
  programmeId: id,
  planVersion: version,
  milestones: z.array(planMilestone),
  indicators: z.array(planIndicator),
  budget: z.array(planBudgetLine),
  places: z.array(planPlace),
  documents: z.array(document),
  /** Share of the weights: planned, confirmed by the reviewer, and claimed in check-ins. */
  progress: z.object({ planned: z.array(percentOn), confirmed: z.array(percentOn), claimed: z.array(percentOn) }),
  /** Rupiah over all lines, summed up to each date. */
  money: z.object({ ceiling: rupiah, contract: rupiah, planned: z.array(amountOn), spent: z.array(amountOn) }),
  today: isoDate,
  /** What this caller may do. */
  mayPlan: z.boolean(),
  mayReplan: z.boolean(),
});
export type ProgrammePlan = z.infer<typeof programmePlan>;

export const readPlan = endpoint({
  id: 'programmes.read-plan',
  method: 'GET',
  path: '/api/programmes/{id}/plan',
  door: 'item',
  summary: "A programme's plan and what became of it",
  params: byId,
  reply: programmePlan,
});

/** Guards the whole plan; `reason` is needed, from the leadership, where the baseline changes. */
const rewriting = { planVersion: version, reason: optionalWords(2000).optional() };
const kept = id.nullable();

export const milestoneFields = z.object({
  /** null: a new one. */
  id: kept,
  title: words(300),
  weight: z.number().int().min(1).max(1000),
  unitId: id.nullable(),
  plannedOn: isoDate,
  /** Only of a new one; absent: as planned. Later only the person in charge moves it. */
  promisedOn: isoDate.optional(),
  /** Positions in this list, from 1. */
  after: z.array(z.number().int().min(1).max(200)).max(50),
});
export const writeMilestones = endpoint({
  id: 'programmes.write-milestones',
  method: 'PUT',
  path: '/api/programmes/{id}/plan/milestones',
  door: 'command',
  summary: 'Write the whole list of milestones',
  params: byId,
  body: z.object({ ...rewriting, milestones: z.array(milestoneFields).max(200) }),
  reply: programmePlan,
});

export const indicatorFields = z.object({
  id: kept,
  name: words(300),
  measure: words(60),
  baseline: valueOn,
  target: valueOn,
  points: z.array(valueOn).max(120),
});
export const writeIndicators = endpoint({
  id: 'programmes.write-indicators',
  method: 'PUT',
  path: '/api/programmes/{id}/plan/indicators',
  door: 'command',
  summary: 'Write the whole list of indicators',
  params: byId,
  body: z.object({ ...rewriting, indicators: z.array(indicatorFields).max(100) }),
  reply: programmePlan,
});
export const reportValue = endpoint({
  id: 'programmes.report-value',
  method: 'POST',
  path: '/api/indicators/{id}/values',
  door: 'command',
  summary: 'Report the value of an indicator on a day; a second word about the same day corrects the first, which stays on record',
  params: byId,
  body: valueOn,
  reply: programmePlan,
});

export const budgetLineFields = z.object({
  id: kept,
  code: words(60),
  name: words(300),
  ceiling: rupiah,
  contract: rupiah.nullable(),
  plan: z.array(amountOn).max(120),
});
export const writeBudget = endpoint({
  id: 'programmes.write-budget',
  method: 'PUT',
  path: '/api/programmes/{id}/plan/budget',
  door: 'command',
  summary: 'Write the whole list of budget lines',
  params: byId,
  body: z.object({ planVersion: version, lines: z.array(budgetLineFields).max(300) }),
  reply: programmePlan,
});
export const reportSpending = endpoint({
  id: 'programmes.report-spending',
  method: 'POST',
  path: '/api/budget-lines/{id}/spending',
  door: 'command',
  summary: 'Report what was realised of a budget line up to a day; a second word about the same day corrects the first',
  params: byId,
  body: amountOn,
  reply: programmePlan,
});

export const placeFields = z.object({ id: kept, name: words(200), geometry });
export const writePlaces = endpoint({
  id: 'programmes.write-places',
  method: 'PUT',
  path: '/api/programmes/{id}/plan/places',
  door: 'command',
  summary: 'Write the whole list of places',
  params: byId,
  body: z.object({ planVersion: version, places: z.array(placeFields).max(200) }),
  reply: programmePlan,
});

export const addProgrammeDocument = endpoint({
  id: 'programmes.add-document',
  method: 'POST',
  path: '/api/programmes/{id}/documents',
  door: 'command',
  summary: 'Add a document to a programme',
  params: byId,
  upload: { maxBytes: 20_000_000 },
  reply: document,
});
export const readProgrammeDocument = endpoint({
  id: 'programmes.read-document',
  method: 'GET',
  path: '/api/programme-documents/{id}',
  door: 'file',
  summary: 'A document of a programme',
  params: byId,
  media: 'application/octet-stream',
});
export const removeProgrammeDocument = endpoint({
  id: 'programmes.remove-document',
  method: 'DELETE',
  path: '/api/programme-documents/{id}',
  door: 'command',
  summary: 'Take a document away from a programme; the log keeps that it was there, and who took it away',
  params: byId,
});

export const planSheet = z.enum(['milestones', 'indicators', 'money']);
export const planImport = z.object({
  /** Of each sheet, how many rows would be new, changed, as they are, or gone. */
  counts: z.array(
    z.object({ sheet: planSheet, title: z.string(), new: z.number(), changed: z.number(), same: z.number(), removed: z.number() }),
  ),
  /** At most 200; nothing is written while there is one. */
  errors: z.array(z.object({ sheet: z.string(), cell: z.string(), found: z.string(), problem: z.string(), expected: z.string() })),
  errorCount: z.number().int(),
  /** The file changes the baseline, which needs the leadership and a reason. */
  isReplanning: z.boolean(),
  planVersion: version,
});
export type PlanImport = z.infer<typeof planImport>;
const workbook = { maxBytes: 5_000_000 };
export const exportPlan = endpoint({
  id: 'programmes.export-plan',
  method: 'GET',
  path: '/api/programmes/{id}/plan.xlsx',
  door: 'export',
  summary: 'The plan as a workbook that can be filled in and brought back',
  params: byId,
  media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});
export const previewPlanImport = endpoint({
  id: 'programmes.preview-plan-import',
  method: 'POST',
  path: '/api/programmes/{id}/plan/preview-import',
  door: 'command',
  summary: 'Judge a workbook cell by cell; writes nothing',
  params: byId,
  upload: workbook,
  reply: planImport,
});
export const importPlan = endpoint({
  id: 'programmes.import-plan',
  method: 'POST',
  path: '/api/programmes/{id}/plan/import',
  door: 'command',
  summary: 'Write a workbook, whole or not at all',
  params: byId,
  upload: workbook,
  body: z.object({ planVersion: z.coerce.number().int().min(1), reason: optionalWords(2000).optional() }),
  reply: programmePlan,
});
