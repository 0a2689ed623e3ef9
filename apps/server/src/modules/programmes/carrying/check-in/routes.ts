import * as endpoints from '@makaverse/contract/programmes-check-in';
import { job, type JobDefinition } from '#platform/jobs';
import { command, openCommand, openQuery, query, type Route } from '#platform/module';
import { addEvidence } from './commands/add-evidence.ts';
import { answerFlag } from './commands/answer-flag.ts';
import { addEvidenceByLink, readLink, sendByLink } from './commands/by-link.ts';
import { checkEvidence, type EvidenceCheck } from './commands/check-evidence.ts';
import { remindCheckIns, sendCheckInReminder, sweepCheckInLinks, type CheckInReminder } from './commands/remind-check-ins.ts';
import { sendCheckIn } from './commands/send-check-in.ts';
import { checkInFormFor } from './queries/check-in-form.ts';
import { checkInById, checkInPage } from './queries/check-in-page.ts';
import { flagById, flagPage } from './queries/flag-pages.ts';
import { photoFile } from './queries/read-photo-file.ts';

/** Reports of progress, their photos, and what the reviewer says of those. */
export const checkInRoutes: readonly Route[] = [
  query(endpoints.listCheckIns, (context, { params, query: asked }) => checkInPage(context, { ...asked, programmeId: params.id })),
  query(endpoints.readCheckIn, (context, { params }) => checkInById(context, params.id)),
  query(endpoints.readCheckInForm, (context, { params, query: asked }) => checkInFormFor(context, { ...asked, programmeId: params.id })),
  command(endpoints.sendCheckIn, (tx, { params, body }) => sendCheckIn(tx, { ...body, programmeId: params.id, via: 'app' })),
  command(endpoints.addEvidence, (tx, { params, body, file }) => addEvidence(tx, { ...body, checkInId: params.id, file })),
  query(endpoints.readEvidencePhoto, (context, { params }) => photoFile(context, params.id)),
  openQuery(endpoints.readCheckInLink, (context, { params }) => readLink(context, params.token)),
  openCommand(endpoints.sendCheckInByLink, (tx, { params, body }) => sendByLink(tx, { ...body, ...params })),
  openCommand(endpoints.addEvidenceByLink, (tx, { params, body, file }) => addEvidenceByLink(tx, { ...body, ...params, file })),
  query(endpoints.listEvidenceFlags, (context, { query: asked }) => flagPage(context, asked)),
  query(endpoints.readEvidenceFlag, (context, { params }) => flagById(context, params.id)),
  command(endpoints.answerEvidenceFlag, (tx, { params, body }) => answerFlag(tx, { ...params, ...body })),
];

/** What happens by itself: reminders on the working day before, photos looked at once, links thrown away when over. */
export const checkInJobs: readonly JobDefinition[] = [
  job('programmes.remind-check-ins', (tx) => remindCheckIns(tx), '*/15 8-16 * * *'),
  job<CheckInReminder>('programmes.send-check-in-reminder', sendCheckInReminder),
  job<EvidenceCheck>('programmes.check-evidence', checkEvidence),
  job('programmes.sweep-check-in-links', (tx) => sweepCheckInLinks(tx), '40 2 * * *'),
];
