/** Units, people, positions: the directory, now and on a given day. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, isoDate, optionalWords, page, paging, personBrief, unitBrief, version, words } from './primitives.ts';

export const unitKind = z.enum([
  'mayor',
  'secretariat',
  'assistant',
  'expert-staff',
  'agency',
  'bureau',
  'kecamatan',
  'kelurahan',
  'enterprise',
  'partner',
]);
export type UnitKind = z.infer<typeof unitKind>;

/** Groups a directive or an invitation can address in one word. */
export const unitGroup = z.enum([
  'all-presenting',
  'all-agencies',
  'all-kecamatan',
  'all-kelurahan',
  'all-enterprises',
  'all-bureaus',
  'all-assistants',
  'all-expert-staff',
]);
export type UnitGroup = z.infer<typeof unitGroup>;

/** What a position lets its holder do follows from this and the unit's kind. */
export const positionKind = z.enum(['head', 'deputy', 'secretary', 'member', 'clerk', 'information-officer', 'administrator']);
export type PositionKind = z.infer<typeof positionKind>;

/** How the rakorsus groups the units that present. */
export const presentingGroup = z.enum(['basic-service', 'non-basic-service', 'optional-affairs', 'support', 'territorial', 'enterprise']);

/** Periods are half open: `from` is the first day, `to` the first day no more (the decree's "terhitung mulai tanggal"). `acting`: null, or Plt. (office vacant) or Plh. (holder away), the two forms of Indonesian law (UU 30/2014 art. 14). */
export const acting = z.enum(['plt', 'plh']).nullable();

export const holding = z.object({
  positionId: id,
  unit: unitBrief,
  person: personBrief,
  kind: positionKind,
  title: z.string(),
  acting,
  from: isoDate,
  to: isoDate.nullable(),
});
export type Holding = z.infer<typeof holding>;

export const unit = unitBrief.extend({
  parentId: id.nullable(),
  presentingGroup: presentingGroup.nullable(),
  validFrom: isoDate,
  validTo: isoDate.nullable(),
  head: personBrief.extend({ acting }).nullable(),
  version,
});
export type Unit = z.infer<typeof unit>;

export const unitDetail = unit.extend({
  parents: z.array(unitBrief),
  children: z.array(unit),
  holdings: z.array(holding),
  formerHoldings: z.array(holding),
  formerNames: z.array(z.object({ name: z.string(), from: isoDate, to: isoDate.nullable() })),
});
export type UnitDetail = z.infer<typeof unitDetail>;

/** Contact data is masked (`a•••@makassar.go.id`) for whoever has no need of it. */
export const person = personBrief.extend({
  email: z.string().nullable(),
  phone: z.string().nullable(),
  isMasked: z.boolean(),
  isDemo: z.boolean(),
  version,
});
export type Person = z.infer<typeof person>;
export const personDetail = person.extend({ holdings: z.array(holding), formerHoldings: z.array(holding) });
export type PersonDetail = z.infer<typeof personDetail>;

const onDay = { on: isoDate.optional() };

export const listUnits = endpoint({
  id: 'identity.list-units',
  method: 'GET',
  path: '/api/units',
  door: 'list',
  summary: 'The tree of units as it stood on a day (today by default)',
  query: z.object({
    ...onDay,
    q: optionalWords(200).optional(),
    kind: unitKind.optional(),
    parentId: id.optional(),
  }),
  reply: z.object({ on: isoDate, items: z.array(unit) }),
});
export const readUnit = endpoint({
  id: 'identity.read-unit',
  method: 'GET',
  path: '/api/units/{id}',
  door: 'item',
  summary: 'One unit: its place, its people, who held what on a day',
  params: byId,
  query: z.object(onDay),
  reply: unitDetail,
});
export const exportUnits = endpoint({
  id: 'identity.export-units',
  method: 'GET',
  path: '/api/units.csv',
  door: 'export',
  summary: 'The directory as CSV, one line a unit with its head',
  query: z.object(onDay),
  media: 'text/csv',
});
export const listUnitGroups = endpoint({
  id: 'identity.list-unit-groups',
  method: 'GET',
  path: '/api/unit-groups',
  door: 'list',
  summary: 'Groups such as "all camat", with their units today',
  reply: z.object({ items: z.array(z.object({ group: unitGroup, unitIds: z.array(id) })) }),
});

