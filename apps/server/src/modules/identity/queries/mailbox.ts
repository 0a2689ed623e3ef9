import type { mailBrief, readMail } from '@makaverse/contract/system';
import type { z } from 'zod';
import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import { isAdministrator } from '../domain/rights.ts';
import { presentMail, presentMailBrief } from '../present.ts';

/** The address whose mail the reader may see; null for all of it, which the administrator may. */
async function readersAddress(context: Context): Promise<string | null> {
  if (isAdministrator(context.actor)) return null;
  const person = await context.db
    .selectFrom('identity.person')
    .select('email')
    .where('id', '=', context.actor.personId)
    .executeTakeFirstOrThrow();
  return person.email ?? '';
}

/** The demo's sent mail, newest first. */
export async function mailboxPage(
  context: Context,
  asked: { before: string | null; limit: number },
): Promise<{ items: z.infer<typeof mailBrief>[]; next: string | null }> {
  const address = await readersAddress(context);
  const rows = await context.db
    .selectFrom('platform.sent_mail')
    .selectAll()
    .$if(address !== null, (query) => query.where('to_address', '=', address!))
    .$if(asked.before !== null, (query) => query.where('id', '<', asked.before!))
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const shown = rows.slice(0, asked.limit);
  return { items: shown.map(presentMailBrief), next: rows.length > asked.limit ? shown.at(-1)!.id : null };
}

/** One of the demo's sent mails. @throws RecordMissing */
export async function mailOf(context: Context, id: string): Promise<z.infer<(typeof readMail)['reply']>> {
  const address = await readersAddress(context);
  const row = await context.db.selectFrom('platform.sent_mail').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || (address !== null && row.to_address !== address)) throw new RecordMissing();
  return presentMail(row);
}
