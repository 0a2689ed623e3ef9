export { identityModule } from './module.ts';
export type { IdentityOptions } from './identity-options.ts';
export { demoLife, usualLife } from './domain/session-life.ts';
export {
  belongsToUnit,
  headsUnit,
  isAdministrator,
  isClerk,
  isInformationOfficer,
  isLeader,
  isMayor,
  isReviewer,
  isWithin,
  mayActWith,
  speaksForUnit,
  unitIdsOf,
  workUnitIds,
} from './domain/rights.ts';
export { unitsInGroup, type UnitNode, type UnitTree } from './domain/unit-tree.ts';
export { actorOf, actorsOf } from './queries/actor-of.ts';
export { delegatesWith } from './queries/delegates-with.ts';
export { headsOf, holdersOf, isPersonInUnit, leadersOf, type Holder, type Leader } from './queries/holders-of.ts';
export { personBriefs } from './queries/person-briefs.ts';
export { reviewingOfficeOf } from './queries/reviewing-office.ts';
export { morningReaders } from './queries/morning-readers.ts';
export { unitBriefs } from './queries/unit-briefs.ts';
export { unitTree } from './queries/unit-tree.ts';
export { unitIdsDownFrom } from './queries/units-below.ts';
export { mailPeople, type MailJob, type MailToPeople } from './mail-people.ts';
export { notifyPeople } from './push/notify-people.ts';
export { pushMorning } from './push/commands/push-notices.ts';
export { sendMail, sendMails } from './commands/send-mail.ts';
export { newToken, tokenHash } from './session-token.ts';
export { namePersonas, type Persona } from './personas.ts';
