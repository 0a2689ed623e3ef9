import type { EvidenceFlag, Verdict } from '@makaverse/contract/programmes-check-in';
import { digestOf } from '#platform/audit';
import type { Transaction } from '#platform/context';
import { NotAllowed, RecordMissing } from '#platform/errors';
import { carryingFactsOf } from '../../queries/carrying-facts.ts';
import { noteStandingChange } from '../../truth/commands/keep-standing.ts';
import { FlagAnswered } from '../domain/broken-rules.ts';
import { mayJudgeEvidence, mayReadFlags } from '../policy.ts';
import { flagById } from '../queries/flag-pages.ts';

/** The reviewer says, signed and with a reason, whether a photo holds; said once. Of several flags on a photo one rejection rejects it. */
export async function answerFlag(
  tx: Transaction,
  asked: { readonly id: string; readonly verdict: Verdict; readonly reason: string },
): Promise<EvidenceFlag> {
  const { db } = tx;
  const flag = await db.selectFrom('programmes.evidence_flag').selectAll().where('id', '=', asked.id).forUpdate().executeTakeFirst();
  const facts = flag && (await carryingFactsOf(db, [flag.programme_id])).get(flag.programme_id);
  if (!flag || !facts || !mayReadFlags(tx.actor, facts)) throw new RecordMissing();
  if (!mayJudgeEvidence(tx.actor, facts)) throw new NotAllowed();
  if (flag.verdict !== null) throw new FlagAnswered();
  await db
    .updateTable('programmes.evidence_flag')
    .set({ verdict: asked.verdict, reason: asked.reason, answered_at: tx.now, answered_by_id: tx.actor.personId })
    .where('id', '=', flag.id)
    .execute();
  await db
    .updateTable('programmes.evidence')
    .set({ verdict: asked.verdict })
    .where('id', '=', flag.evidence_id)
    .$if(asked.verdict === 'genuine', (query) => query.where('verdict', 'is', null))
    .execute();
  tx.audit({
    action: 'evidence.judged',
    object: 'evidence',
    objectId: flag.evidence_id,
    data: { flagId: flag.id, kind: flag.kind, verdict: asked.verdict, reason: digestOf(asked.reason) },
  });
  noteStandingChange(tx, flag.programme_id);
  tx.touch(`person:${tx.actor.personId}`);
  return flagById(tx, flag.id);
}
