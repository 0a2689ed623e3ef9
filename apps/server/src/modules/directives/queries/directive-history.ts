import type { HistoryEntry } from '@makaverse/contract/directives';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import { text } from '#platform/language';
import { personBriefs, unitBriefs } from '#modules/identity';
import type { DirectiveRow, TaskEventKind } from '../tables.ts';
import { canReadDirective } from './one-directive.ts';
import { scopeOf, taskIsVisible } from './reader-scope.ts';

interface Happening {
  readonly at: Date;
  readonly byId: string | null;
  readonly what: string;
  readonly unitId: string | null;
  readonly text: string | null;
}
interface TaskEvent {
  readonly at: Date;
  readonly by_id: string | null;
  readonly kind: TaskEventKind;
  readonly words: string | null;
  readonly unit_id: string;
  readonly person_id: string | null;
}

/** Everything that happened to a directive that the reader may see, oldest first. @throws RecordMissing */
export async function directiveHistory(context: Context, id: string): Promise<HistoryEntry[]> {
  if (!(await canReadDirective(context, id))) throw new RecordMissing();
  const [own, events] = await Promise.all([ownHappenings(context, id), taskEvents(context, id)]);
  const named = await personBriefs(
    context.db,
    [...own.map((one) => one.byId), ...events.flatMap((one) => [one.by_id, one.person_id])].filter((personId) => personId !== null),
    context.now,
  );
  const ofTasks = events.map(({ at, by_id, kind, words, unit_id, person_id }): Happening => ({
    at,
    byId: by_id,
    what: text(context.language, `directives.history.${kind}`, { name: person_id === null ? '' : (named.get(person_id)?.name ?? '') }),
    unitId: unit_id,
    text: words,
  }));
  const all = [...own, ...ofTasks].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const units = await unitBriefs(
    context.db,
    all.flatMap((one) => one.unitId ?? []),
  );
  return all.map((one) => ({
    at: one.at.toISOString(),
    by: one.byId === null ? null : (named.get(one.byId) ?? null),
    what: one.what,
    unit: one.unitId === null ? null : (units.get(one.unitId) ?? null),
    text: one.text,
  }));
}

async function ownHappenings(context: Context, id: string): Promise<Happening[]> {
  const { db, language } = context;
  const say = (key: string, params: Record<string, unknown> = {}): string => text(language, `directives.history.${key}`, params);
  const row: DirectiveRow = await db.selectFrom('directives.directive').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const revisions = await db.selectFrom('directives.revision').selectAll().where('directive_id', '=', id).orderBy('version').execute();
  const happenings: Happening[] = [
    {
      at: row.created_at,
      byId: row.kept_by_id,
      what: say('kept'),
      unitId: null,
      // The very first wording, whatever was made of it later.
      text: revisions.find((one) => one.changed.includes('words'))?.before.words ?? row.words,
    },
  ];
  for (const revision of revisions) {
    const partName = (part: string): string => text(language, `directives.parts.${part}`);
    const lost = (['words', 'measure'] as const).flatMap((part) => {
      const value = revision.changed.includes(part) ? revision.before[part] : null;
      return value === null ? [] : [say('before', { part: partName(part), value })];
    });
    happenings.push({
      at: revision.at,
      byId: revision.by_id,
      what: say('changed', { parts: revision.changed.map(partName).join(', ') }),
      unitId: null,
      text: lost.length > 0 ? lost.join('\n') : null,
    });
  }
  if (row.withdrawn_at) {
    happenings.push({ at: row.withdrawn_at, byId: row.withdrawn_by_id, what: say('withdrawn'), unitId: null, text: row.withdraw_reason });
  }
  if (row.issued_at) {
    happenings.push({ at: row.issued_at, byId: row.issued_by_id, what: say('issued'), unitId: null, text: null });
  }
  if (row.done_at) happenings.push({ at: row.done_at, byId: null, what: say('done'), unitId: null, text: null });
  return happenings;
}

async function taskEvents(context: Context, id: string): Promise<readonly TaskEvent[]> {
  const { rows } = await sql<TaskEvent>`
    select event.at, event.by_id, event.kind, event.words, event.person_id, task.unit_id
    from directives.task_event event join directives.task task on task.id = event.task_id
      join directives.directive directive on directive.id = task.directive_id
    where task.directive_id = ${id} and ${taskIsVisible(await scopeOf(context))}
    order by event.at, event.seq`.execute(context.db);
  return rows;
}
