import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What a ceremony is told by the page: whose site, and where it believes to be. */
export interface Ceremony {
  /** As the server's options say. */
  readonly challenge: string;
  readonly rpId: string;
  /** As the browser says, whatever the server expects. */
  readonly origin: string;
}

/** How a device may differ from an honest one. */
export interface Misbehaviour {
  /** Nobody touched a finger or typed a code. */
  readonly isUnverified?: boolean;
  readonly counter?: number;
  readonly type?: string;
  readonly hasForeignKey?: boolean;
}

type CborValue = number | string | Buffer | ReadonlyMap<number | string, CborValue>;

/** The part of CBOR that WebAuthn needs: integers, texts, bytes and maps (RFC 8949, 3.1). */
function cbor(value: CborValue): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, held]) => [cbor(key), cbor(held)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

function head(majorType: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(majorType << 5) | size]);
  return size < 256 ? Buffer.from([(majorType << 5) | 24, size]) : Buffer.from([(majorType << 5) | 25, size >> 8, size & 255]);
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const present = 0x01;
const verified = 0x04;
const carriesKey = 0x40;

/** A device that keeps one passkey, made of nothing but the standard (WebAuthn Level 3, 6.1, 6.5 and 7). */
export class SoftwareAuthenticator {
  readonly credentialId = randomBytes(32).toString('base64url');
  readonly #keys = newKeys();
  #counter = 0;
  #userHandle = '';

  /** Answers `navigator.credentials.create`. */
  create(ceremony: Ceremony & { readonly userHandle: string }, odd: Misbehaviour = {}): Record<string, unknown> {
    this.#userHandle = ceremony.userHandle;
    const rawId = Buffer.from(this.credentialId, 'base64url');
    const length = Buffer.from([rawId.length >> 8, rawId.length & 255]);
    const attested = Buffer.concat([Buffer.alloc(16), length, rawId, coseKey(this.#keys.publicKey)]);
    const authData = Buffer.concat([this.#authenticatorData(ceremony.rpId, carriesKey, odd), attested]);
    const object = new Map<string, CborValue>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return this.#credential({
      clientDataJSON: clientData(odd.type ?? 'webauthn.create', ceremony).toString('base64url'),
      attestationObject: cbor(object).toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Answers `navigator.credentials.get`. */
  get(ceremony: Ceremony, odd: Misbehaviour = {}): Record<string, unknown> {
    this.#counter += 1;
    const authenticatorData = this.#authenticatorData(ceremony.rpId, 0, odd);
    const told = clientData(odd.type ?? 'webauthn.get', ceremony);
    const key = odd.hasForeignKey ? newKeys().privateKey : this.#keys.privateKey;
    return this.#credential({
      clientDataJSON: told.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: sign('sha256', Buffer.concat([authenticatorData, sha256(told)]), key).toString('base64url'),
      userHandle: this.#userHandle,
    });
  }

  #authenticatorData(rpId: string, more: number, odd: Misbehaviour): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(odd.counter ?? this.#counter);
    return Buffer.concat([sha256(rpId), Buffer.from([present | (odd.isUnverified ? 0 : verified) | more]), counter]);
  }

  #credential(response: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const id = this.credentialId;
    return { id, rawId: id, type: 'public-key', authenticatorAttachment: 'platform', clientExtensionResults: {}, response };
  }
}

function newKeys(): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function clientData(type: string, { challenge, origin }: Ceremony): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

/** ES256 on P-256 as COSE writes it (RFC 9053, 2.1 and 7.1.1). */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return cbor(
    new Map<number, CborValue>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  );
}
