import { instantAt, witaDate, witaTime } from '@makaverse/calendar';
import type { MeetingDetail, MeetingKind } from '@makaverse/contract/meetings';
import type { ComboboxOption } from '@makaverse/ui/combobox';

/** A meeting as it stands in the form: WITA day and times instead of instants, choices instead of ids. */
export interface MeetingDraft {
  readonly kind: MeetingKind;
  readonly title: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly link: string;
  readonly chair: ComboboxOption | null;
  readonly clerks: readonly ComboboxOption[];
  readonly invited: readonly ComboboxOption[];
}

/** Start and end as instants; an end not after the start is on the next day, as a Rakorsus' is. */
export function spanOf(draft: Pick<MeetingDraft, 'day' | 'from' | 'to'>): { startsAt: string; endsAt: string } {
  const starts = instantAt(draft.day, draft.from);
  const sameDay = instantAt(draft.day, draft.to);
  const ends = sameDay > starts ? sameDay : new Date(sameDay.getTime() + 24 * 3_600_000);
  return { startsAt: starts.toISOString(), endsAt: ends.toISOString() };
}

/** A draft of a meeting that exists. */
export function draftOf(meeting: MeetingDetail, groupOptions: readonly ComboboxOption[]): MeetingDraft {
  const starts = new Date(meeting.startsAt);
  const groups = groupOptions.filter((one) => meeting.groups.some((group) => one.value === `group:${group}`));
  return {
    kind: meeting.kind,
    title: meeting.title,
    day: witaDate(starts),
    from: witaTime(starts),
    to: witaTime(new Date(meeting.endsAt)),
    place: meeting.place,
    link: meeting.link ?? '',
    chair: { value: meeting.chair.id, label: meeting.chair.name, sub: meeting.chair.title },
    clerks: meeting.clerks.map((clerk) => ({ value: clerk.id, label: clerk.name, sub: clerk.title })),
    invited: [
      ...groups,
      ...meeting.invited
        .filter((unit) => meeting.invitedByName.includes(unit.id))
        .map((unit) => ({ value: unit.id, label: unit.name, sub: unit.shortName })),
    ],
  };
}
