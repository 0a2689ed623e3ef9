import { createECDH } from 'node:crypto';
import { expect, it } from 'vitest';
import { startPushService } from './push-service.ts';

it('refuses what is not signed and not encrypted, and knows nobody it did not register', async () => {
  const service = await startPushService();
  try {
    const { endpoint } = service.subscribe();
    const post = async (url: string, headers: Record<string, string> = {}): Promise<number> =>
      (await fetch(url, { method: 'POST', headers: { ttl: '60', ...headers }, body: 'plain' })).status;
    expect(await post(endpoint)).toBe(400);
    const pair = createECDH('prime256v1');
    const forged = `vapid t=e30.${Buffer.from(JSON.stringify({ aud: service.origin, exp: Date.now() / 1000 + 60, sub: 'x' })).toString('base64url')}.AAAA, k=${pair.generateKeys('base64url')}`;
    expect(await post(endpoint, { authorization: forged })).toBe(400);
    expect(await post(`${service.origin}/push/nobody`)).toBe(404);
    service.answerWith(410, endpoint);
    expect(await post(endpoint)).toBe(410);
    expect(service.received).toEqual([]);
  } finally {
    await service.close();
  }
});
