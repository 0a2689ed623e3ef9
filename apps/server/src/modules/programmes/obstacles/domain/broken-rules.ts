import { DomainError } from '#platform/errors';

/** It blocks no more. */
export class AlreadySolved extends DomainError {
  constructor() {
    super('obstacle-solved', 'conflict');
  }
}
/** What was never called solved cannot block again. */
export class NotSolved extends DomainError {
  constructor() {
    super('obstacle-not-solved', 'conflict');
  }
}
/** A day given is kept or missed; whoever missed it does not put it off again. */
export class AlreadyTakenOn extends DomainError {
  constructor() {
    super('obstacle-already-taken-on', 'conflict');
  }
}
/** The letter lies with the authority, and its answer is not due yet. */
export class AnswerAwaited extends DomainError {
  constructor() {
    super('obstacle-answer-awaited', 'conflict');
  }
}
/** A day that is over cannot be promised. */
export class DayPassed extends DomainError {
  constructor() {
    super('obstacle-day-passed', 'invalid');
  }
}
/** What takes longer is passed up. */
export class TakenOnTooLong extends DomainError {
  constructor(days: number) {
    super('obstacle-taken-on-too-long', 'invalid', { params: { days } });
  }
}
/** It lies with the mayor already. */
export class NobodyAbove extends DomainError {
  constructor() {
    super('obstacle-nobody-above', 'conflict');
  }
}
/** Nothing blocks from a day that has not come. */
export class ObstacleInFuture extends DomainError {
  constructor() {
    super('obstacle-in-future', 'invalid');
  }
}
/** The unit carries no part of the programme, or the milestone belongs to another one. */
export class NotOfProgramme extends DomainError {
  constructor() {
    super('obstacle-not-of-programme', 'invalid');
  }
}
/** A unit that does not exist today removes nothing. */
export class RemoverUnknown extends DomainError {
  constructor() {
    super('obstacle-remover-unknown', 'invalid');
  }
}
/** Letters go to authorities outside the city; within it the ladder is climbed. */
export class RemoverWithinCity extends DomainError {
  constructor() {
    super('obstacle-within-city', 'conflict');
  }
}
/** There is no letter yet. */
export class LetterMissing extends DomainError {
  constructor() {
    super('obstacle-letter-missing', 'conflict');
  }
}
/** What was sent is not changed any more. */
export class LetterSent extends DomainError {
  constructor() {
    super('obstacle-letter-sent', 'conflict');
  }
}
/** Only a letter that was sent, and not answered yet, can be answered. */
export class LetterNotAwaited extends DomainError {
  constructor() {
    super('obstacle-letter-not-awaited', 'conflict');
  }
}
/** Sent not before it blocked and not after today, answered after it was sent. */
export class LetterDaysWrong extends DomainError {
  constructor() {
    super('obstacle-letter-days', 'invalid');
  }
}
