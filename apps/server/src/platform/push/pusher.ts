import { createECDH } from 'node:crypto';
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import webPush from 'web-push';
import { guardedLookup, isOwnMachine, isPublicAddress } from '#platform/push/public-address';
import type { VapidKeys } from '#platform/push/vapid-keys';

/** Where a browser said it can be reached, and the keys that only it and we know (Push API, W3C; RFC 8291, 3). */
export interface PushTarget {
  readonly endpoint: string;
  /** Its public key on P-256, 65 bytes in base64url. */
  readonly p256dh: string;
  /** Its secret, 16 bytes in base64url. */
  readonly auth: string;
}

/** A notice for one browser. */
export interface PushMessage {
  readonly payload: Readonly<Record<string, unknown>>;
  /** How long a push service keeps it for a device it cannot reach (RFC 8030, 5.2). */
  readonly ttlSeconds: number;
  /** A later notice on the same topic takes the place of one not yet delivered (RFC 8030, 5.4): at most 32 letters of base64url. */
  readonly topic: string;
}

/** What became of a notice: taken; the device is gone for good; refused for good; or worth another try. */
export type PushOutcome = 'taken' | 'gone' | 'refused' | 'again';

/** Hands notices to the push services of browsers. */
export interface Pusher {
  /** What browsers register under (RFC 8292, 4). */
  readonly publicKey: string;
  /** Whether a registration can be used: an address on the public network, keys that are keys. */
  accepts(target: PushTarget): boolean;
  send(target: PushTarget, message: PushMessage): Promise<PushOutcome>;
  close(): void;
}

const answerWithinMs = 20_000;
/** Every notice is made this long, so that its length does not tell what it says to the service that carries it (RFC 8188, 4.8). */
const paddedBytes = 512;

/** Pushes over HTTP (RFC 8030), encrypted for the device alone (RFC 8291), signed with our key (RFC 8292). */
export function webPusher(options: {
  readonly keys: VapidKeys;
  /** Whom a push service writes to when something is wrong: a `mailto:` or `https:` address. */
  readonly contact: string;
  /** Also this machine, and without https: for tests with a push service of their own. */
  readonly isLoopbackAllowed: boolean;
}): Pusher {
  const { keys, contact, isLoopbackAllowed } = options;
  const agents = { http: new HttpAgent({ keepAlive: true, maxSockets: 16 }), https: new HttpsAgent({ keepAlive: true, maxSockets: 16 }) };
  const isAllowed = (address: string): boolean => isPublicAddress(address) || (isLoopbackAllowed && isOwnMachine(address));
  const lookup = guardedLookup(isAllowed);

  function isReachable(endpoint: string): boolean {
    const url = URL.parse(endpoint);
    if (url === null || url.username !== '' || url.password !== '') return false;
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    if (isLoopbackAllowed && isOwnMachine(host)) return url.protocol === 'http:' || url.protocol === 'https:';
    // A push service is found by name at the usual port (RFC 8030, 8: https only); names without a dot are those of a house.
    return url.protocol === 'https:' && url.port === '' && (isIP(host) === 0 ? /[^.]\.[^.]/.test(host) : isPublicAddress(host));
  }

  return {
    publicKey: keys.publicKey,
    accepts: (target) => isReachable(target.endpoint) && isPoint(target.p256dh) && Buffer.from(target.auth, 'base64url').length === 16,
    send: async (target, message) => {
      // Asked again at each sending: what was allowed when it was registered need not be today.
      if (!isReachable(target.endpoint)) return 'refused';
      const { headers, body } = webPush.generateRequestDetails(
        { endpoint: target.endpoint, keys: { p256dh: target.p256dh, auth: target.auth } },
        Buffer.from(JSON.stringify(message.payload)).toString('utf8').padEnd(paddedBytes),
        {
          vapidDetails: { subject: contact, ...keys },
          TTL: Math.max(0, Math.round(message.ttlSeconds)),
          topic: message.topic,
          contentEncoding: 'aes128gcm',
          urgency: 'normal',
        },
      );
      return outcomeOf(await post(new URL(target.endpoint), headers, body));
    },
    close: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };

  /** The answer's status; null where there was none. Redirects are not followed: they would lead past the look at the address. */
  function post(url: URL, headers: Readonly<Record<string, string>>, body: Buffer | null): Promise<number | null> {
    const isSecure = url.protocol === 'https:';
    return new Promise((answered) => {
      const sent = (isSecure ? httpsRequest : httpRequest)(
        url,
        { method: 'POST', headers, lookup, agent: isSecure ? agents.https : agents.http, timeout: answerWithinMs },
        (reply) => {
          answered(reply.statusCode ?? null);
          reply.resume();
        },
      );
      sent.on('timeout', () => sent.destroy());
      sent.on('error', () => answered(null));
      sent.end(body);
    });
  }
}

/** RFC 8030, 5 and 7.3: 201 is taken, 404 and 410 say that the registration is no more; too many and the server's own troubles pass. */
function outcomeOf(status: number | null): PushOutcome {
  if (status === null || status === 429 || status >= 500) return 'again';
  if (status >= 200 && status < 300) return 'taken';
  return status === 404 || status === 410 ? 'gone' : 'refused';
}

/** Whether these are the 65 bytes of a point on the curve; anything else would fail each time something is encrypted for it. */
function isPoint(p256dh: string): boolean {
  const ours = createECDH('prime256v1');
  ours.generateKeys();
  try {
    ours.computeSecret(p256dh, 'base64url');
    return Buffer.from(p256dh, 'base64url').length === 65;
  } catch {
    return false;
  }
}
