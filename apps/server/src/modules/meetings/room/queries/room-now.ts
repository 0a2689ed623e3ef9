import type { ReplyOf } from '@makaverse/contract/endpoint';
import type { readRoom } from '@makaverse/contract/meetings-room';
import type { Context } from '#platform/context';
import { SharedReading } from '#platform/shared-reading';
import { directivesOfMeeting } from '#modules/directives';
import { agendaRows, agendaViews } from '../../queries/agenda-views.ts';
import { findMeeting, openTo, type KnownMeeting } from '../../queries/open-meeting.ts';
import { presence } from '../domain/presence.ts';
import { readClock } from '../domain/room-clock.ts';
import { attendeeRows } from './attendance-list.ts';
import { spansOf } from './spans.ts';

type Room = ReplyOf<typeof readRoom>;

/** A meeting with what is to be seen in its room. */
interface LookedInto extends KnownMeeting {
  readonly room: Room;
}

/** As many as a screen of the chair takes in at a glance. */
const latestDirectives = 5;

// A change in a meeting is told to all who follow it, and all of them look again in the same moment.
const lookedAtTogether = new SharedReading<LookedInto | null>();

/**
 * What the room, the chair and everybody afar look at: now, next, the clock, the last directives, who is here. It is the same for
 * everybody who reads in the same language; whether he may is decided for each reader, on the meeting as it was read with it.
 */
export async function roomNow(context: Context, id: string): Promise<Room> {
  const looked = await lookedAtTogether.read(context.db, `${id} ${context.language}`, () => lookInto({ ...context, actor: null }, id));
  return openTo(context.actor, looked).room;
}

async function lookInto(context: Context<null>, id: string): Promise<LookedInto | null> {
  const { db, now } = context;
  const meeting = await findMeeting(db, id);
  if (!meeting) return null;
  const { row, facts } = meeting;
  const [agenda, spans, attendees, directives] = await Promise.all([
    agendaRows(db, row.id),
    spansOf(db, row.id),
    attendeeRows(db, row.id),
    directivesOfMeeting(context, row.id),
  ]);
  const { currentId, nextId, ...times } = readClock({ items: agenda, spans, endsAt: row.ends_at, now });
  const shown = await agendaViews(
    context,
    agenda.filter((item) => item.id === currentId || item.id === nextId),
  );
  const comers = attendees.map((one) => ({ unitId: one.unit_id, hasLeft: one.left_at !== null }));
  const { people, units } = presence(comers, { invitedUnitIds: facts.unitIds, isOver: row.state === 'closed' });
  const room = {
    now: now.toISOString(),
    current: shown.find((item) => item.id === currentId) ?? null,
    next: shown.find((item) => item.id === nextId) ?? null,
    ...times,
    directives: directives.slice(-latestDirectives).toReversed(),
    people,
    units,
    invitedUnits: facts.unitIds.length,
  };
  return { ...meeting, room };
}
