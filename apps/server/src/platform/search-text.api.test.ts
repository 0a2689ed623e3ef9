import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '#database/open';
import { freshDatabase } from '../testing/test-database.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

/** Whether a word that is written somewhere is found by another, by its forms or by a slip. */
async function meet(by: 'forms' | 'slips', written: string, asked: string): Promise<boolean> {
  const of = sql.raw(`platform.search_${by}`);
  const { rows } = await sql<{ is: boolean }>`select platform.search_keys(${written}::text) && ${of}(${asked}::text) as is`.execute(
    database.db,
  );
  return rows[0]!.is;
}

// As the words are derived in the dictionary (KBBI): each row is one root.
const families = [
  ['keruk', 'mengeruk', 'dikeruk', 'pengerukan', 'pengerukannya'],
  ['tata', 'menata', 'ditata', 'penataan'],
  ['tangan', 'menangani', 'ditangani', 'penanganan'],
  ['salur', 'saluran', 'menyalurkan', 'disalurkan', 'penyaluran'],
  ['pasang', 'memasang', 'dipasang', 'terpasang', 'pemasangan'],
  ['bersih', 'membersihkan', 'dibersihkan', 'kebersihan', 'pembersihan'],
  ['baik', 'memperbaiki', 'diperbaiki', 'perbaikan'],
  ['angkut', 'mengangkut', 'pengangkutan'],
  ['mukim', 'permukiman', 'pemukiman'],
  ['turun', 'menurunkan', 'penurunan'],
  ['genang', 'genangan', 'tergenang', 'penggenangan'],
] as const;

describe('words of one root', () => {
  it.each(families.map((family) => [family[0], family] as const))('of %s meet', async (root, family) => {
    for (const word of family) expect(await meet('forms', root, word), word).toBe(true);
  });

  it('do not meet those of another', async () => {
    const met: string[] = [];
    for (const [index, one] of families.entries())
      for (const other of families.slice(index + 1))
        for (const word of one) for (const far of other) if (await meet('forms', word, far)) met.push(`${word} ${far}`);
    expect(met).toEqual([]);
  });
});

describe('a slip of the finger', () => {
  it.each([
    ['kanal', 'kanl'],
    ['kanal', 'kanall'],
    ['kanal', 'kamal'],
    ['manggala', 'mangagla'],
    ['drainase', 'drainasse'],
    ['pengerukan', 'pengerukn'],
    ['dikeruk', 'pengerukn'],
    ['kesehatan', 'kesehatn'],
  ])('in %s is forgiven: %s', async (meant, typed) => {
    expect(await meet('slips', meant, typed)).toBe(true);
  });

  it.each([
    ['kota', 'kita'],
    ['2021', '2022'],
    ['camat', 'lurah'],
    ['pompa', 'pohon'],
  ])('is not seen between %s and %s', async (one, other) => {
    expect(await meet('slips', one, other)).toBe(false);
  });
});
