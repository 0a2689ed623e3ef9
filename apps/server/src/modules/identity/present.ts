import type { auditEntry, mailBrief, readMail } from '@makaverse/contract/system';
import type { passkey } from '@makaverse/contract/identity-session';
import type { z } from 'zod';
import type { Delegation, Holding, Person, Unit } from '@makaverse/contract/identity-directory';
import type { PersonBrief, UnitBrief } from '@makaverse/contract/primitives';
import type { Selectable } from 'kysely';
import type { Database } from '#database/schema';
import type { Actor } from '#platform/actor';
import { maskEmail, maskPhone } from './domain/mask.ts';
import { maySeeContact } from './policy.ts';

type Row<T extends keyof Database> = Selectable<Database[T]>;

/** A unit's version with the number of its latest change. */
export type UnitRow = Pick<
  Row<'identity.unit_version'>,
  'code' | 'kind' | 'name' | 'short_name' | 'parent_id' | 'presenting_group' | 'valid_from' | 'valid_to'
> &
  Pick<Row<'identity.unit'>, 'id' | 'version'>;

/** A unit as the directory shows it. */
export function presentUnit(row: UnitRow, head: Unit['head']): Unit {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    name: row.name,
    shortName: row.short_name,
    parentId: row.parent_id,
    presentingGroup: row.presenting_group,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    head,
    version: row.version,
  };
}

/** A position with its unit and its holder. */
export function presentHolding(row: Row<'identity.position'>, unit: UnitBrief, person: PersonBrief): Holding {
  return {
    positionId: row.id,
    unit,
    person,
    kind: row.kind,
    title: row.title,
    acting: row.acting,
    from: row.valid_from,
    to: row.valid_to,
  };
}

/** A delegation with both people named. */
export function presentDelegation(row: Row<'identity.delegation'>, people: ReadonlyMap<string, PersonBrief>): Delegation {
  return {
    id: row.id,
    from: people.get(row.from_person_id)!,
    to: people.get(row.to_person_id)!,
    power: row.power,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    reason: row.reason,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}

/** A person; contact data in full only for whoever may see it. */
export function presentPerson(
  row: Row<'identity.person'>,
  known: { brief: PersonBrief; unitIds: readonly string[] },
  reader: Actor,
): Person {
  const isOpen = maySeeContact(reader, { id: row.id, unitIds: known.unitIds });
  return {
    ...known.brief,
    email: row.email && (isOpen ? row.email : maskEmail(row.email)),
    phone: row.phone && (isOpen ? row.phone : maskPhone(row.phone)),
    isMasked: !isOpen,
    isDemo: row.is_demo,
    version: row.version,
  };
}

/** A passkey; never its key. */
export function presentPasskey(row: Row<'identity.passkey'>): z.infer<typeof passkey> {
  return { id: row.id, label: row.label, createdAt: row.created_at.toISOString(), lastUsedAt: row.last_used_at?.toISOString() ?? null };
}

/** A line of the audit log: what was done to which record by whom; the values stay in the database. */
export function presentAuditLine(row: Row<'platform.audit'>, people: ReadonlyMap<string, PersonBrief>): z.infer<typeof auditEntry> {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    actor: (row.actor_id !== null && people.get(row.actor_id)) || null,
    action: row.action,
    object: row.object,
    objectId: row.object_id,
    hash: row.hash,
  };
}

/** A mail of the demo in a list. */
export function presentMailBrief(row: Row<'platform.sent_mail'>): z.infer<typeof mailBrief> {
  return { id: row.id, at: row.at.toISOString(), to: `${row.to_name} <${row.to_address}>`, subject: row.subject };
}

/** A mail of the demo, opened. */
export function presentMail(row: Row<'platform.sent_mail'>): z.infer<(typeof readMail)['reply']> {
  return { ...presentMailBrief(row), text: row.body, calendar: row.calendar };
}
