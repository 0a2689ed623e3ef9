import { createECDH } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';

/** The key pair by which push services know this installation (RFC 8292), both base64url: 65 bytes and 32. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

const name = 'vapid';

/** The pair a private key belongs to; null when the text is none (P-256, 32 bytes in base64url). */
export function vapidKeysOf(privateKey: string): VapidKeys | null {
  const bytes = Buffer.from(privateKey, 'base64url');
  if (bytes.length !== 32 || bytes.toString('base64url') !== privateKey) return null;
  const pair = createECDH('prime256v1');
  try {
    pair.setPrivateKey(bytes);
  } catch {
    return null;
  }
  return { publicKey: pair.getPublicKey('base64url'), privateKey };
}

/** A fresh private key. */
export function newVapidPrivateKey(): string {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  // A number with leading zeros comes shorter than the 32 bytes of the format (RFC 7518, 6.2.2.1).
  return Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()])
    .subarray(-32)
    .toString('base64url');
}

/**
 * The pair of this installation: the one set from outside, else the one kept in the database, made at the first start. All processes of
 * one installation, and a restored backup, have the same: devices that registered under another can never be reached again.
 */
export async function vapidKeysOfInstallation(db: Kysely<Database>, given: VapidKeys | undefined): Promise<VapidKeys> {
  if (given) return given;
  const made = vapidKeysOf(newVapidPrivateKey());
  await db
    .insertInto('platform.setting')
    .values({ name, value: JSON.stringify(made) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await db.selectFrom('platform.setting').select('value').where('name', '=', name).executeTakeFirstOrThrow();
  // The column is JSON of any kind; under this name only the lines above write.
  return kept.value as unknown as VapidKeys;
}
