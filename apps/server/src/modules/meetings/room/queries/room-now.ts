import type { ReplyOf } from '@makaverse/contract/endpoint';
import type { readRoom } from '@makaverse/contract/meetings-room';
import type { Context } from '#platform/context';
import { directivesOfMeeting } from '#modules/directives';
import { agendaRows, agendaViews } from '../../queries/agenda-views.ts';
import { openMeeting } from '../../queries/open-meeting.ts';
import { presence } from '../domain/presence.ts';
import { readClock } from '../domain/room-clock.ts';
import { attendeeRows } from './attendance-list.ts';
import { spansOf } from './spans.ts';

/** As many as a screen of the chair takes in at a glance. */
const latestDirectives = 5;

/** What the room, the chair and everybody afar look at: now, next, the clock, the last directives, who is here. */
export async function roomNow(context: Context, id: string): Promise<ReplyOf<typeof readRoom>> {
  const { row, facts } = await openMeeting(context, id);
  const { db, now } = context;
  const agenda = await agendaRows(db, row.id);
  const clock = readClock({ items: agenda, spans: await spansOf(db, row.id), endsAt: row.ends_at, now });
  const shown = await agendaViews(
    context,
    agenda.filter((item) => item.id === clock.currentId || item.id === clock.nextId),
  );
  const comers = (await attendeeRows(db, row.id)).map((one) => ({ unitId: one.unit_id, hasLeft: one.left_at !== null }));
  const { people, units } = presence(comers, { invitedUnitIds: facts.unitIds, isOver: row.state === 'closed' });
  const directives = await directivesOfMeeting(context, row.id);
  const { currentId, nextId, ...times } = clock;
  return {
    now: now.toISOString(),
    current: shown.find((item) => item.id === currentId) ?? null,
    next: shown.find((item) => item.id === nextId) ?? null,
    ...times,
    directives: directives.slice(-latestDirectives).toReversed(),
    people,
    units,
    invitedUnits: facts.unitIds.length,
  };
}
