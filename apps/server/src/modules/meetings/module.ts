import { z } from 'zod';
import { job } from '#platform/jobs';
import type { Module } from '#platform/module';
import { slotAsks } from './calling/asks.ts';
import { sendInvitations } from './calling/commands/tell-invited.ts';
import { searchMeetingDocuments } from './calling/queries/search-documents.ts';
import { searchMeetings } from './calling/queries/search-meetings.ts';
import { minutesAsks } from './minutes/asks.ts';
import { canReadMeeting } from './queries/open-meeting.ts';
import { refreshAsks } from './refresh/asks.ts';
import { roomAsks } from './room/asks.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { minutesRoutes } from './routes/minutes.ts';
import { refreshRoutes } from './routes/refresh.ts';
import { roomRoutes } from './routes/room.ts';

// A topic's id comes from an address line; what is no id names no record.
const isId = (id: string): boolean => z.uuid().safeParse(id).success;

/** Calling, agenda, the room, attendance, closing, minutes, the refresh. */
export const meetingsModule: Module = {
  name: 'meetings',
  routes: [...meetingRoutes, ...roomRoutes, ...minutesRoutes, ...refreshRoutes],
  jobs: [job('meetings.tell-invited', sendInvitations)],
  asks: async (context) => [
    ...(await slotAsks(context)),
    ...(await roomAsks(context)),
    ...(await minutesAsks(context)),
    ...(await refreshAsks(context)),
  ],
  search: async (context, asked) => [...(await searchMeetings(context, asked)), ...(await searchMeetingDocuments(context, asked))],
  liveTopics: { meeting: async (context, id) => isId(id) && canReadMeeting(context, id) },
};
