import { listNominations } from '@makaverse/contract/programmes';
import { namePersonas } from '#modules/identity';
import type { Composition } from '../composition.ts';
import type { StoryCity } from './city-people.ts';
import type { Storyteller } from './storyteller.ts';

/** Names those through whose eyes the demo is seen: offices, and a PIC who has just been appointed and must answer. */
export async function nameDemoPersonas(composition: Composition, story: Storyteller, city: StoryCity): Promise<void> {
  const pu = 'Dinas Pekerjaan Umum';
  const appointed = await story.act(city.head('WALKOT'), listNominations, { query: { state: 'appointed', limit: 1 } });
  const pic = appointed.items[0]?.person?.id ?? (await city.official(pu));
  const offices: readonly (readonly [string, string, string, string])[] = [
    ['mayor', city.head('WALKOT'), 'Wali Kota', 'Mayor'],
    ['assistant', city.head('ASISTEN-2'), 'Asisten II', 'Assistant II'],
    ['head-pu', city.head(pu), 'Kepala Dinas PU', 'Head of Public Works'],
    ['pic', pic, 'PIC', 'Person in charge'],
    ['clerk', await city.clerk(), 'Notulis', 'Clerk'],
    ['camat', city.head('Kecamatan Manggala'), 'Camat Manggala', 'Camat of Manggala'],
    ['lurah', city.head('Kelurahan Antang'), 'Lurah Antang', 'Lurah of Antang'],
    ['inspector', city.head('Inspektorat Daerah'), 'Inspektur', 'Inspector'],
    ['admin', await city.administrator(), 'Pengelola sistem', 'Administrator'],
  ];
  await composition.transactor.run(composition.systemContext(), (transaction) =>
    namePersonas(
      transaction,
      offices.map(([key, personId, id, en]) => ({ key, personId, label: { id, en } })),
    ),
  );
}
