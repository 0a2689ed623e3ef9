import {
  addDocument as addDocumentEndpoint,
  arrangeAgenda as arrangeEndpoint,
  callMeeting as callEndpoint,
  cancelMeeting as cancelEndpoint,
  changeMeeting as changeEndpoint,
  draftMeeting as draftEndpoint,
  exportMeetings,
  fillSlot as fillSlotEndpoint,
  listMeetings,
  makeFeedAddress as makeFeedEndpoint,
  makeNextMeeting as makeNextEndpoint,
  readDocument as readDocumentEndpoint,
  readFeed,
  readMeeting,
  readMeetingCalendar,
} from '@makaverse/contract/meetings';
import { witaDate } from '@makaverse/calendar';
import { command, openQuery, query, type Route } from '#platform/module';
import { addDocument } from '../calling/commands/add-document.ts';
import { arrangeAgenda } from '../calling/commands/arrange-agenda.ts';
import { callMeeting } from '../calling/commands/call-meeting.ts';
import { cancelMeeting } from '../calling/commands/cancel-meeting.ts';
import { changeMeeting } from '../calling/commands/change-meeting.ts';
import { draftMeeting } from '../calling/commands/draft-meeting.ts';
import { fillSlot } from '../calling/commands/fill-slot.ts';
import { makeFeedAddress } from '../calling/commands/make-feed-address.ts';
import { makeNextMeeting } from '../calling/commands/make-next-meeting.ts';
import { feedBehind } from '../calling/queries/feed.ts';
import { meetingCalendar } from '../calling/queries/meeting-calendar.ts';
import { meetingPage } from '../calling/queries/meeting-page.ts';
import { meetingsCsv } from '../calling/queries/meetings-csv.ts';
import { readDocument } from '../calling/queries/read-document.ts';
import { meetingDetailOf } from '../queries/meeting-views.ts';
import { openMeeting } from '../queries/open-meeting.ts';

/** Calling a meeting, its agenda, its documents, its place in calendars. */
export const meetingRoutes: readonly Route[] = [
  query(listMeetings, (context, input) => meetingPage(context, input.query)),
  query(exportMeetings, async (context) => ({
    body: await meetingsCsv(context),
    fileName: `rapat-${witaDate(context.now)}.csv`,
  })),
  query(readMeeting, async (context, { params }) => meetingDetailOf(context, (await openMeeting(context, params.id)).row)),
  command(draftEndpoint, (tx, { body }) => draftMeeting(tx, body)),
  command(changeEndpoint, (tx, { params, body: { version, ...fields } }) => changeMeeting(tx, { ...params, version, fields })),
  command(arrangeEndpoint, (tx, { params, body }) => arrangeAgenda(tx, { ...params, ...body })),
  command(callEndpoint, (tx, { params, body }) => callMeeting(tx, { ...params, ...body })),
  command(cancelEndpoint, (tx, { params, body }) => cancelMeeting(tx, { ...params, ...body })),
  command(makeNextEndpoint, (tx, { params, body }) => makeNextMeeting(tx, { ...params, ...body })),
  command(fillSlotEndpoint, (tx, { params, body }) => fillSlot(tx, { ...params, ...body })),
  command(addDocumentEndpoint, (tx, { params, file }) => addDocument(tx, { itemId: params.id, file })),
  query(readDocumentEndpoint, (context, { params }) => readDocument(context, params.id)),
  query(readMeetingCalendar, async (context, { params }) => ({
    body: await meetingCalendar(context, params.id),
    fileName: 'rapat.ics',
  })),
  openQuery(readFeed, async (context, { params }) => ({ body: await feedBehind(context, params.token), fileName: 'makaverse.ics' })),
  command(makeFeedEndpoint, (tx) => makeFeedAddress(tx)),
];
