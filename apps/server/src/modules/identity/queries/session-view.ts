import { witaDate } from '@makaverse/calendar';
import type { Capability, Session } from '@makaverse/contract/identity-session';
import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { isAdministrator, isClerk, isInformationOfficer, isLeader, isReviewer, mayActWith } from '../domain/rights.ts';
import { passkeySite } from '../domain/passkey-site.ts';
import type { IdentityOptions } from '../identity-options.ts';
import { personasOf } from '../personas.ts';
import { delegationsOf } from './delegations.ts';
import { holdingsOf } from './holdings.ts';
import { isUnregistered } from './is-unregistered.ts';
import { mayReadAudit } from './may-read-audit.ts';
import { personBriefs } from './person-briefs.ts';

async function capabilitiesOf(db: Kysely<Database>, actor: Actor): Promise<Capability[]> {
  const has: Readonly<Record<Capability, boolean>> = {
    administer: isAdministrator(actor),
    lead: isLeader(actor),
    decide: mayActWith(actor, 'decide'),
    appoint: mayActWith(actor, 'appoint'),
    review: isReviewer(actor),
    clerk: isClerk(actor),
    'call-meeting': isLeader(actor) || isClerk(actor),
    'head-unit': actor.positions.some((one) => one.kind === 'head'),
    'inform-public': isInformationOfficer(actor),
    'read-audit': await mayReadAudit(db, actor),
  };
  return (Object.keys(has) as Capability[]).filter((one) => has[one]);
}

/** What the interface needs to know of who is signed in, and of this installation. */
export async function sessionView(context: Context<Actor | null>, actor: Actor | null, options: IdentityOptions): Promise<Session> {
  const { db, now } = context;
  const on = witaDate(now);
  const personas = options.demo ? await personasOf(db) : [];
  const people = await personBriefs(db, [...personas.map((one) => one.personId), ...(actor ? [actor.personId] : [])], now);
  return {
    person: (actor && people.get(actor.personId)) ?? null,
    holdings: actor ? [...(await holdingsOf(db, { personIds: [actor.personId], on, now }))] : [],
    delegations: actor ? await delegationsOf(db, { personId: actor.personId, on, now }) : [],
    capabilities: actor ? await capabilitiesOf(db, actor) : [],
    needsSetup: options.setUpCode !== null && (await isUnregistered(db)),
    hasOidc: options.oidc !== null,
    passkeyHost: passkeySite(context.request.publicUrl)?.rpID ?? null,
    now: now.toISOString(),
    demo: options.demo && {
      personas: personas.flatMap(({ key, label, personId }) => {
        const person = people.get(personId);
        return person ? [{ key, label: label[context.language], person }] : [];
      }),
    },
  };
}
