import { witaDate } from '@makaverse/calendar';
import type { ObstacleDetail, writeLetter as writeEndpoint } from '@makaverse/contract/programmes-obstacles';
import type { Transaction } from '#platform/context';
import type { Input } from '#platform/module';
import { LetterDaysWrong, LetterMissing, LetterNotAwaited, LetterSent, RemoverWithinCity } from '../domain/broken-rules.ts';
import { letterAnswered, letterSent } from '../domain/moves.ts';
import { draftLetter } from '../letter/draft-letter.ts';
import { obstacleStanding } from '../present.ts';
import { obstacleDetail } from '../queries/obstacle-detail.ts';
import { obstacleNames } from '../queries/obstacle-names.ts';
import type { LetterRow, ObstacleRow } from '../tables.ts';
import { keepObstacle, wake } from './keep-obstacle.ts';
import { obstacleToMove, type AskedObstacleMove } from './move-obstacle.ts';

type Written = Input<typeof writeEndpoint>['body'] & { readonly id: string };

/** Writes the letter, or writes it anew; what is left out is drafted from the record. What was sent stays as it left. */
export async function writeLetter(tx: Transaction, asked: Written): Promise<ObstacleDetail> {
  const row = await obstacleToMove(tx, asked, 'write-letter');
  if (row.authority === null) throw new RemoverWithinCity();
  const before = await letterOf(tx, row);
  if (before?.sent_on) throw new LetterSent();
  const draft = draftLetter(row, await obstacleNames(tx, [row]), asked.legalBasis);
  const letter = {
    addressee: asked.addressee,
    legal_basis: asked.legalBasis,
    subject: asked.subject || draft.subject,
    body: asked.body || draft.body,
    written_by_id: tx.actor.personId,
    written_at: tx.now,
  };
  await tx.db
    .insertInto('programmes.obstacle_letter')
    .values({ obstacle_id: row.id, ...letter })
    .onConflict((conflict) => conflict.column('obstacle_id').doUpdateSet(letter))
    .execute();
  const saved = await tx.db
    .updateTable('programmes.obstacle')
    .set({ version: row.version + 1 })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.audit({ action: 'obstacle.write-letter', object: 'obstacle', objectId: row.id });
  await wake(tx, saved);
  return obstacleDetail(tx, saved);
}

/** Notes under which number and when it left; from that day on the days are the authority's. */
export async function sendLetter(
  tx: Transaction,
  asked: AskedObstacleMove & { readonly number: string; readonly sentOn: string; readonly answerDueOn: string },
): Promise<ObstacleDetail> {
  const { number, sentOn, answerDueOn } = asked;
  const row = await obstacleToMove(tx, asked, 'send-letter');
  const letter = await letterOf(tx, row);
  if (!letter) throw new LetterMissing();
  if (letter.sent_on) throw new LetterSent();
  const today = witaDate(tx.now);
  if (sentOn > today || sentOn < row.since_on || answerDueOn <= today) throw new LetterDaysWrong();
  await tx.db
    .updateTable('programmes.obstacle_letter')
    .set({ number, sent_on: sentOn, answer_due_on: answerDueOn })
    .where('obstacle_id', '=', row.id)
    .execute();
  const standing = letterSent(obstacleStanding(row), { at: tx.now, answerDueOn });
  return obstacleDetail(
    tx,
    await keepObstacle(tx, row, { standing, step: { action: 'send-letter', words: number, untilOn: answerDueOn } }),
  );
}

/** Notes the answer; from that day on the days are the city's again. */
export async function answerLetter(
  tx: Transaction,
  asked: AskedObstacleMove & { readonly answeredOn: string; readonly answer: string },
): Promise<ObstacleDetail> {
  const { answeredOn, answer } = asked;
  const row = await obstacleToMove(tx, asked, 'answer-letter');
  const letter = await letterOf(tx, row);
  if (!letter?.sent_on || letter.answered_on) throw new LetterNotAwaited();
  if (answeredOn < letter.sent_on || answeredOn > witaDate(tx.now)) throw new LetterDaysWrong();
  await tx.db
    .updateTable('programmes.obstacle_letter')
    .set({ answered_on: answeredOn, answer })
    .where('obstacle_id', '=', row.id)
    .execute();
  const standing = letterAnswered(obstacleStanding(row), tx.now);
  return obstacleDetail(tx, await keepObstacle(tx, row, { standing, step: { action: 'answer-letter', words: answer, untilOn: null } }));
}

function letterOf(tx: Transaction, row: ObstacleRow): Promise<LetterRow | undefined> {
  return tx.db.selectFrom('programmes.obstacle_letter').selectAll().where('obstacle_id', '=', row.id).executeTakeFirst();
}
