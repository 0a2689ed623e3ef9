import type { SmallCity } from '../../../testing/city.ts';
import type { SaidFields } from '../calling/commands/resolve-fields.ts';

/** The fields of a rakorsus in the small city, as a clerk fills them in. */
export function said(city: SmallCity): SaidFields & { unitIds: string[]; clerkIds: string[]; groups: SaidFields['groups'] } {
  return {
    kind: 'rakorsus',
    title: 'Rapat Koordinasi Khusus',
    startsAt: '2022-03-15T19:00:00+08:00',
    endsAt: '2022-03-16T01:50:00+08:00',
    place: 'Baruga, Balai Kota',
    link: null,
    chairId: city.mayor.id,
    clerkIds: [city.clerk.id],
    refreshOfId: null,
    unitIds: [],
    groups: ['all-presenting'],
  };
}
