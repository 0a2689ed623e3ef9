import type { Context } from '#platform/context';
import { text } from '#platform/language';
import { holdersOf, type UnitTree } from '#modules/identity';

/** Kinds of units that keep a letterhead of their own; for everybody above them the city's secretariat writes. */
const writesItself: ReadonlySet<string> = new Set(['agency', 'kecamatan', 'kelurahan', 'enterprise']);

/** The head of the paper: the city, then whose meeting it was. */
export async function letterheadOf(
  db: Context['db'],
  meeting: { chairId: string; tree: UnitTree; day: string },
): Promise<readonly string[]> {
  const heads = await holdersOf(db, { kinds: ['head'], on: meeting.day });
  const offices = heads.filter((one) => one.personId === meeting.chairId).map((one) => meeting.tree.get(one.unitId));
  const own = offices.length > 0 && offices.every((unit) => unit && writesItself.has(unit.kind)) ? offices[0] : undefined;
  return [text('id', 'minutes.letterhead'), own ? own.name.toLocaleUpperCase('id') : text('id', 'minutes.letterhead-secretariat')];
}
