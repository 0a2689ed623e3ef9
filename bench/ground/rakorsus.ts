import type { DirectiveParts } from '@makaverse/contract/directives';
import { callMeeting, draftMeeting, readMeeting, type MeetingDetail } from '@makaverse/contract/meetings';
import { keepDirective, startMeeting } from '@makaverse/contract/meetings-room';
import type { StoryCity } from '../../apps/server/src/demo/city-people.ts';
import type { Storyteller } from '../../apps/server/src/demo/storyteller.ts';

/** A Rakorsus with the usual agenda and invitations, called, opened, and its directives kept by the clerk; still running. */
export async function runningRakorsus(
  story: Storyteller,
  people: StoryCity,
  directives: readonly DirectiveParts[],
): Promise<MeetingDetail> {
  const chairId = people.head('WALKOT');
  const clerk = await people.clerk();
  const startsAt = story.context().now.getTime() + 60_000;
  const draft = await story.act(clerk, draftMeeting, {
    body: {
      kind: 'rakorsus',
      title: 'Rapat Koordinasi Khusus',
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(startsAt + 7 * 3_600_000).toISOString(),
      place: 'Baruga, Balai Kota Makassar',
      link: null,
      chairId,
      clerkIds: [clerk],
      refreshOfId: null,
      unitIds: [],
      groups: ['all-presenting', 'all-assistants', 'all-expert-staff', 'all-kelurahan'],
      template: 'rakorsus',
    },
  });
  const params = { id: draft.id };
  const called = await story.act(clerk, callMeeting, { params, body: { version: draft.version } });
  await story.act(chairId, startMeeting, { params, body: { version: called.version } });
  for (const body of directives) await story.act(clerk, keepDirective, { params, body });
  return story.act(clerk, readMeeting, { params });
}
