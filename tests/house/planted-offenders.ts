const module = 'apps/server/src/modules';

/** For each rule, files that break it: path and text. A rule that lets its offender pass is broken itself. */
export const offenders: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'no import cycles, type imports too': [
    ['packages/geo/src/a.ts', "import type { B } from './b.ts';"],
    ['packages/geo/src/b.ts', "import type { A } from './a.ts';"],
  ],
  'another module only by its front door': [[`${module}/meetings/a.ts`, "import { row } from '../directives/present.ts';"]],
  'modules use only lower modules': [[`${module}/directives/a.ts`, "import { meet } from '#modules/meetings';"]],
  'every module has its place in the order': [[`${module}/parking/a.ts`, '']],
  'domain/ and policy.ts are pure': [[`${module}/directives/domain/a.ts`, "import { readFile } from 'node:fs/promises';"]],
  'domain/ and policy.ts take time and chance as arguments': [[`${module}/directives/domain/a.ts`, 'export const late = Date.now();']],
  'pure packages import nothing': [['packages/calendar/src/a.ts', "import { z } from 'zod';"]],
  'the contract imports only zod': [['packages/contract/src/a.ts', "import fastify from 'fastify';"]],
  'the platform knows no module': [['apps/server/src/platform/a.ts', "import { isMayor } from '#modules/identity';"]],
  'features are islands': [['apps/web/src/features/meetings/a.tsx', "import { Task } from '../directives/components/task.tsx';"]],
  'lib and shell know no feature': [['apps/web/src/lib/a.ts', "import { model } from '../features/meetings/model.ts';"]],
  'the web never sees the server': [['apps/web/src/a.ts', "import { createApp } from '../../server/src/app.ts';"]],
  'only database/ opens drivers': [[`${module}/identity/a.ts`, "import pg from 'pg';"]],
  'only config.ts reads the environment': [[`${module}/identity/a.ts`, 'export const port = process.env.PORT;']],
  'tables are touched by their own module': [[`${module}/meetings/a.ts`, "db.selectFrom('directives.task');"]],
  'no barrels but front doors': [['apps/web/src/lib/all.ts', "export * from './a.ts';\nexport * from './b.ts';"]],
  'no file over 300 lines': [['apps/web/src/lib/a.ts', 'x\n'.repeat(301)]],
  'no dump rooms': [['apps/web/src/lib/utils.ts', '']],
};
