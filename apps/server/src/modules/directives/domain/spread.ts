import { endOfWorkingDay } from '@makaverse/calendar';

/** A unit's part of a directive, to be made into a task. */
export interface PlannedTask {
  readonly id: string;
  readonly directiveId: string;
  readonly parentId: string | null;
  readonly unitId: string;
  readonly appointeeId: string | null;
  readonly nominationDueOn: string | null;
  /** Closing time of the day to nominate; closing time of the deadline. */
  readonly nominateBy: Date | null;
  readonly deadline: string;
  readonly deadlineAt: Date;
}

/** A complete directive about to be issued. */
export interface IssuableDirective {
  readonly id: string;
  readonly deadline: string;
  readonly isCascading: boolean;
  readonly addressees: readonly { readonly unitId: string; readonly picId: string | null; readonly nominationDueOn: string | null }[];
}

/** What the spreading needs to know of the world. */
export interface Spreading {
  readonly newId: () => string;
  /** The kelurahan of a kecamatan; of any other unit none. */
  readonly kelurahanOf: (unitId: string) => readonly string[];
}

/**
 * The tasks a directive becomes: one for each addressed unit and, where it cascades, one for each kelurahan below an addressed kecamatan.
 * A unit is asked once: one that is addressed by itself is not asked again through its kecamatan.
 */
export function spread(directive: IssuableDirective, world: Spreading): PlannedTask[] {
  const shared = {
    directiveId: directive.id,
    deadline: directive.deadline,
    deadlineAt: endOfWorkingDay(directive.deadline),
  };
  const top = directive.addressees.map((one): PlannedTask => ({
    ...shared,
    id: world.newId(),
    parentId: null,
    unitId: one.unitId,
    appointeeId: one.picId,
    nominationDueOn: one.nominationDueOn,
    nominateBy: one.nominationDueOn === null ? null : endOfWorkingDay(one.nominationDueOn),
  }));
  if (!directive.isCascading) return top;
  const asked = new Set(top.map((one) => one.unitId));
  const below = top.flatMap((parent) =>
    world
      .kelurahanOf(parent.unitId)
      .filter((unitId) => !asked.has(unitId))
      .map((unitId): PlannedTask => ({
        ...shared,
        id: world.newId(),
        parentId: parent.id,
        unitId,
        appointeeId: null,
        nominationDueOn: null,
        nominateBy: null,
      })),
  );
  return [...top, ...below];
}
