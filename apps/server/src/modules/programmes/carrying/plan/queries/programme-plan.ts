import { witaDate } from '@makaverse/calendar';
import type { ProgrammePlan } from '@makaverse/contract/programmes-plan';
import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import { personBriefs, unitBriefs } from '#modules/identity';
import { mayPlan, mayReplan } from '../../policy.ts';
import { carryingFactsOf } from '../../queries/carrying-facts.ts';
import { progressCurve } from '../domain/s-curve.ts';
import { presentDocument, presentIndicators, presentLines, presentMilestones, presentMoney, presentPlaces } from '../present-plan.ts';
import { cityAreas } from '../../../areas/city-areas.ts';
import { planRows, type PlanRows } from './plan-rows.ts';

/** A programme's plan with what became of it; every signed-in official reads it. @throws RecordMissing */
export async function programmePlan(context: Context, programmeId: string): Promise<ProgrammePlan> {
  const programme = await context.db
    .selectFrom('programmes.programme')
    .select(['id', 'plan_version', 'created_at'])
    .where('id', '=', programmeId)
    .executeTakeFirst();
  const facts = (await carryingFactsOf(context.db, [programmeId])).get(programmeId);
  if (!programme || !facts) throw new RecordMissing();
  const rows = await planRows(context.db, programmeId);
  const people = await personBriefs(context.db, authorsOf(rows), context.now);
  const unitIds = rows.milestones.flatMap((row) => (row.unit_id === null ? [] : [row.unit_id]));
  const names = { people, units: await unitBriefs(context.db, unitIds) };
  const { items: areas } = await cityAreas(context);
  const budget = presentLines(rows, people);
  return {
    programmeId,
    planVersion: programme.plan_version,
    milestones: presentMilestones(rows, names),
    indicators: presentIndicators(rows, people),
    budget,
    places: presentPlaces(rows.places, new Map(areas.map((area) => [area.code, area.name]))),
    documents: rows.documents.map((row) => presentDocument(row, people)),
    progress: progressOf(rows, witaDate(programme.created_at)),
    money: presentMoney(budget),
    today: witaDate(context.now),
    mayPlan: mayPlan(context.actor, facts),
    mayReplan: mayReplan(context.actor),
  };
}

function authorsOf(rows: PlanRows): string[] {
  const said = [...rows.moves, ...rows.replans, ...rows.values, ...rows.reports].map((row) => row.by_id);
  return [...new Set([...said, ...rows.documents.map((row) => row.uploaded_by_id)])];
}

function progressOf(rows: PlanRows, from: string): ProgrammePlan['progress'] {
  const { milestones } = rows;
  return {
    planned: progressCurve(
      milestones.map((row) => ({ weight: row.weight, on: row.planned_on })),
      from,
    ),
    // Dated by the day it was done, counted only since somebody other than its owner confirmed it.
    confirmed: progressCurve(
      milestones.map((row) => ({ weight: row.weight, on: row.confirmed_at && row.reported_done_on })),
      from,
    ),
    claimed: [...new Map(rows.claims.map((row) => [witaDate(row.at), row.progress]))].map(([on, percent]) => ({ on, percent })),
  };
}
