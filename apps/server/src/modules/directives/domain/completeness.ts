/** What decides whether a directive is complete. */
export interface Parts {
  readonly givenById: string | null;
  readonly deadline: string | null;
  readonly measure: string | null;
  readonly reviewerId: string | null;
  readonly addressees: readonly {
    readonly unitId: string;
    readonly picId: string | null;
    readonly nominationDueOn: string | null;
  }[];
}

/** The parts that can be missing, in the order in which they are asked for. The words are always there. */
export const missingParts = ['giver', 'addressees', 'deadline', 'measure', 'reviewer', 'responsible'] as const;
export type MissingPart = (typeof missingParts)[number];

/** A part that is missing; `unitIds` names the units that lack it, where it is theirs. */
export interface Lack {
  readonly part: MissingPart;
  readonly unitIds: readonly string[];
}

/** The place of the form in which each missing part is mended. */
export const mendingPlace: Readonly<Record<MissingPart, string>> = {
  giver: 'givenBy',
  addressees: 'addressees',
  deadline: 'deadline',
  measure: 'measure',
  reviewer: 'reviewer',
  responsible: 'nomination',
};

/**
 * Everything a directive lacks. It is complete when it says who gave it, to whom, until when, what success is, who reviews it, and for
 * each unit either a person in charge or the day until which one is to be nominated.
 */
export function lacksOf(parts: Parts): Lack[] {
  const lacking: Readonly<Record<MissingPart, readonly string[] | null>> = {
    giver: parts.givenById === null ? [] : null,
    addressees: parts.addressees.length === 0 ? [] : null,
    deadline: parts.deadline === null ? [] : null,
    measure: parts.measure === null || parts.measure.trim() === '' ? [] : null,
    reviewer: parts.reviewerId === null ? [] : null,
    responsible: unitsWithoutResponsible(parts),
  };
  return missingParts.flatMap((part) => {
    const unitIds = lacking[part];
    return unitIds === null ? [] : [{ part, unitIds }];
  });
}

function unitsWithoutResponsible(parts: Parts): readonly string[] | null {
  const without = parts.addressees.filter((one) => one.picId === null && one.nominationDueOn === null);
  return without.length === 0 ? null : without.map((one) => one.unitId);
}

/** Whether nothing is missing. */
export function isComplete(parts: Parts): boolean {
  return lacksOf(parts).length === 0;
}
