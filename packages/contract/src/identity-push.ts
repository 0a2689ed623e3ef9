/** Devices on which a person is told at once what is asked of him (Push API, W3C; RFC 8030). */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, instant, words } from './primitives.ts';

export const pushDevice = z.object({
  id,
  label: z.string(),
  /** SHA-256 of the device's address at its push service, base64url: a browser knows itself in the list by it. */
  fingerprint: z.string(),
  createdAt: instant,
  /** When a push service last took a notice for it; null while none was. */
  lastToldAt: instant.nullable(),
});

const base64url = (bytes: number): z.ZodString => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}$`));

export const listPushDevices = endpoint({
  id: 'identity.list-push-devices',
  method: 'GET',
  path: '/api/push-devices',
  door: 'list',
  summary: 'My devices that are told at once, and the key under which a browser registers (RFC 8292)',
  reply: z.object({
    /** `applicationServerKey` of the Push API, base64url. */
    serverKey: z.string(),
    /** How many devices a person may have. */
    most: z.number().int(),
    items: z.array(pushDevice),
  }),
});
export const addPushDevice = endpoint({
  id: 'identity.add-push-device',
  method: 'POST',
  path: '/api/push-devices',
  door: 'command',
  summary: 'Tell me on this device from now on; the same device again is one',
  body: z.object({
    label: words(80),
    /** As `PushSubscription.toJSON()` gives them. */
    endpoint: z.url({ protocol: /^https?$/ }).max(1000),
    p256dh: base64url(65),
    auth: base64url(16),
  }),
  reply: pushDevice,
});
export const removePushDevice = endpoint({
  id: 'identity.remove-push-device',
  method: 'DELETE',
  path: '/api/push-devices/{id}',
  door: 'command',
  summary: 'Tell me nothing more on one of my devices',
  params: byId,
});
export const tryPushDevice = endpoint({
  id: 'identity.try-push-device',
  method: 'POST',
  path: '/api/push-devices/{id}/trial',
  door: 'command',
  summary: 'Send a trial notice to one of my devices',
  params: byId,
  reply: z.object({
    /** `gone`: the device is no more and was taken off the list; `refused`: its push service does not take our notices; `again`: it cannot be reached now. */
    outcome: z.enum(['taken', 'gone', 'refused', 'again']),
  }),
});
