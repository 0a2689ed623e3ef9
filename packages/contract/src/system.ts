/** What the installation says of itself: health, audit, the demo's mailbox, the live stream. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, instant, page, paging, personBrief } from './primitives.ts';

export const readHealth = endpoint({
  id: 'system.health',
  method: 'GET',
  path: '/api/health',
  door: 'open',
  summary: 'Is it well',
  reply: z.object({
    status: z.literal('ok'),
    version: z.string(),
    database: z.object({ engine: z.string(), version: z.string(), embedded: z.boolean() }),
    now: instant,
  }),
});
export const auditEntry = z.object({
  seq: z.number().int(),
  at: instant,
  actor: personBrief.nullable(),
  action: z.string(),
  object: z.string(),
  objectId: z.string(),
  hash: z.string(),
});
export const listAudit = endpoint({
  id: 'system.list-audit',
  method: 'GET',
  path: '/api/audit',
  door: 'list',
  summary: 'The audit log, newest first (administrators and inspectorate)',
  query: z.object({ objectId: z.string().max(100).optional(), ...paging }),
  reply: page(auditEntry),
});
export const mailBrief = z.object({ id, at: instant, to: z.string(), subject: z.string() });
export const listMailbox = endpoint({
  id: 'system.mailbox',
  method: 'GET',
  path: '/api/demo/mailbox',
  door: 'list',
  summary: 'Demo only: mail that was sent to me (to everyone, for the administrator)',
  query: z.object(paging),
  reply: page(mailBrief),
});
export const readMail = endpoint({
  id: 'system.mail',
  method: 'GET',
  path: '/api/demo/mailbox/{id}',
  door: 'item',
  summary: 'Demo only: one mail',
  params: byId,
  reply: mailBrief.extend({ text: z.string(), calendar: z.string().nullable() }),
});
export const moveClock = endpoint({
  id: 'system.move-clock',
  method: 'POST',
  path: '/api/demo/clock',
  door: 'command',
  summary: 'Demo only: let time pass, so that reminders and escalations can be seen',
  body: z.object({
    hours: z
      .number()
      .int()
      .min(1)
      .max(24 * 14),
  }),
  reply: z.object({ now: instant }),
});
/** Topics look like `meeting:<id>`; each is granted or refused by the policy of its record. */
export const liveStream = endpoint({
  id: 'system.live',
  method: 'GET',
  path: '/api/live',
  door: 'live',
  summary: 'Server-sent events: which of the named records changed; read them again by their own address',
  query: z.object({ topics: z.string().max(4000) }),
  media: 'text/event-stream',
});
