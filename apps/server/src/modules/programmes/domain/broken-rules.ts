import type { NominationState } from '@makaverse/contract/programmes';
import { DomainError } from '#platform/errors';

/** A move that the seat's present state does not allow. */
export class ImpossibleMove extends DomainError {
  constructor(code: string, state: NominationState) {
    super(code, 'conflict', { params: { state } });
  }
}
/** Propose: somebody is already proposed, appointed or in charge. */
export class SeatNotOpen extends ImpossibleMove {
  constructor(state: NominationState) {
    super('nomination-seat-not-open', state);
  }
}
/** Return: nobody is proposed or recommended. */
export class NothingToReturn extends ImpossibleMove {
  constructor(state: NominationState) {
    super('nomination-nothing-to-return', state);
  }
}
/** Recommend: nobody is proposed. */
export class NothingToReview extends ImpossibleMove {
  constructor(state: NominationState) {
    super('nomination-nothing-to-review', state);
  }
}
/** Appoint: nobody is recommended, and who was not vetted is not appointed. */
export class NotRecommended extends ImpossibleMove {
  constructor(state: NominationState) {
    super('nomination-not-recommended', state);
  }
}
/** Accept, decline or counter: nobody is appointed. */
export class NotAppointed extends ImpossibleMove {
  constructor(state: NominationState) {
    super('nomination-not-appointed', state);
  }
}
/** Replace: nobody is in charge or about to be. */
export class NobodyToReplace extends ImpossibleMove {
  constructor(state: NominationState) {
    super('nomination-nobody-to-replace', state);
  }
}
/** Open again: nobody who could have left stands in the seat. */
export class SeatAlreadyOpen extends ImpossibleMove {
  constructor(state: NominationState) {
    super('nomination-seat-already-open', state);
  }
}
/** Any move: the seat is gone. */
export class SeatGone extends ImpossibleMove {
  constructor(state: NominationState) {
    super('nomination-seat-gone', state);
  }
}

/** Only the appointed person answers for himself: nobody becomes person in charge unaware. */
export class AnswerOfAnother extends DomainError {
  constructor() {
    super('nomination-answer-of-another', 'forbidden');
  }
}
/** Who proposed, or is proposed, does not review. */
export class ReviewOfOwnProposal extends DomainError {
  constructor() {
    super('nomination-own-proposal', 'forbidden');
  }
}
/** Nobody appoints himself. */
export class SelfAppointed extends DomainError {
  constructor() {
    super('nomination-self-appointed', 'forbidden');
  }
}
/** Who is asked to name another names himself. */
export class CounterNamesSelf extends DomainError {
  constructor() {
    super('nomination-counter-names-self', 'invalid');
  }
}
/** The proposed person holds no position in the unit or below it on that day. */
export class NomineeOutsideUnit extends DomainError {
  constructor(unit: string) {
    super('nomination-nominee-outside-unit', 'invalid', { params: { unit } });
  }
}

/** Two programmes cannot bear one number. */
export class ProgrammeNumberTaken extends DomainError {
  constructor(number: number) {
    super('programme-number-taken', 'conflict', { params: { number } });
  }
}
/** A reviewer heads the office of an assistant or of the expert staff. */
export class ReviewerWithoutOffice extends DomainError {
  constructor() {
    super('programme-reviewer-without-office', 'invalid');
  }
}
/** A unit that does not exist today cannot carry a programme. */
export class UnitNotOfToday extends DomainError {
  constructor() {
    super('programme-unit-unknown', 'invalid');
  }
}
/** The day for the nominations has passed already. */
export class NominationDayPassed extends DomainError {
  constructor() {
    super('programme-nomination-day-passed', 'invalid');
  }
}
