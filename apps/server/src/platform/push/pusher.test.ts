import { startPushService, type PushService } from '@makaverse/testing/push-service';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { webPusher } from './pusher.ts';
import { newVapidPrivateKey, vapidKeysOf } from './vapid-keys.ts';

const keys = vapidKeysOf(newVapidPrivateKey())!;
const strict = webPusher({ keys, contact: 'mailto:a@makassar.example', isLoopbackAllowed: false });
const local = webPusher({ keys, contact: 'mailto:a@makassar.example', isLoopbackAllowed: true });
const message = { payload: { title: 'Sebuah hambatan menunggu Anda' }, ttlSeconds: 60, topic: 'hambatan' };
let service: PushService;
beforeAll(async () => {
  service = await startPushService();
});
afterAll(async () => {
  strict.close();
  local.close();
  await service.close();
});

it('is opened by the browser alone, signed with our key, and as long as any other', async () => {
  const target = service.subscribe();
  expect(await local.send(target, message)).toBe('taken');
  expect(await local.send(target, { ...message, payload: { title: 'x' } })).toBe('taken');
  const [first, second] = service.received;
  expect(first).toEqual({
    endpoint: target.endpoint,
    payload: message.payload,
    length: second!.length,
    ttlSeconds: 60,
    topic: 'hambatan',
    serverKey: keys.publicKey,
    contact: 'mailto:a@makassar.example',
  });
});

it.each([
  [404, 'gone'],
  [410, 'gone'],
  [400, 'refused'],
  [403, 'refused'],
  [413, 'refused'],
  // Not followed: it would lead past the look at the address.
  [307, 'refused'],
  [429, 'again'],
  [500, 'again'],
  [503, 'again'],
] as const)('takes %i for %s', async (status, outcome) => {
  const target = service.subscribe();
  service.answerWith(status, target.endpoint);
  expect(await local.send(target, message)).toBe(outcome);
});

it('is to be tried again where nobody answers', async () => {
  const gone = await startPushService();
  const target = gone.subscribe();
  await gone.close();
  expect(await local.send(target, message)).toBe('again');
});

it('leaves for public addresses and https only', async () => {
  const target = service.subscribe();
  const at = (endpoint: string) => ({ ...target, endpoint });
  expect(strict.accepts(at('https://fcm.googleapis.com/fcm/send/abc'))).toBe(true);
  const refused = [
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com:8443/x',
    'https://user:word@fcm.googleapis.com/x',
    'https://10.0.0.1/x',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://[::ffff:a00:1]/x',
    'https://0x7f.1/x',
    'https://2130706433/x',
    'https://169.254.169.254/latest',
    'https://intranet/x',
    'https://localhost/x',
    'ftp://push.example/x',
    'nonsense',
    target.endpoint,
  ];
  for (const endpoint of refused) expect(strict.accepts(at(endpoint)), endpoint).toBe(false);
  expect(await strict.send(target, message)).toBe('refused');
  // A name that leads inside is found out when it is looked up.
  expect(await strict.send(at('https://localhost.localdomain/x'), message)).toBe('again');
  expect(service.received.filter((one) => one.endpoint === target.endpoint)).toEqual([]);
});

it('does not take keys that are none', () => {
  const target = service.subscribe();
  expect(local.accepts(target)).toBe(true);
  expect(local.accepts({ ...target, p256dh: Buffer.alloc(65, 4).toString('base64url') })).toBe(false);
  expect(local.accepts({ ...target, p256dh: target.p256dh.slice(0, 44) })).toBe(false);
  expect(local.accepts({ ...target, auth: 'AAAA' })).toBe(false);
});