const unitFields = {
  code: words(60),
  name: words(200),
  shortName: words(60),
  kind: unitKind,
  parentId: id.nullable(),
  presentingGroup: presentingGroup.nullable(),
};
export const foundUnit = endpoint({
  id: 'identity.found-unit',
  method: 'POST',
  path: '/api/units',
  door: 'command',
  summary: 'Found a unit from a day on',
  body: z.object({ ...unitFields, validFrom: isoDate }),
  reply: unit,
});
export const changeUnit = endpoint({
  id: 'identity.change-unit',
  method: 'PATCH',
  path: '/api/units/{id}',
  door: 'command',
  summary: 'Rename or move a unit from a day on; the past keeps its name',
  params: byId,
  body: z.object({ ...unitFields, from: isoDate, version }),
  reply: unit,
});
export const closeUnit = endpoint({
  id: 'identity.close-unit',
  method: 'POST',
  path: '/api/units/{id}/close',
  door: 'command',
  summary: 'Dissolve a unit on a day; refused while people hold positions in it',
  params: byId,
  body: z.object({ to: isoDate, version }),
  reply: unit,
});

export const listPeople = endpoint({
  id: 'identity.list-people',
  method: 'GET',
  path: '/api/people',
  door: 'list',
  summary: 'People by name, office or unit',
  query: z.object({ q: optionalWords(200).optional(), unitId: id.optional(), ...paging }),
  reply: page(person.extend({ holdings: z.array(holding) })),
});
export const readPerson = endpoint({
  id: 'identity.read-person',
  method: 'GET',
  path: '/api/people/{id}',
  door: 'item',
  summary: 'One person: positions now and before',
  params: byId,
  reply: personDetail,
});
export const registerPerson = endpoint({
  id: 'identity.register-person',
  method: 'POST',
  path: '/api/people',
  door: 'command',
  summary: 'Register a person',
  body: z.object({ name: words(200), email: z.email().max(254), phone: optionalWords(30).optional() }),
  reply: personDetail,
});
export const changePerson = endpoint({
  id: 'identity.change-person',
  method: 'PATCH',
  path: '/api/people/{id}',
  door: 'command',
  summary: "Correct a person's name or contact data",
  params: byId,
  body: z.object({ name: words(200), email: z.email().max(254), phone: optionalWords(30).optional(), version }),
  reply: personDetail,
});
export const appointToPosition = endpoint({
  id: 'identity.appoint-to-position',
  method: 'POST',
  path: '/api/positions',
  door: 'command',
  summary: 'Give a person a position in a unit from a day on',
  body: z.object({ personId: id, unitId: id, kind: positionKind, title: words(200), acting, from: isoDate, to: isoDate.nullable() }),
  reply: holding,
});
export const endPosition = endpoint({
  id: 'identity.end-position',
  method: 'POST',
  path: '/api/positions/{id}/end',
  door: 'command',
  summary: 'End a position on a day; rights and sign-ins end with it',
  params: byId,
  body: z.object({ to: isoDate }),
  reply: holding,
});

/** What can be handed to another for a time. */
export const power = z.enum(['appoint', 'approve-minutes', 'chair', 'decide']);
export type Power = z.infer<typeof power>;
export const delegation = z.object({
  id,
  from: personBrief,
  to: personBrief,
  power,
  validFrom: isoDate,
  validUntil: isoDate,
  reason: z.string(),
  revokedAt: z.string().nullable(),
});
export type Delegation = z.infer<typeof delegation>;
export const listDelegations = endpoint({
  id: 'identity.list-delegations',
  method: 'GET',
  path: '/api/delegations',
  door: 'list',
  summary: 'Delegations given or received by me (all, for the administrator)',
  reply: z.object({ items: z.array(delegation) }),
});
export const delegate = endpoint({
  id: 'identity.delegate',
  method: 'POST',
  path: '/api/delegations',
  door: 'command',
  summary: 'Let another act for me until a day',
  body: z.object({ toPersonId: id, power, validFrom: isoDate, validUntil: isoDate, reason: words(500) }),
  reply: delegation,
});
export const revokeDelegation = endpoint({
  id: 'identity.revoke-delegation',
  method: 'DELETE',
  path: '/api/delegations/{id}',
  door: 'command',
  summary: 'Take a delegation back at once',
  params: byId,
});
