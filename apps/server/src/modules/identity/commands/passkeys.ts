import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { DomainError, RecordMissing } from '#platform/errors';
import { passkeySite, type PasskeySite } from '../domain/passkey-site.ts';
import { keepSession } from './keep-session.ts';

const challengeMs = 5 * 60_000;

/** The key, its signature or what it signed does not fit; which of them is not said. */
class PasskeyRefused extends DomainError {
  constructor() {
    super('passkey-refused', 'invalid');
  }
}
/** That key is registered already. */
class PasskeyAlreadyThere extends DomainError {
  constructor() {
    super('passkey-already-there', 'conflict');
  }
}

/** The public address of this installation is none for which browsers keep passkeys. */
class PasskeysUnavailable extends DomainError {
  constructor() {
    super('passkeys-unavailable', 'conflict');
  }
}

function relyingParty(publicUrl: string): PasskeySite {
  const site = passkeySite(publicUrl);
  if (!site) throw new PasskeysUnavailable();
  return site;
}

async function keepChallenge(tx: Transaction<Actor | null>, kept: { challenge: string; personId: string | null }): Promise<void> {
  await tx.db
    .insertInto('identity.challenge')
    .values({
      challenge: kept.challenge,
      purpose: kept.personId === null ? 'sign-in' : 'register',
      person_id: kept.personId,
      expires_at: new Date(tx.now.getTime() + challengeMs),
    })
    .execute();
}

/** Takes a challenge out of the store: it counts once, for a few minutes, for its purpose and its person. */
async function takeChallenge(db: Kysely<Database>, now: Date, taken: { challenge: string; personId: string | null }): Promise<boolean> {
  const row = await db.deleteFrom('identity.challenge').where('challenge', '=', taken.challenge).returningAll().executeTakeFirst();
  return row !== undefined && row.expires_at > now && row.person_id === taken.personId;
}

/** Begins adding a passkey: a key the device finds by itself and that asks for finger, face or code. */
export async function beginRegistration(tx: Transaction): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const person = await tx.db
    .selectFrom('identity.person')
    .select(['name', 'email'])
    .where('id', '=', tx.actor.personId)
    .executeTakeFirstOrThrow();
  const known = await tx.db
    .selectFrom('identity.passkey')
    .select(['credential_id', 'transports'])
    .where('person_id', '=', tx.actor.personId)
    .execute();
  const options = await generateRegistrationOptions({
    rpName: 'Makaverse',
    rpID: relyingParty(tx.request.publicUrl).rpID,
    userName: person.email ?? person.name,
    userDisplayName: person.name,
    userID: new Uint8Array(Buffer.from(tx.actor.personId.replaceAll('-', ''), 'hex')),
    attestationType: 'none',
    excludeCredentials: known.map((one) => ({ id: one.credential_id, transports: one.transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(tx, { challenge: options.challenge, personId: tx.actor.personId });
  return options;
}

/** Keeps a new passkey. @throws PasskeyRefused, PasskeyAlreadyThere */
export async function addPasskey(tx: Transaction, given: { label: string; response: Readonly<Record<string, unknown>> }): Promise<string> {
  const { rpID, origin } = relyingParty(tx.request.publicUrl);
  const personId = tx.actor.personId;
  const checked = await refusing(() =>
    verifyRegistrationResponse({
      response: given.response as unknown as RegistrationResponseJSON,
      expectedChallenge: (challenge) => takeChallenge(tx.db, tx.now, { challenge, personId }),
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
    }),
  );
  if (!checked.verified) throw new PasskeyRefused();
  const { credential } = checked.registrationInfo;
  const id = tx.newId();
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('identity.passkey')
    .values({
      id,
      person_id: personId,
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      label: given.label,
      created_at: tx.now,
      last_used_at: null,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw new PasskeyAlreadyThere();
  tx.audit({ action: 'passkey.added', object: 'person', objectId: personId, data: { passkeyId: id } });
  return id;
}

/** Removes one of my passkeys. */
export async function removePasskey(tx: Transaction, id: string): Promise<void> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('identity.passkey')
    .where('id', '=', id)
    .where('person_id', '=', tx.actor.personId)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw new RecordMissing();
  tx.audit({ action: 'passkey.removed', object: 'person', objectId: tx.actor.personId, data: { passkeyId: id } });
}

/** Begins signing in: any passkey the device holds for this site. */
export async function beginSignIn(tx: Transaction<Actor | null>): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({ rpID: relyingParty(tx.request.publicUrl).rpID, userVerification: 'required' });
  await keepChallenge(tx, { challenge: options.challenge, personId: null });
  return options;
}

/** Opens a session for the holder of a passkey. @throws PasskeyRefused, NoPositionHeld */
export async function signInWithPasskey(
  tx: Transaction<Actor | null>,
  response: Readonly<Record<string, unknown>>,
): Promise<{ token: string; actor: Actor }> {
  const { rpID, origin } = relyingParty(tx.request.publicUrl);
  const passkey = await tx.db
    .selectFrom('identity.passkey')
    .selectAll()
    .where('credential_id', '=', typeof response['id'] === 'string' ? response['id'] : '')
    .forUpdate()
    .executeTakeFirst();
  if (!passkey) throw new PasskeyRefused();
  const checked = await refusing(() =>
    verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge: (challenge) => takeChallenge(tx.db, tx.now, { challenge, personId: null }),
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      // Also refuses a counter that goes back, the sign of a copied key (WebAuthn Level 3, 6.1.1).
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: passkey.counter,
        transports: passkey.transports,
      },
    }),
  );
  if (!checked.verified) throw new PasskeyRefused();
  await tx.db
    .updateTable('identity.passkey')
    .set({ counter: checked.authenticationInfo.newCounter, last_used_at: tx.now })
    .where('id', '=', passkey.id)
    .execute();
  tx.audit({ action: 'session.opened', object: 'person', objectId: passkey.person_id, data: { method: 'passkey' } });
  return keepSession(tx.db, { personId: passkey.person_id, method: 'passkey', now: tx.now });
}

/** The library throws for whatever does not fit, malformed structures too; from outside all of it is one refusal. */
async function refusing<R>(check: () => Promise<R>): Promise<R> {
  try {
    return await check();
  } catch (error) {
    throw Object.assign(new PasskeyRefused(), { cause: error });
  }
}
