import { readMeeting, type MeetingDetail, type MeetingState } from '@makaverse/contract/meetings';
import { startMeeting } from '@makaverse/contract/meetings-room';
import { newId } from '#platform/id';
import { setAudience } from '#modules/directives';
import type { SmallCity } from '../../../testing/city.ts';
import type { Harness } from '../../../testing/harness.ts';

/** A meeting of the small city with its points by name. */
export interface CalledMeeting {
  readonly id: string;
  readonly items: Readonly<Record<'opening' | 'services' | 'pu' | 'health' | 'closing', string>>;
  /** As the mayor sees it now. */
  read(): Promise<MeetingDetail>;
  /** Opened by the mayor. */
  start(): Promise<MeetingDetail>;
}

/** What a test may want otherwise. */
interface Wishes {
  readonly state?: Extract<MeetingState, 'draft' | 'called' | 'cancelled'>;
  readonly startsAt?: string;
  readonly unitIds?: readonly string[];
  readonly title?: string;
}

/**
 * A Rakorsus of two hours at the harness's hour, called the day before: the mayor in the chair, the clerk beside him, drafted by the city
 * secretary; invited are Pekerjaan Umum, Kesehatan and both kecamatan.
 */
export async function calledMeeting(harness: Harness, city: SmallCity, wishes: Wishes = {}): Promise<CalledMeeting> {
  const now = harness.clock.now();
  const state = wishes.state ?? 'called';
  const id = newId(now);
  const { pu, health, kecamatanA, kecamatanB } = city.units;
  const unitIds = wishes.unitIds ?? [pu, health, kecamatanA, kecamatanB];
  const startsAt = wishes.startsAt === undefined ? now : new Date(wishes.startsAt);
  const items = { opening: newId(now), services: newId(now), pu: newId(now), health: newId(now), closing: newId(now) };
  const title = wishes.title ?? 'Rakorsus Banjir';
  const dayBefore = new Date(startsAt.getTime() - 86_400_000);
  await harness.db
    .insertInto('meetings.meeting')
    .values({
      id,
      kind: 'rakorsus',
      state,
      title,
      starts_at: startsAt,
      ends_at: new Date(startsAt.getTime() + 7_200_000),
      place: 'Baruga Anging Mammiri',
      link: null,
      chair_id: city.mayor.id,
      refresh_of_id: null,
      groups: [],
      created_by_id: city.secretary.id,
      called_at: state === 'draft' ? null : dayBefore,
      started_at: null,
      closed_at: null,
      cancelled_at: state === 'cancelled' ? now : null,
      cancel_reason: state === 'cancelled' ? 'Hujan.' : null,
      search: title.toLowerCase(),
      created_at: dayBefore,
    })
    .execute();
  await harness.db.insertInto('meetings.meeting_clerk').values({ meeting_id: id, person_id: city.clerk.id, position: 0 }).execute();
  await harness.db
    .insertInto('meetings.meeting_unit')
    .values(unitIds.map((unitId) => ({ meeting_id: id, unit_id: unitId, via_group: false })))
    .execute();
  const point = { meeting_id: id, parent_id: null, presenter_unit_id: null, presenting_group: null, reason: null, about_href: null };
  await harness.db
    .insertInto('meetings.agenda_item')
    .values([
      { ...point, id: items.opening, position: 0, kind: 'item', title: 'Pembukaan', minutes: 10 },
      { ...point, id: items.services, position: 1, kind: 'section', title: 'Pelayanan dasar', minutes: 0 },
      { ...point, id: items.pu, position: 2, kind: 'slot', title: 'Pekerjaan Umum', minutes: 7, presenter_unit_id: pu },
      { ...point, id: items.health, position: 3, kind: 'slot', title: 'Kesehatan', minutes: 7, presenter_unit_id: health },
      { ...point, id: items.closing, position: 4, kind: 'item', title: 'Penutup', minutes: 5 },
    ])
    .execute();
  if (state === 'called') await harness.transact(null, (tx) => setAudience(tx, id, unitIds));
  const read = (): Promise<MeetingDetail> => harness.as(city.mayor)(readMeeting, { params: { id } });
  return {
    id,
    items,
    read,
    start: () => harness.as(city.mayor)(startMeeting, { params: { id }, body: { version: 1 } }),
  };
}
