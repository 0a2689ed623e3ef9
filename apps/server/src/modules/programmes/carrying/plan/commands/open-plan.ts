import type { ProgrammePlan } from '@makaverse/contract/programmes-plan';
import type { Transaction } from '#platform/context';
import { EditConflict, NotAllowed, RecordMissing } from '#platform/errors';
import { text } from '#platform/language';
import { mayPlan, mayReplan, type CarryingFacts } from '../../policy.ts';
import { carryingFactsOf } from '../../queries/carrying-facts.ts';
import { PlanWrong, ReplanningNeedsLeadership, ReplanningNeedsReason } from '../domain/broken-rules.ts';
import type { PlanFault } from '../domain/plan-fault.ts';
import { noteStandingChange } from '../../truth/commands/keep-standing.ts';
import { programmePlan } from '../queries/programme-plan.ts';

/** A plan in the hands of somebody who may write it, locked until the transaction ends. */
export interface OpenPlan {
  readonly programmeId: string;
  readonly version: number;
  readonly facts: CarryingFacts;
}

/** Locks the programme and lets in who may plan it; `planVersion` guards against overwriting what somebody else wrote meanwhile. */
export async function openPlan(tx: Transaction, programmeId: string, planVersion?: number): Promise<OpenPlan> {
  const row = await tx.db
    .selectFrom('programmes.programme')
    .select(['id', 'plan_version'])
    .where('id', '=', programmeId)
    .forUpdate()
    .executeTakeFirst();
  const facts = (await carryingFactsOf(tx.db, [programmeId])).get(programmeId);
  if (!row || !facts) throw new RecordMissing();
  if (!mayPlan(tx.actor, facts)) throw new NotAllowed();
  if (planVersion !== undefined && planVersion !== row.plan_version) throw new EditConflict(await programmePlan(tx, programmeId));
  return { programmeId, version: row.plan_version, facts };
}

/** Numbers the change, tells who is reading, and gives the plan as it now stands. */
export async function closePlan(tx: Transaction, { programmeId, version }: OpenPlan): Promise<ProgrammePlan> {
  await tx.db
    .updateTable('programmes.programme')
    .set({ plan_version: version + 1 })
    .where('id', '=', programmeId)
    .execute();
  noteStandingChange(tx, programmeId);
  return programmePlan(tx, programmeId);
}

/** Refuses a list with faults, naming each by its list, its row and its field. @throws PlanWrong */
export function refuseFaults(tx: Transaction, faults: readonly PlanFault[]): void {
  if (faults.length === 0) return;
  throw new PlanWrong(
    faults.map((fault) => {
      const field = text(tx.language, `planFields.${fault.field.split(' ')[0]}`);
      return {
        path: text(tx.language, `planPlace.${fault.list}`, { number: fault.row + 1, field }),
        message: faultWords(tx, fault).join(' '),
      };
    }),
  );
}

/** What is wrong, and what would be right. */
export function faultWords(
  { language }: Pick<Transaction, 'language'>,
  fault: Pick<PlanFault, 'code' | 'params'>,
): [problem: string, expected: string] {
  const said = (part: string): string => text(language, `planFaults.${fault.code}.${part}`, fault.params);
  return [said('problem'), said('expected')];
}

/** What was planned once is changed by the leadership alone, and with a reason. */
export function refuseReplanning(tx: Transaction, titles: readonly string[], reason: string | undefined): void {
  if (titles.length === 0) return;
  if (!mayReplan(tx.actor)) throw new ReplanningNeedsLeadership(titles);
  if (!reason) throw new ReplanningNeedsReason(titles);
}
