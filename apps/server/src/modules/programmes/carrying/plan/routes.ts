import { witaDate } from '@makaverse/calendar';
import * as endpoints from '@makaverse/contract/programmes-plan';
import { command, query, type Route } from '#platform/module';
import { addDocument } from './commands/add-document.ts';
import { importPlan, previewPlanImport } from './commands/import-plan.ts';
import { removeDocument } from './commands/remove-document.ts';
import { reportSpending, reportValue } from './commands/report-figures.ts';
import { writeBudget } from './commands/write-budget.ts';
import { writeIndicators } from './commands/write-indicators.ts';
import { writeMilestones } from './commands/write-milestones.ts';
import { writePlaces } from './commands/write-places.ts';
import { programmePlan } from './queries/programme-plan.ts';
import { readDocument } from './queries/read-document.ts';
import { planWorkbook } from './xlsx/write-workbook.ts';

/** A programme's plan. */
export const planRoutes: readonly Route[] = [
  query(endpoints.readPlan, (context, { params }) => programmePlan(context, params.id)),
  command(endpoints.writeMilestones, (tx, { params, body }) => writeMilestones(tx, { ...body, ...params })),
  command(endpoints.writeIndicators, (tx, { params, body }) => writeIndicators(tx, { ...body, ...params })),
  command(endpoints.reportValue, (tx, { params, body }) => reportValue(tx, { ...body, ...params })),
  command(endpoints.writeBudget, (tx, { params, body }) => writeBudget(tx, { ...body, ...params })),
  command(endpoints.reportSpending, (tx, { params, body }) => reportSpending(tx, { ...body, ...params })),
  command(endpoints.writePlaces, (tx, { params, body }) => writePlaces(tx, { ...body, ...params })),
  command(endpoints.addProgrammeDocument, (tx, { params, file }) => addDocument(tx, { ...params, file })),
  command(endpoints.removeProgrammeDocument, (tx, { params }) => removeDocument(tx, params)),
  query(endpoints.readProgrammeDocument, (context, { params }) => readDocument(context, params.id)),
  query(endpoints.exportPlan, async (context, { params }) => ({
    body: await planWorkbook(await programmePlan(context, params.id)),
    fileName: `rencana-${witaDate(context.now)}.xlsx`,
  })),
  command(endpoints.previewPlanImport, (tx, { params, file }) => previewPlanImport(tx, { ...params, file })),
  command(endpoints.importPlan, (tx, { params, body, file }) => importPlan(tx, { ...body, ...params, file })),
];
