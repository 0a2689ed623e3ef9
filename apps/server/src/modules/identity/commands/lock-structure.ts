import { sql, type Transaction as KyselyTransaction } from 'kysely';
import type { Database } from '#database/schema';
import { UnitCodeTaken } from '../domain/unit-rules.ts';

/** Puts changes of the tree one after the other until the commit: a circle or a second bearer of a code shows only in the whole. */
export async function lockStructure(db: KyselyTransaction<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('identity.structure'))`.execute(db);
}

/** Refuses a code that another unit bears now or is to bear. @throws UnitCodeTaken */
export async function refuseTakenCode(db: KyselyTransaction<Database>, plan: { unitId: string | null; code: string }): Promise<void> {
  const bearer = await db
    .selectFrom('identity.unit_version')
    .select('unit_id')
    .where('code', '=', plan.code)
    .where('valid_to', 'is', null)
    .$if(plan.unitId !== null, (query) => query.where('unit_id', '<>', plan.unitId!))
    .executeTakeFirst();
  if (bearer) throw new UnitCodeTaken(plan.code);
}
