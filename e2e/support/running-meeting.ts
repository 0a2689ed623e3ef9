import { listUnits } from '@makaverse/contract/identity-directory';
import { readSession } from '@makaverse/contract/identity-session';
import { callMeeting, draftMeeting } from '@makaverse/contract/meetings';
import { checkInRoom, keepDirective, moveToItem, startMeeting } from '@makaverse/contract/meetings-room';
import { apiAs, hoursFrom } from './issued-directive.ts';
import type { Journey } from './journey.ts';

/** A Rakorsus under way: an item is discussed, a room has come in, one directive lacks most of its parts. */
export async function runningMeeting(system: Journey): Promise<{ readonly id: string; readonly draftDirectiveId: string }> {
  const clerk = await apiAs(system, 'clerk');
  const mayor = await apiAs(system, 'mayor');
  const { person, now } = await mayor(readSession, {});
  const { person: self } = await clerk(readSession, {});
  const { items: units } = await clerk(listUnits, {});
  const unit = units.find((one) => one.name === 'Dinas Pekerjaan Umum')!;
  const draft = await clerk(draftMeeting, {
    body: {
      kind: 'rakorsus',
      title: 'Rakorsus Lanjutan',
      startsAt: hoursFrom(now, 1),
      endsAt: hoursFrom(now, 7),
      place: 'Baruga, Balai Kota Makassar',
      link: null,
      chairId: person!.id,
      clerkIds: [self!.id],
      refreshOfId: null,
      groups: ['all-presenting'],
      unitIds: [],
      template: 'rakorsus',
    },
  });
  const params = { id: draft.id };
  const called = await clerk(callMeeting, { params, body: { version: draft.version } });
  const running = await mayor(startMeeting, { params, body: { version: called.version } });
  const slot = running.agenda.find((item) => item.presenter?.id === unit.id)!;
  await mayor(moveToItem, { params, body: { itemId: slot.id } });
  const pu = await apiAs(system, 'head-pu');
  await pu(checkInRoom, { params, body: { unitId: unit.id, people: [{ personId: unit.head!.id }, { name: 'Teknisi Pompa' }] } });
  const directive = await clerk(keepDirective, {
    params,
    body: { words: 'Bersihkan saringan sampah di muka pompa', addressees: [], groups: [] },
  });
  return { id: draft.id, draftDirectiveId: directive.id };
}
