import { randomBytes } from 'node:crypto';
import { listUnits } from '@makaverse/contract/identity-directory';
import { applyImport, previewImport } from '@makaverse/contract/identity-import';
import { setUp } from '@makaverse/contract/identity-session';
import { stringify } from 'csv-stringify/sync';
import { inventCast } from './cast.ts';
import { StoryBroken, type Storyteller } from './storyteller.ts';

const rootCode = 'KOTA';

/** Founds the demo's city the way a city does: set-up code, the file of units, the file of people. Returns who administers it. */
export async function foundDemoCity(story: Storyteller, unitsCsv: Buffer, setUpCode: string): Promise<{ administrator: string }> {
  const first = await story.actAsNobody(setUp, {
    body: {
      code: setUpCode,
      name: 'Pengelola demo (contoh)',
      email: 'pengelola@makassar.example',
      password: randomBytes(18).toString('base64url'),
      cityName: 'Pemerintah Kota Makassar',
    },
  });
  const administrator = first.person!.id;
  // The mayor's office hangs under the city's own root, which the set-up made.
  const units = unitsCsv.toString('utf8').replace(/^WALKOT,,/m, `WALKOT,${rootCode},`);
  await bringIn(story, administrator, 'units', units);
  const { items } = await story.act(administrator, listUnits, { query: {} });
  const cast = inventCast(items.filter((unit) => unit.code !== rootCode));
  const rows = cast.map((one) => ({
    name: one.name,
    email: one.email,
    unit: one.unitCode,
    position: one.kind,
    title: one.title,
    from: '2022-01-01',
  }));
  await bringIn(story, administrator, 'people', stringify(rows, { header: true }));
  return { administrator };
}

async function bringIn(story: Storyteller, administrator: string, kind: 'units' | 'people', csv: string): Promise<void> {
  const file = { name: `${kind}.csv`, mediaType: 'text/csv', bytes: Buffer.from(csv) };
  const preview = await story.upload(administrator, previewImport, { kind }, file);
  const wrong = preview.rows.filter((row) => row.errors.length > 0);
  if (wrong.length > 0) throw new StoryBroken(`the demo's ${kind} do not load: ${JSON.stringify(wrong.slice(0, 3))}`);
  await story.act(administrator, applyImport, { params: { id: preview.id } });
}
