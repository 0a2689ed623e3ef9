import { witaDate } from '@makaverse/calendar';
import type { Kysely } from 'kysely';
import type { Database } from '#database/schema';
import { holdersOf } from './holders-of.ts';
import { unitTree } from './unit-tree.ts';

/** The office of an assistant or of the expert staff that a person heads at a moment, from which he reviews; null when he heads none. */
export async function reviewingOfficeOf(db: Kysely<Database>, personId: string, now: Date): Promise<string | null> {
  const on = witaDate(now);
  const tree = await unitTree(db, on);
  const offices = tree.all().filter((unit) => unit.kind === 'assistant' || unit.kind === 'expert-staff');
  const heads = await holdersOf(db, { unitIds: offices.map((unit) => unit.id), kinds: ['head'], on });
  return heads.find((one) => one.personId === personId)?.unitId ?? null;
}
