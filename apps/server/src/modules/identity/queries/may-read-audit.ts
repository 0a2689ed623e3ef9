import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import type { Actor } from '#platform/actor';
import { isAdministrator } from '../domain/rights.ts';
import { isInspectorate } from '../domain/inspectorate.ts';
import { unitBriefs } from './unit-briefs.ts';

/** Administrators, and the heads of the inspectorate, whose office it is to look. */
export async function mayReadAudit(db: Kysely<Database>, actor: Actor): Promise<boolean> {
  if (isAdministrator(actor)) return true;
  const headed = actor.positions.filter((one) => one.kind === 'head').map((one) => one.unitId);
  return [...(await unitBriefs(db, headed)).values()].some(isInspectorate);
}
