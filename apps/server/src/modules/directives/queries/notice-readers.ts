import { witaDate } from '@makaverse/calendar';
import type { Context } from '#platform/context';
import { holdersOf, unitTree, type Holder, type UnitTree } from '#modules/identity';
import type { NoticeKind } from '../domain/notices.ts';

/** What decides who is told of a task. */
export interface NoticedTask {
  readonly unitId: string;
  readonly parentUnitId: string | null;
  readonly picId: string | null;
  readonly reviewerUnitId: string | null;
}

/** Says who is told of a task at each stage. */
export type NoticeReaders = (task: NoticedTask, kind: NoticeKind) => readonly string[];

/** The office of the city's secretary: the secretariat above the assistants. A council's secretariat has none. */
function citySecretariats(tree: UnitTree): string[] {
  const secretariats = tree.all().filter((unit) => unit.kind === 'secretariat');
  const withAssistants = secretariats.filter((unit) => tree.childrenOf(unit.id).some((below) => below.kind === 'assistant'));
  return (withAssistants.length > 0 ? withAssistants : secretariats).map((unit) => unit.id);
}

/**
 * Who is told, today: the unit's head, secretary and person in charge of what comes and has just passed; then its head, with the unit above
 * where it was passed on; then the reviewer's office, the city's secretary, the mayor.
 */
export async function noticeReaders(context: Context<null>): Promise<NoticeReaders> {
  const on = witaDate(context.now);
  const tree = await unitTree(context.db, on);
  const holders = await holdersOf(context.db, { kinds: ['head', 'secretary'], on });
  const byUnit = Map.groupBy(holders, (holder) => holder.unitId);
  const holding = (unitIds: readonly (string | null)[], kinds: readonly Holder['kind'][]): string[] =>
    unitIds
      .flatMap((unitId) => (unitId === null ? [] : (byUnit.get(unitId) ?? [])))
      .filter((holder) => kinds.includes(holder.kind))
      .map((holder) => holder.personId);
  const secretary = holding(citySecretariats(tree), ['head']);
  const mayors = tree.all().filter((unit) => unit.kind === 'mayor');
  const mayor = holding(
    mayors.map((unit) => unit.id),
    ['head'],
  );
  return (task, kind) => {
    switch (kind) {
      case 'due-soon':
      case 'overdue':
        return [...holding([task.unitId], ['head', 'secretary']), ...(task.picId === null ? [] : [task.picId])];
      case 'unit-head':
        return holding([task.unitId, task.parentUnitId], ['head']);
      case 'assistant':
        return holding([task.reviewerUnitId], ['head']);
      case 'secretary':
        return secretary;
      case 'mayor':
        return mayor;
    }
  };
}
