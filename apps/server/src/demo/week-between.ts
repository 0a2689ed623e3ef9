import { acknowledgeTask, listDirectives, readCascade, type Task } from '@makaverse/contract/directives';
import { approveMinutes, writeMinutes } from '@makaverse/contract/meetings-room';
import type { CarryingOut } from './carrying-out.ts';
import type { StoryCity } from './city-people.ts';
import { nominationsOfTheWeek } from './nominations-of-the-week.ts';
import type { StoryOffices } from './rakorsus-night.ts';
import type { Storyteller } from './storyteller.ts';

/** What units wrote they had understood, with their own place in it. */
const understood = (unit: string): string =>
  `${unit}: kami menetapkan pekerjaan mana yang didahulukan, siapa yang turun, dan kapan hasilnya dapat dilihat, lalu melaporkannya sebelum tenggat.`;

/** The week after: most acknowledge, some do not; nominations come, are returned, declined, or never come; the minutes are written. */
export async function tellWeekBetween(
  story: Storyteller,
  city: StoryCity,
  offices: StoryOffices,
  of: { readonly meetingId: string; readonly carrying: CarryingOut },
): Promise<void> {
  const { mayor, clerk } = offices;
  const { meetingId, carrying } = of;
  const params = { id: meetingId };
  story.at('2022-03-16T14:00:00+08:00');
  await acknowledge(story, city, mayor, meetingId);
  const nominations = await nominationsOfTheWeek(story, city, mayor);
  story.at('2022-03-17T10:00:00+08:00');
  await nominations.propose();
  await story.wake('2022-03-18T07:00:00+08:00');
  story.at('2022-03-18T10:00:00+08:00');
  const written = await story.act(clerk, writeMinutes, { params });
  story.at('2022-03-18T11:00:00+08:00');
  await nominations.review();
  await carrying.afterRakorsus();
  await story.wake('2022-03-21T07:00:00+08:00');
  story.at('2022-03-21T08:30:00+08:00');
  await nominations.appoint();
  story.at('2022-03-21T09:30:00+08:00');
  await story.act(mayor, approveMinutes, { params, body: { version: written.version } });
  await carrying.reviewers();
  story.at('2022-03-21T15:00:00+08:00');
  await nominations.answer();
}

async function acknowledge(story: Storyteller, city: StoryCity, mayor: string, meetingId: string): Promise<void> {
  const { items: directives } = await story.act(mayor, listDirectives, { query: { meetingId, limit: 100 } });
  let turn = 0;
  for (const directive of directives) {
    const { tasks } = await story.act(mayor, readCascade, { params: { id: directive.id } });
    const spoken = tasks.filter((one) => isSpokenFor(one, (turn += 1)));
    await story.each(spoken, async ({ id, unit }) => {
      await story.act(city.head(unit.code), acknowledgeTask, { params: { id }, body: { words: understood(unit.name) } });
    });
  }
}

// Most units answer; a few stay silent, and of the kelurahan only some have come so far, so that the chain shows where it breaks.
function isSpokenFor(task: Task, turn: number): boolean {
  return task.parentId === null ? turn % 9 !== 4 : turn % 5 === 0;
}
