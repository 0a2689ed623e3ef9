import { witaDate } from '@makaverse/calendar';
import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/context';
import { unitIdsDownFrom, workUnitIds } from '#modules/identity';
import { readsEverything } from '../policy.ts';

/** What a reader may see, as SQL needs it. */
export interface ReaderScope {
  readonly readsEverything: boolean;
  readonly personId: string;
  /** Units he works in. */
  readonly unitIds: readonly string[];
  /** Those and all units below them. */
  readonly unitIdsDown: readonly string[];
}

/** The reader's scope now; what hangs below his units is only asked for whom it can make a difference. */
export async function scopeOf(context: Context): Promise<ReaderScope> {
  const { actor, db, now } = context;
  const unitIds = workUnitIds(actor);
  if (readsEverything(actor)) return { readsEverything: true, personId: actor.personId, unitIds, unitIdsDown: unitIds };
  const below = await unitIdsDownFrom(db, unitIds, witaDate(now));
  return { readsEverything: false, personId: actor.personId, unitIds, unitIdsDown: [...new Set([...unitIds, ...below])] };
}

/** An array of ids as a parameter. */
export function uuids(ids: Iterable<string>): RawBuilder<string[]> {
  return sql`${[...ids]}::uuid[]`;
}

/** `mayReadDirective` as a condition on `directive`; a test holds the two against each other. */
export function directiveIsVisible(scope: ReaderScope): RawBuilder<boolean> {
  if (scope.readsEverything) return sql`true`;
  const me = sql`${scope.personId}::uuid`;
  const down = uuids(scope.unitIdsDown);
  return sql`((directive.given_by_id = ${me} or directive.kept_by_id = ${me}
    or exists (select from directives.addressee a where a.directive_id = directive.id and (a.unit_id = any(${down}) or a.pic_id = ${me}))
    or exists (select from directives.task t where t.directive_id = directive.id
      and (t.unit_id = any(${down}) or t.pic_id = ${me} or t.appointee_id = ${me}))
    or exists (select from directives.audience u where u.meeting_id = directive.meeting_id and u.unit_id = any(${uuids(scope.unitIds)}))) is true)`;
}

/** `mayReadTask` as a condition on `task` joined with its `directive`; the same test. */
export function taskIsVisible(scope: ReaderScope): RawBuilder<boolean> {
  if (scope.readsEverything) return sql`true`;
  const me = sql`${scope.personId}::uuid`;
  return sql`((task.unit_id = any(${uuids(scope.unitIdsDown)}) or task.pic_id = ${me} or task.appointee_id = ${me}
    or directive.given_by_id = ${me} or directive.kept_by_id = ${me}
    or exists (select from directives.task below where below.directive_id = task.directive_id
      and task.id = any(below.ancestor_ids) and below.unit_id = any(${uuids(scope.unitIds)}))) is true)`;
}
