import { writeItemNotes } from '@makaverse/contract/meetings';
import { checkInRoom, checkOut, closeMeeting, keepDirective, moveToItem } from '@makaverse/contract/meetings-room';
import type { Directive } from '@makaverse/contract/directives';
import type { SmallCity } from '../../../testing/city.ts';
import type { Harness } from '../../../testing/harness.ts';
import { calledMeeting, type CalledMeeting } from './called-meeting.ts';

/** A meeting that was held and closed, with what was said in it. */
export interface HeldMeeting extends CalledMeeting {
  readonly directives: readonly Directive[];
}

/** What is given in it: words and the units addressed. */
export interface Given {
  readonly words: string;
  readonly unitIds: readonly string[];
}

/**
 * The called meeting of the small city, held on the evening of 15 March 2022: opened at 19.00, Pekerjaan Umum from 19.10 and again from
 * 19.25, Kesehatan from 19.20, closed at 21.00; two came from Pekerjaan Umum, one of them a guest who left, one from Kesehatan.
 */
export async function heldMeeting(
  harness: Harness,
  city: SmallCity,
  given: readonly Given[] = [{ words: 'Keruk saluran tersier.', unitIds: [city.units.pu] }],
): Promise<HeldMeeting> {
  const at = (time: string): void => harness.clock.set(`2022-03-15T${time}:00+08:00`);
  at('19:00');
  const meeting = await calledMeeting(harness, city);
  const params = { id: meeting.id };
  const mayor = harness.as(city.mayor);
  const clerk = harness.as(city.clerk);
  const move = async (itemId: string): Promise<void> => void (await mayor(moveToItem, { params, body: { itemId } }));
  await meeting.start();
  const people = [{ personId: city.headPu.id }, { name: 'Tamu Contoh' }];
  const { items } = await harness.as(city.headPu)(checkInRoom, { params, body: { unitId: city.units.pu, people } });
  await harness.as(city.headHealth)(checkInRoom, {
    params,
    body: { unitId: city.units.health, people: [{ personId: city.headHealth.id }] },
  });
  await move(meeting.items.opening);
  at('19:10');
  await move(meeting.items.pu);
  at('19:20');
  await move(meeting.items.health);
  at('19:25');
  await move(meeting.items.pu);
  const directives: Directive[] = [];
  for (const one of given) directives.push(await keep(one));
  const guest = items.find((one) => one.person === null)!;
  await clerk(checkOut, { params: { id: meeting.id, attendeeId: guest.id } });
  await clerk(writeItemNotes, { params: { id: meeting.items.pu }, body: { notes: 'Pompa 3 mati.', version: 1 } });
  at('21:00');
  await mayor(closeMeeting, { params, body: { version: 2 } });
  return { ...meeting, directives };

  function keep({ words, unitIds }: Given): Promise<Directive> {
    const body = {
      words,
      deadline: '2022-04-14',
      measure: 'Semua saluran bersih',
      reviewerId: city.assistant1.id,
      addressees: unitIds.map((unitId) => ({ unitId, picId: null, nominationDueOn: '2022-03-18' })),
    };
    return clerk(keepDirective, { params, body });
  }
}
