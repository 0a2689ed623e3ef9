import { witaDate } from '@makaverse/calendar';
import type { Directive } from '@makaverse/contract/directives';
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import { unitTree, type UnitTree } from '#modules/identity';
import { mayReadDirective, readsEverything, type DirectiveReaders } from '../policy.ts';
import { presentDirectives } from './directive-views.ts';

interface ReadersRow {
  readonly given_by_id: string | null;
  readonly kept_by_id: string | null;
  readonly unit_ids: string[];
  readonly person_ids: string[];
  readonly audience_ids: string[];
}

/** From the unit up; a unit that is of no use today stands alone. */
export function pathIn(tree: UnitTree, unitId: string): readonly string[] {
  const path = tree.pathOf(unitId);
  return path.length > 0 ? path : [unitId];
}

async function readersOf(context: Context, id: string): Promise<DirectiveReaders | null> {
  const { rows } = await sql<ReadersRow>`
    select directive.given_by_id, directive.kept_by_id,
      array(select unit_id from directives.addressee where directive_id = directive.id
        union select unit_id from directives.task where directive_id = directive.id) as unit_ids,
      array(select pic_id from directives.addressee where directive_id = directive.id and pic_id is not null
        union select pic_id from directives.task where directive_id = directive.id and pic_id is not null
        union select appointee_id from directives.task where directive_id = directive.id and appointee_id is not null) as person_ids,
      array(select unit_id from directives.audience where meeting_id = directive.meeting_id) as audience_ids
    from directives.directive directive where directive.id = ${id}`.execute(context.db);
  const row = rows[0];
  if (!row) return null;
  const tree = await unitTree(context.db, witaDate(context.now));
  return {
    givenById: row.given_by_id,
    keptById: row.kept_by_id,
    unitPaths: row.unit_ids.map((unitId) => pathIn(tree, unitId)),
    personIds: row.person_ids,
    audienceUnitIds: row.audience_ids,
  };
}

/** Whether the reader may see the directive; false also when there is none. */
export async function canReadDirective(context: Context, id: string): Promise<boolean> {
  if (readsEverything(context.actor)) {
    const row = await context.db.selectFrom('directives.directive').select('id').where('id', '=', id).executeTakeFirst();
    return row !== undefined;
  }
  const readers = await readersOf(context, id);
  return readers !== null && mayReadDirective(context.actor, readers);
}

/** One directive. @throws RecordMissing when there is none, or not for this reader */
export async function oneDirective(context: Context, id: string): Promise<Directive> {
  if (!(await canReadDirective(context, id))) throw new RecordMissing();
  return (await presentDirectives(context, [id]))[0]!;
}
