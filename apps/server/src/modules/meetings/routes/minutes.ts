import {
  approveMinutes as approveEndpoint,
  editMinutes as editEndpoint,
  readMinutes,
  readMinutesPdf,
  writeMinutes as writeEndpoint,
} from '@makaverse/contract/meetings-room';
import { command, query, type Route } from '#platform/module';
import { approveMinutes } from '../minutes/commands/approve-minutes.ts';
import { editMinutes } from '../minutes/commands/edit-minutes.ts';
import { writeMinutes } from '../minutes/commands/write-minutes.ts';
import { minutesPdf } from '../minutes/queries/minutes-pdf.ts';
import { pickVersion, presentMinutes, versionsFor } from '../minutes/queries/minutes-versions.ts';
import { openMeeting } from '../queries/open-meeting.ts';

/** The minutes: written from what happened, edited, approved, printed. */
export const minutesRoutes: readonly Route[] = [
  query(readMinutes, async (context, { params, query: { versionNumber } }) => {
    const versions = await versionsFor(context, await openMeeting(context, params.id));
    return presentMinutes(context, pickVersion(versions, versionNumber), versions);
  }),
  query(readMinutesPdf, async (context, { params, query: { versionNumber } }) => {
    const meeting = await openMeeting(context, params.id);
    return minutesPdf(context, meeting, pickVersion(await versionsFor(context, meeting), versionNumber));
  }),
  command(writeEndpoint, (tx, { params }) => writeMinutes(tx, params.id)),
  command(editEndpoint, (tx, { params, body }) => editMinutes(tx, { ...params, ...body })),
  command(approveEndpoint, (tx, { params, body }) => approveMinutes(tx, { ...params, ...body })),
];
