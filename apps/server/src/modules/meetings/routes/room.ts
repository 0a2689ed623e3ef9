import { writeItemNotes as notesEndpoint } from '@makaverse/contract/meetings';
import {
  checkInRoom as checkInRoomEndpoint,
  checkInSelf as checkInSelfEndpoint,
  checkOut as checkOutEndpoint,
  closeMeeting as closeEndpoint,
  keepDirective as keepEndpoint,
  moveToItem as moveEndpoint,
  readAttendance,
  readGaps,
  readRoom,
  startMeeting as startEndpoint,
} from '@makaverse/contract/meetings-room';
import { command, query, type Route } from '#platform/module';
import { gapsOfMeeting } from '#modules/directives';
import { openMeeting } from '../queries/open-meeting.ts';
import { checkInRoom } from '../room/commands/check-in-room.ts';
import { checkInSelf } from '../room/commands/check-in-self.ts';
import { checkOut } from '../room/commands/check-out.ts';
import { closeMeeting } from '../room/commands/close-meeting.ts';
import { keepDirective } from '../room/commands/keep-directive.ts';
import { moveToItem } from '../room/commands/move-to-item.ts';
import { startMeeting } from '../room/commands/start-meeting.ts';
import { writeItemNotes } from '../room/commands/write-item-notes.ts';
import { attendanceOf } from '../room/queries/attendance-list.ts';
import { roomNow } from '../room/queries/room-now.ts';

/** The meeting while it runs: opened, moved on, written down, closed; and who is there. */
export const roomRoutes: readonly Route[] = [
  command(startEndpoint, (tx, { params, body }) => startMeeting(tx, { id: params.id, ...body })),
  command(moveEndpoint, (tx, { params, body }) => moveToItem(tx, { id: params.id, ...body })),
  query(readRoom, (context, { params }) => roomNow(context, params.id)),
  command(keepEndpoint, (tx, { params, body: { spokenAt, ...parts } }) =>
    keepDirective(tx, { id: params.id, parts, spokenAt: spokenAt === undefined ? undefined : new Date(spokenAt) }),
  ),
  command(notesEndpoint, (tx, { params, body }) => writeItemNotes(tx, { id: params.id, ...body })),
  query(readGaps, async (context, { params }) => {
    const { row } = await openMeeting(context, params.id);
    return { gaps: await gapsOfMeeting(context, row.id) };
  }),
  command(closeEndpoint, (tx, { params, body }) => closeMeeting(tx, { id: params.id, ...body })),
  query(readAttendance, async (context, { params }) => attendanceOf(context, await openMeeting(context, params.id))),
  command(checkInRoomEndpoint, (tx, { params, body }) => checkInRoom(tx, { id: params.id, ...body })),
  command(checkInSelfEndpoint, (tx, { params }) => checkInSelf(tx, params)),
  command(checkOutEndpoint, (tx, { params }) => checkOut(tx, params)),
];
