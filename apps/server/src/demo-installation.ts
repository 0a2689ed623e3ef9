import { existsSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { migrate } from '#database/migrate';
import { openDatabase, type OpenDatabase } from '#database/open';
import type { Database } from '#database/schema';
import type { ShiftedClock } from '#platform/clock';
import type { Composition } from './composition.ts';
import { forgetHalfToldStory, readInstallation, writeInstallation } from './installation.ts';

/** The morning of the refresh, a quarter of an hour before work begins: here the demo opens its eyes. */
const firstMoment = new Date('2022-03-22T07:45:00+08:00');
const story = new URL('./demo/tell-demo-story.ts', import.meta.url);

/** Tells the story of the week before, at the first start; at later ones time has simply gone on. */
export async function prepareDemo(options: {
  database: OpenDatabase;
  clock: ShiftedClock;
  setUpCode: string;
  compose: (database: OpenDatabase) => Promise<Composition>;
}): Promise<void> {
  const { database, clock } = options;
  const installation = await readInstallation(database.db);
  if (installation?.mode === 'demo' && installation.story === 'told') return;
  if (installation) {
    await forgetHalfToldStory(database.db);
    await migrate(database.db);
  }
  await writeInstallation(database.db, { mode: 'demo', story: 'begun', offsetMs: 0 });
  clock.offsetMs = firstMoment.getTime() - Date.now();
  if (existsSync(story)) {
    const { tellDemoStory } = (await import(story.href)) as {
      tellDemoStory: (composition: Composition, clock: ShiftedClock, setUpCode: string) => Promise<void>;
    };
    // A story cut off is told anew from its beginning, so its commits need not wait for the disk; the one that says "told" does.
    const hasty = await openDatabase(database.url, { isHasty: true });
    const composition = await options.compose(hasty);
    try {
      await tellDemoStory(composition, clock, options.setUpCode);
    } finally {
      await composition.close();
      await hasty.close();
    }
  }
  clock.offsetMs = firstMoment.getTime() - Date.now();
  await rememberOffset(database.db, clock);
}

/** Keeps how far the demo's clock is from the machine's, so that it goes on from there after a restart. */
export async function rememberOffset(db: Kysely<Database>, clock: ShiftedClock): Promise<void> {
  await writeInstallation(db, { mode: 'demo', story: 'told', offsetMs: clock.offsetMs });
}
