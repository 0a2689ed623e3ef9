import type { MeetingDetail } from '@makaverse/contract/meetings';
import { makeNextMeeting, readMeeting } from '@makaverse/contract/meetings';
import { adoptRefresh, readRefresh, steerRefresh, type RefreshAgenda } from '@makaverse/contract/meetings-room';
import type { SmallCity } from '../../../testing/city.ts';
import type { Harness } from '../../../testing/harness.ts';
import type { Steering } from '../refresh/domain/draw.ts';
import { heldMeeting, type Given, type HeldMeeting } from './held-meeting.ts';

type Somebody = { readonly id: string };

/** A refresh that goes back to a meeting held a week before. */
export interface DrawnRefresh {
  readonly id: string;
  readonly earlier: HeldMeeting;
  read(by?: Somebody, language?: 'id' | 'en'): Promise<RefreshAgenda>;
  /** Steers it otherwise than it is steered now, as the mayor or another. */
  steer(change: Partial<Steering>, by?: Somebody): Promise<RefreshAgenda>;
  /** Adopts it as it stands now. */
  adopt(by?: Somebody): Promise<MeetingDetail>;
  meeting(): Promise<MeetingDetail>;
}

/** What was given on the night: one directive to Pekerjaan Umum, one to Kesehatan, one to both camat. */
function threeGiven({ units }: SmallCity): readonly Given[] {
  return [
    { words: 'Keruk saluran tersier.', unitIds: [units.pu] },
    { words: 'Siapkan posko kesehatan.', unitIds: [units.health] },
    { words: 'Bersihkan kanal bersama warga.', unitIds: [units.kecamatanA, units.kecamatanB] },
  ];
}

/** The clerk makes the refresh of the held meeting on the eve; it is then the morning of 22 March 2022, an hour before. */
export async function drawnRefresh(harness: Harness, city: SmallCity, given: readonly Given[] = threeGiven(city)): Promise<DrawnRefresh> {
  const earlier = await heldMeeting(harness, city, given);
  harness.clock.set('2022-03-21T10:00:00+08:00');
  const body = { startsAt: '2022-03-22T09:00:00+08:00', minutes: 60 };
  const { id } = await harness.as(city.clerk)(makeNextMeeting, { params: { id: earlier.id }, body });
  harness.clock.set('2022-03-22T08:00:00+08:00');
  return refreshBy(harness, city, { id, earlier });
}

/** The moves on a refresh that exists. */
export function refreshBy(harness: Harness, city: SmallCity, { id, earlier }: Pick<DrawnRefresh, 'id' | 'earlier'>): DrawnRefresh {
  const params = { id };
  const read: DrawnRefresh['read'] = (by = city.mayor, language = 'id') => harness.as(by, language)(readRefresh, { params });
  return {
    id,
    earlier,
    read,
    steer: async (change, by = city.mayor) => {
      const { minutesGiven, candidates, order, version } = await read();
      const pins = candidates.filter((one) => one.isPinned).map((one) => one.key);
      const drops = candidates.flatMap(({ key, dropReason }) => (dropReason === null ? [] : [{ key, reason: dropReason }]));
      const { minutesGiven: minutes = minutesGiven, ...keys } = change;
      const body = {
        minutesGiven: minutes,
        pins: [...(keys.pins ?? pins)],
        drops: [...(keys.drops ?? drops)],
        order: [...(keys.order ?? order)],
      };
      return harness.as(by)(steerRefresh, { params, body: { ...body, version } });
    },
    adopt: async (by = city.mayor) => harness.as(by)(adoptRefresh, { params, body: { version: (await read()).version } }),
    meeting: () => harness.as(city.mayor)(readMeeting, { params }),
  };
}
