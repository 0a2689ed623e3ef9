import { createHash } from 'node:crypto';
import type { pushDevice } from '@makaverse/contract/identity-push';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Database } from '#database/schema';

/** A person's devices, oldest first. The address itself does not leave: whoever has it can write to the device. */
export async function devicesOfPerson(db: Kysely<Database>, personId: string): Promise<z.infer<typeof pushDevice>[]> {
  const rows = await db.selectFrom('identity.push_device').selectAll().where('person_id', '=', personId).orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    fingerprint: createHash('sha256').update(row.endpoint).digest('base64url'),
    createdAt: row.created_at.toISOString(),
    lastToldAt: row.taken_at?.toISOString() ?? null,
  }));
}
