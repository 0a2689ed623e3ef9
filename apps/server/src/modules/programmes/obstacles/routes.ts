import { witaDate } from '@makaverse/calendar';
import * as endpoints from '@makaverse/contract/programmes-obstacles';
import { command, query, type Route } from '#platform/module';
import { answerLetter, sendLetter, writeLetter } from './commands/letters.ts';
import { passUpObstacle, reopenObstacle, solveObstacle, takeOnObstacle } from './commands/move-obstacle.ts';
import { reportObstacle } from './commands/report-obstacle.ts';
import { letterFile } from './letter/letter-file.ts';
import { obstacleDetail, readableObstacle } from './queries/obstacle-detail.ts';
import { obstaclesCsv } from './queries/obstacles-csv.ts';
import { obstaclesPage } from './queries/obstacles-page.ts';
import { obstacleRegister } from './queries/register.ts';

/** What blocks programmes, as it is reported, moved and written about. */
export const obstacleRoutes: readonly Route[] = [
  query(endpoints.listObstacles, (context, { query: asked }) => obstaclesPage(context, asked)),
  query(endpoints.readRegister, (context) => obstacleRegister(context)),
  query(endpoints.exportObstacles, async (context) => ({
    body: await obstaclesCsv(context),
    fileName: `hambatan-${witaDate(context.now)}.csv`,
  })),
  query(endpoints.readObstacle, async (context, { params }) => obstacleDetail(context, await readableObstacle(context, params.id))),
  command(endpoints.reportObstacle, (tx, { params, body }) => reportObstacle(tx, { ...params, ...body })),
  command(endpoints.takeOnObstacle, (tx, { params, body }) => takeOnObstacle(tx, { ...params, ...body })),
  command(endpoints.passUpObstacle, (tx, { params, body }) => passUpObstacle(tx, { ...params, ...body })),
  command(endpoints.solveObstacle, (tx, { params, body }) => solveObstacle(tx, { ...params, ...body })),
  command(endpoints.reopenObstacle, (tx, { params, body }) => reopenObstacle(tx, { ...params, ...body })),
  command(endpoints.writeLetter, (tx, { params, body }) => writeLetter(tx, { ...params, ...body })),
  command(endpoints.sendLetter, (tx, { params, body }) => sendLetter(tx, { ...params, ...body })),
  command(endpoints.answerLetter, (tx, { params, body }) => answerLetter(tx, { ...params, ...body })),
  query(endpoints.readLetterDocx, (context, { params }) => letterFile(context, params.id, 'docx')),
  query(endpoints.readLetterPdf, (context, { params }) => letterFile(context, params.id, 'pdf')),
];
