import type { PositionKind } from '@makaverse/contract/identity-directory';
import { DomainError } from '#platform/errors';

/** The last day lies before the first. */
export class PositionPeriodInvalid extends DomainError {
  constructor() {
    super('position-period-invalid', 'invalid');
  }
}
/** The unit does not exist in that time. */
export class PositionOutsideUnit extends DomainError {
  constructor() {
    super('position-outside-unit', 'invalid');
  }
}
/** The unit has a definitive head in that time; a second one can only act for him. */
export class HeadAlreadyThere extends DomainError {
  constructor(name: string) {
    super('head-already-there', 'conflict', { params: { name } });
  }
}
/** The position ended before; its past is not rewritten. */
export class PositionAlreadyEnded extends DomainError {
  constructor(on: string) {
    super('position-already-ended', 'conflict', { params: { on } });
  }
}
/** Nobody would be left who can keep the directory. */
export class LastAdministrator extends DomainError {
  constructor() {
    super('last-administrator', 'conflict');
  }
}

interface Period {
  readonly from: string;
  readonly to: string | null;
}

/** Whether two half-open periods share a day. */
export function overlaps(a: Period, b: Period): boolean {
  return (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to);
}

/** Whether one period lies wholly in the others put together; `within` are sorted and do not overlap. */
export function isCovered(period: Period, within: readonly Period[]): boolean {
  let day = period.from;
  for (const one of within) {
    if (one.from > day) return false;
    if (one.to === null) return true;
    if (one.to > day) day = one.to;
    if (period.to !== null && day >= period.to) return true;
  }
  return false;
}

/** Whether a position is one of which a unit has one at a time. */
export function isDefinitiveHead(position: { readonly kind: PositionKind; readonly acting: string | null }): boolean {
  return position.kind === 'head' && position.acting === null;
}
