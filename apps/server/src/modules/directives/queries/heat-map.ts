import { witaDate } from '@makaverse/calendar';
import type { readHeatMap } from '@makaverse/contract/directives';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { Input, Output } from '#platform/module';
import { unitBriefs, unitTree } from '#modules/identity';
import { lateFor } from '../domain/lateness.ts';
import { stepOf } from '../domain/task-moves.ts';
import { heatOf } from '../domain/trouble.ts';
import { timedTask } from '../present.ts';
import type { TaskRow } from '../tables.ts';
import { scopeOf, taskIsVisible } from './reader-scope.ts';

type Heat = Output<typeof readHeatMap>;
type Cell = Heat['cells'][number];
interface ShownDirective {
  readonly id: string;
  readonly number: string;
  readonly words: string;
}

/** As many columns as a screen can hold: the newest. */
const mostDirectives = 60;

const sum = (cells: readonly Cell[], of: (cell: Cell) => number): number => cells.reduce((total, cell) => total + of(cell), 0);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Units by directives, both sorted by trouble: those of one meeting, or all that are still open. The kelurahan have a map of their own,
 * because there are many; every other unit stands on the first.
 */
export async function heatMap(context: Context, asked: Input<typeof readHeatMap>['query']): Promise<Heat> {
  const { db, now } = context;
  const scope = await scopeOf(context);
  const ofMeeting = asked.meetingId ? sql`directive.meeting_id = ${asked.meetingId} and directive.state in ('issued','done')` : null;
  const { rows: directives } = await sql<ShownDirective>`
    select directive.id, directive.number, directive.words from directives.directive directive
    where ${ofMeeting ?? sql`directive.state = 'issued'`}
      and exists (select from directives.task task where task.directive_id = directive.id and ${taskIsVisible(scope)})
    order by directive.spoken_at desc, directive.id desc limit ${mostDirectives}`.execute(db);
  const { rows: tasks } = await sql<TaskRow>`
    select task.* from directives.task task join directives.directive directive on directive.id = task.directive_id
    where task.directive_id = any(${directives.map((one) => one.id)}::uuid[]) and ${taskIsVisible(scope)}`.execute(db);
  const tree = await unitTree(db, witaDate(now));
  const wantsKelurahan = asked.kind === 'kelurahan';
  const cells = tasks
    .filter((task) => (tree.get(task.unit_id)?.kind === 'kelurahan') === wantsKelurahan)
    .map((task): Cell => {
      const facts = timedTask(task);
      return {
        unitId: task.unit_id,
        directiveId: task.directive_id,
        taskId: task.id,
        step: stepOf(facts),
        isLate: lateFor(facts, now) !== null,
        trouble: heatOf(facts, now),
      };
    });
  const ofUnit = Map.groupBy(cells, (cell) => cell.unitId);
  const ofDirective = Map.groupBy(cells, (cell) => cell.directiveId);
  const briefs = await unitBriefs(db, ofUnit.keys());
  return {
    units: [...ofUnit]
      .map(([unitId, own]) => ({
        ...briefs.get(unitId)!,
        open: own.filter((cell) => cell.step !== 'done').length,
        late: own.filter((cell) => cell.isLate).length,
        trouble: sum(own, (cell) => cell.trouble),
      }))
      .toSorted((a, b) => b.trouble - a.trouble || byText(a.code, b.code)),
    directives: directives
      .flatMap((one) => {
        const own = ofDirective.get(one.id);
        return own
          ? [{ shown: { ...one, late: own.filter((cell) => cell.isLate).length }, trouble: sum(own, (cell) => cell.trouble) }]
          : [];
      })
      .toSorted((a, b) => b.trouble - a.trouble || byText(a.shown.number, b.shown.number))
      .map((one) => one.shown),
    cells: cells.toSorted((a, b) => byText(a.unitId, b.unitId) || byText(a.directiveId, b.directiveId)),
  };
}
