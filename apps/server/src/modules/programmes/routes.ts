import { witaDate } from '@makaverse/calendar';
import * as endpoints from '@makaverse/contract/programmes';
import type { Context } from '#platform/context';
import { NotAllowed, RecordMissing } from '#platform/errors';
import { command, query, type Route } from '#platform/module';
import { changeProgramme, startProgramme } from './commands/keep-programme.ts';
import * as moves from './commands/person-moves.ts';
import { mayReadRecord } from './policy.ts';
import { nominationsCsv, programmesCsv } from './queries/exports.ts';
import { detailOf, readableNomination } from './queries/nomination-detail.ts';
import { nominationsPage } from './queries/nominations-page.ts';
import { personRecords } from './queries/person-records.ts';
import { programmeById, programmesPage } from './queries/programmes-page.ts';
import { unitPathsOf } from './queries/unit-paths.ts';

async function recordFor(context: Context, id: string): Promise<endpoints.PersonRecord> {
  const record = (await personRecords(context, [id])).get(id);
  if (!record) throw new RecordMissing();
  if (!mayReadRecord(context.actor, { id, unitPaths: await unitPathsOf(context, id) })) throw new NotAllowed();
  return record;
}

/** Programmes as they are kept, and nominations as they are moved. */
export const programmeRoutes: readonly Route[] = [
  query(endpoints.listProgrammes, (context, { query: asked }) => programmesPage(context, asked)),
  query(endpoints.exportProgrammes, async (context) => ({
    body: await programmesCsv(context),
    fileName: `program-${witaDate(context.now)}.csv`,
  })),
  query(endpoints.readProgramme, (context, { params }) => programmeById(context, params.id)),
  command(endpoints.startProgramme, (tx, { body }) => startProgramme(tx, body)),
  command(endpoints.changeProgramme, (tx, { params, body }) => changeProgramme(tx, { ...body, ...params })),
  query(endpoints.listNominations, (context, { query: asked }) => nominationsPage(context, asked)),
  query(endpoints.exportNominations, async (context) => ({
    body: await nominationsCsv(context),
    fileName: `usulan-${witaDate(context.now)}.csv`,
  })),
  query(endpoints.readNomination, async (context, { params }) => detailOf(context, await readableNomination(context, params.id))),
  command(endpoints.propose, (tx, { params, body }) => moves.propose(tx, { ...params, ...body })),
  command(endpoints.returnNomination, (tx, { params, body }) => moves.returnNomination(tx, { ...params, ...body })),
  command(endpoints.recommend, (tx, { params, body }) => moves.recommend(tx, { ...params, ...body })),
  command(endpoints.appoint, (tx, { params, body }) => moves.appoint(tx, { ...params, ...body })),
  command(endpoints.acceptAppointment, (tx, { params, body }) => moves.acceptAppointment(tx, { ...params, ...body })),
  command(endpoints.declineAppointment, (tx, { params, body }) => moves.declineAppointment(tx, { ...params, ...body })),
  command(endpoints.counterPropose, (tx, { params, body }) => moves.counterPropose(tx, { ...params, ...body })),
  command(endpoints.replacePersonInCharge, (tx, { params, body }) => moves.replacePersonInCharge(tx, { ...params, ...body })),
  query(endpoints.readPersonRecord, (context, { params }) => recordFor(context, params.id)),
];
