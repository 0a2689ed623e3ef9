import { listAudit, listMailbox, moveClock, readMail } from '@makaverse/contract/system';
import { z } from 'zod';
import { NotAllowed, RecordMissing } from '#platform/errors';
import { command, query, type Route } from '#platform/module';
import { fromCursor, toCursor } from '../cursor.ts';
import type { IdentityOptions } from '../identity-options.ts';
import { auditPage } from '../queries/audit-page.ts';
import { mailboxPage, mailOf } from '../queries/mailbox.ts';
import { mayReadAudit } from '../queries/may-read-audit.ts';

/** The audit log, and what only the demo has. */
export function systemRoutes(options: IdentityOptions): readonly Route[] {
  return [
    query(listAudit, async ({ db, now, actor }, { query: asked }) => {
      if (!(await mayReadAudit(db, actor))) throw new NotAllowed();
      const page = await auditPage(db, { ...asked, before: fromCursor(asked.cursor, z.number().int()), now });
      return { items: page.items, next: page.next === null ? null : toCursor(page.next) };
    }),
    query(listMailbox, async (context, { query: asked }) => {
      if (!options.demo) throw new RecordMissing();
      const page = await mailboxPage(context, { limit: asked.limit, before: fromCursor(asked.cursor, z.uuid()) });
      return { items: page.items, next: page.next && toCursor(page.next) };
    }),
    query(readMail, (context, { params }) => {
      if (!options.demo) throw new RecordMissing();
      return mailOf(context, params.id);
    }),
    command(moveClock, async (tx, { body }) => {
      if (!options.demo) throw new RecordMissing();
      const now = await options.demo.moveClock(body.hours);
      tx.audit({ action: 'clock.moved', object: 'clock', objectId: 'demo', data: { hours: body.hours } });
      return { now: now.toISOString() };
    }),
  ];
}
