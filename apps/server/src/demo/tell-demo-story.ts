import { readFile } from 'node:fs/promises';
import { makeNextMeeting, callMeeting } from '@makaverse/contract/meetings';
import { startProgramme, type Programme } from '@makaverse/contract/programmes';
import type { ShiftedClock } from '#platform/clock';
import type { Composition } from '../composition.ts';
import { carryingOut } from './carrying-out.ts';
import { storyCity, type StoryCity } from './city-people.ts';
import { foundDemoCity } from './found-demo-city.ts';
import { tellRakorsusNight } from './rakorsus-night.ts';
import { nameDemoPersonas } from './personas.ts';
import { tellProgrammePlans } from './programme-plans.ts';
import { storyteller, type Storyteller } from './storyteller.ts';
import { scoreSoon, tellSyntheticYears } from './synthetic-years.ts';
import { strategicProgrammes } from './strategic-programmes.ts';
import { tellWeekBetween } from './week-between.ts';

/** The morning on which whoever starts the demo finds himself: Tuesday 22 March 2022, 07.45 WITA. */
export const demoMorning = '2022-03-22T07:45:00+08:00';

/**
 * Tells the demo's story into an empty database: the city and its invented people, the Rakorsus of 15 March 2022, the week after, and the
 * refresh called for this morning. Ends with the clock on {@link demoMorning}.
 */
export async function tellDemoStory(composition: Composition, clock: ShiftedClock, setUpCode: string): Promise<void> {
  const story = storyteller(composition, clock);
  story.at('2022-03-01T08:00:00+08:00');
  const unitsCsv = await readFile(new URL('../../../../data/makassar/units.csv', import.meta.url));
  const { administrator } = await foundDemoCity(story, unitsCsv, setUpCode);
  const city = await storyCity(story, administrator);
  await tellSyntheticYears(composition, city);
  const mayor = city.head('WALKOT');
  const clerk = await city.clerk();
  const programmes = await startProgrammes(story, city, mayor);
  await tellProgrammePlans(story, city, programmes);
  const carrying = await carryingOut(story, city, mayor, programmes);
  await carrying.appoint();
  const rakorsus = await tellRakorsusNight(story, city, { mayor, clerk }, { programmes, carrying });
  await tellWeekBetween(story, city, { mayor, clerk }, { meetingId: rakorsus.id, carrying });
  story.at('2022-03-21T16:00:00+08:00');
  const refresh = await story.act(clerk, makeNextMeeting, {
    params: { id: rakorsus.id },
    body: { startsAt: '2022-03-22T09:00:00+08:00', minutes: 90 },
  });
  await story.act(clerk, callMeeting, { params: { id: refresh.id }, body: { version: refresh.version } });
  await nameDemoPersonas(composition, story, city);
  await story.wake('2022-03-22T07:00:00+08:00');
  story.at(demoMorning);
  await scoreSoon(composition);
}

async function startProgrammes(story: Storyteller, city: StoryCity, mayor: string): Promise<ReadonlyMap<number, Programme>> {
  story.at('2022-03-07T09:00:00+08:00');
  const started = new Map<number, Programme>();
  for (const { units, reviewer, ...fields } of strategicProgrammes) {
    const body = {
      ...fields,
      reviewerId: city.head(reviewer),
      unitIds: units.map((name) => city.unit(name).id),
      nominationDueOn: '2022-03-18',
    };
    started.set(fields.number, await story.act(mayor, startProgramme, { body }));
  }
  return started;
}
