import { DomainError } from '#platform/errors';
import type { UnitTree } from './unit-tree.ts';

/** Two units of one day would bear one code. */
export class UnitCodeTaken extends DomainError {
  constructor(code: string) {
    super('unit-code-taken', 'conflict', { params: { code } });
  }
}
/** The unit above does not exist on that day, or lies below this one. */
class UnitParentUnfit extends DomainError {
  constructor() {
    super('unit-parent-unfit', 'invalid');
  }
}
/** The day lies before the unit's newest change: the past is not rewritten. */
export class UnitHistoryFixed extends DomainError {
  constructor(since: string) {
    super('unit-history-fixed', 'invalid', { params: { since } });
  }
}
/** People hold positions in the unit on or after the day, or units stand below it. */
export class UnitStillInUse extends DomainError {
  constructor(people: number, units: number) {
    super('unit-still-in-use', 'conflict', { params: { people, units } });
  }
}
/** The unit ends or has ended on a day. */
export class UnitIsClosed extends DomainError {
  constructor(on: string) {
    super('unit-is-closed', 'conflict', { params: { on } });
  }
}

/** Checks a unit's place and code against the tree of the day from which they are to hold. `unitId` is null for a new unit. */
export function checkPlace(tree: UnitTree, plan: { unitId: string | null; parentId: string | null; code: string }): void {
  const namesake = tree.all().find((unit) => unit.code === plan.code);
  if (namesake && namesake.id !== plan.unitId) throw new UnitCodeTaken(plan.code);
  if (plan.parentId === null) return;
  const above = tree.pathOf(plan.parentId);
  if (above.length === 0 || (plan.unitId !== null && above.includes(plan.unitId))) throw new UnitParentUnfit();
}
