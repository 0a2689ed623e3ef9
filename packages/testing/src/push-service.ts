import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, randomUUID, verify } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a browser hands to its application server when it registers (Push API, W3C): base64url throughout. */
export interface BrowserSubscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** A notice that arrived, opened with the keys of the browser it was for. */
export interface ReceivedPush {
  readonly endpoint: string;
  /** The decrypted JSON. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Bytes that travelled. */
  readonly length: number;
  readonly ttlSeconds: number;
  readonly topic: string | undefined;
  /** The application server's key, and whom it says to turn to (RFC 8292). */
  readonly serverKey: string;
  readonly contact: string;
}

/** A push service of one's own. */
export interface PushService {
  readonly origin: string;
  /** Notices in the order of their arrival. */
  readonly received: ReceivedPush[];
  /** Registers a browser with keys made for it. */
  subscribe(): BrowserSubscription;
  /** From now on notices for this browser, or for all, are answered with a status instead of 201; null takes them again. */
  answerWith(status: number | null, endpoint?: string): void;
  close(): Promise<void>;
}

interface Browser {
  readonly pair: ReturnType<typeof createECDH>;
  readonly auth: Buffer;
}

/**
 * Starts a push service on this machine (RFC 8030): checks the signature of each notice (RFC 8292), opens it as the browser would
 * (RFC 8291), and answers 400 with the reason where anything does not fit.
 * @example const service = await startPushService(); const subscription = service.subscribe();
 */
export async function startPushService(): Promise<PushService> {
  const browsers = new Map<string, Browser>();
  const answers = new Map<string, number>();
  const received: ReceivedPush[] = [];
  const server = createServer((request, reply) => {
    void (async () => {
      const body = await bytesOf(request);
      const endpoint = `${origin}${request.url}`;
      const answer = answers.get(endpoint) ?? answers.get('all');
      const browser = browsers.get(endpoint);
      if (answer !== undefined || !browser) return void reply.writeHead(answer ?? 404).end();
      received.push({
        endpoint,
        ...authorOf(String(request.headers.authorization), origin),
        payload: JSON.parse(opened(body, browser)) as Record<string, unknown>,
        length: body.length,
        ttlSeconds: Number(request.headers['ttl']),
        topic: request.headers['topic'] as string | undefined,
      });
      reply.writeHead(201).end();
    })().catch((error: unknown) => reply.writeHead(400).end(String(error)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    received,
    subscribe: () => {
      const pair = createECDH('prime256v1');
      const browser = { pair, auth: randomBytes(16) };
      const p256dh = pair.generateKeys('base64url');
      const endpoint = `${origin}/push/${randomUUID()}`;
      browsers.set(endpoint, browser);
      return { endpoint, p256dh, auth: browser.auth.toString('base64url') };
    },
    answerWith: (status, endpoint = 'all') => {
      if (status === null) answers.delete(endpoint);
      else answers.set(endpoint, status);
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The application server's key and contact, from `vapid t=<token>, k=<key>` (RFC 8292, 3). */
function authorOf(header: string, origin: string): { serverKey: string; contact: string } {
  const [, token = '', serverKey = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(header) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(serverKey, 'base64url');
  const key = createPublicKey({
    key: { kty: 'EC', crv: 'P-256', x: point.toString('base64url', 1, 33), y: point.toString('base64url', 33) },
    format: 'jwk',
  });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; exp: number; sub: string };
  const secondsLeft = exp - Date.now() / 1000;
  if (!isSigned || aud !== origin || secondsLeft < 0 || secondsLeft > 24 * 3600) throw new Error(`not signed for ${origin}: ${claims}`);
  return { serverKey, contact: sub };
}

/** The plain text of an `aes128gcm` body of one record (RFC 8188, 2; RFC 8291, 3.4). */
function opened(body: Buffer, { pair, auth }: Browser): string {
  const salt = body.subarray(0, 16);
  const keyEnd = 21 + body[20]!;
  const serverPoint = body.subarray(21, keyEnd);
  const info = (name: string): Buffer => Buffer.from(`${name}\0`);
  const whole = Buffer.concat([info('WebPush: info'), pair.getPublicKey(), serverPoint]);
  const secret = Buffer.from(hkdfSync('sha256', pair.computeSecret(serverPoint), auth, whole, 32));
  const key = Buffer.from(hkdfSync('sha256', secret, salt, info('Content-Encoding: aes128gcm'), 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, info('Content-Encoding: nonce'), 12));
  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(body.subarray(-16));
  const padded = Buffer.concat([decipher.update(body.subarray(keyEnd, -16)), decipher.final()]);
  // The last record ends with 2 and as many zeros as one likes.
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
}
