import { answerEvidenceFlag, listEvidenceFlags, sendCheckIn } from '@makaverse/contract/programmes-check-in';
import { newId } from '#platform/id';
import { photoOf, sendPhoto } from '../../modules/programmes/carrying/check-in/testing/photos.ts';
import { openSeat } from '../../modules/programmes/testing/seats.ts';
import type { SmallCity } from '../city.ts';
import type { Harness } from '../harness.ts';
import { leadership, type Role, type Secret } from './record.ts';

/** A report with two photos of one place: its words are everybody's, where they were taken and what was said of them are not. */
export async function checkInSecrets(harness: Harness, city: SmallCity): Promise<readonly Secret[]> {
  const { units: _, ...people } = city;
  const seat = await openSeat(harness, city);
  await seat.bringTo('accepted');
  const { subject_id: programmeId } = await harness.db
    .selectFrom('programmes.nomination')
    .select('subject_id')
    .where('id', '=', seat.id)
    .executeTakeFirstOrThrow();
  const [words, reason, latitude] = ['rahasia-laporan-7391', 'rahasia-penilaian-7391', '-5.1397391'];
  const id = newId(harness.clock.now());
  const body = { id, unitId: city.units.pu, words, progress: 10, promise: null, doneMilestoneIds: [] };
  await harness.as(city.staffPu)(sendCheckIn, { params: { id: programmeId }, body });
  const bytes = await photoOf(73);
  for (const fields of [{ latitude, longitude: '119.42' }, {}])
    await sendPhoto(harness, { who: city.staffPu, checkInId: id }, { id: newId(harness.clock.now()), bytes, fields });
  await harness.settle();
  const reviewer = harness.as(city.assistant1);
  const { items } = await reviewer(listEvidenceFlags, { query: { programmeId } });
  const flag = items[0]!.id;
  await reviewer(answerEvidenceFlag, { params: { id: flag }, body: { verdict: 'rejected', reason } });
  return [
    { what: 'report', id, words, readers: new Set(Object.keys(people) as Role[]) },
    { what: 'place of a photo', id, words: latitude, readers: new Set([...leadership, 'staffPu']) },
    { what: 'judgement of a photo', id: flag, words: reason, readers: new Set(leadership) },
  ];
}
