import { sql, type Kysely } from 'kysely';

/** Official boundaries of kecamatan and kelurahan, as the administrator brought them in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table programmes.area_boundary (
    code text primary key,
    -- Coordinates of a MultiPolygon (RFC 7946).
    coordinates jsonb not null,
    source text not null,
    imported_by_id uuid not null references identity.person,
    imported_at timestamptz(3) not null
  )`.execute(db);
}
