import type { Gap } from '@makaverse/contract/problem';
import { DomainError } from '#platform/errors';

/** A wrong place in the input, in the reader's words. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

/** Directives of the meeting still lack parts; it cannot close over them. */
export class DirectivesIncomplete extends DomainError {
  constructor(gaps: readonly Gap[], directives: number) {
    super('directives-incomplete', 'conflict', { gaps, params: { count: directives, gaps: gaps.length } });
  }
}
/** Issued: the words stand as they were heard. */
export class DirectiveIssued extends DomainError {
  constructor() {
    super('directive-issued', 'conflict');
  }
}
/** Struck: nothing is changed about it any more. */
export class DirectiveWithdrawn extends DomainError {
  constructor() {
    super('directive-withdrawn', 'conflict');
  }
}
/** A deadline or a day to nominate lies before the meeting, or is already past. */
export class DayTooEarly extends DomainError {
  constructor(issues: readonly Issue[], earliest: string) {
    super('directive-day-too-early', 'invalid', { issues, params: { earliest } });
  }
}
/** A unit that does not exist, or no longer does. */
export class UnitsUnknown extends DomainError {
  constructor(issues: readonly Issue[]) {
    super('directive-units-unknown', 'invalid', { issues, params: { count: issues.length } });
  }
}
/** Named as giver, but nobody the directory knows. */
export class PersonUnknown extends DomainError {
  constructor(issues: readonly Issue[]) {
    super('directive-person-unknown', 'invalid', { issues });
  }
}
/** Only the head of an assistant's or expert's office reviews. */
export class ReviewerUnfit extends DomainError {
  constructor(issues: readonly Issue[]) {
    super('directive-reviewer-unfit', 'invalid', { issues });
  }
}
/** A person in charge must hold a position in the unit he answers for. */
export class PersonOutsideUnit extends DomainError {
  constructor(issues: readonly Issue[]) {
    super('directive-person-outside-unit', 'invalid', { issues, params: { count: issues.length } });
  }
}
/** An acknowledgement that only repeats the directive or assents to it. */
export class NotOwnWords extends DomainError {
  constructor() {
    super('acknowledgement-not-own-words', 'invalid');
  }
}
/** Send: it has not been sent yet. */
export class TaskNotSent extends DomainError {
  constructor() {
    super('task-not-sent', 'conflict');
  }
}
/** See: it was seen before. */
export class TaskAlreadySeen extends DomainError {
  constructor() {
    super('task-already-seen', 'conflict');
  }
}
/** Acknowledge: the unit has already said what it understood. */
export class TaskAlreadyAcknowledged extends DomainError {
  constructor() {
    super('task-already-acknowledged', 'conflict');
  }
}
/** Pass on or report: first the unit says what it understood. */
export class TaskNotAcknowledged extends DomainError {
  constructor() {
    super('task-not-acknowledged', 'conflict');
  }
}
/** Report: a report already waits to be judged. */
export class TaskAlreadyReported extends DomainError {
  constructor() {
    super('task-already-reported', 'conflict');
  }
}
/** Confirm or send back: there is no report. */
export class TaskNotReported extends DomainError {
  constructor() {
    super('task-not-reported', 'conflict');
  }
}
/** It is done; nothing follows. */
export class TaskAlreadyDone extends DomainError {
  constructor() {
    super('task-already-done', 'conflict');
  }
}
/** Nobody judges what he reported himself. */
export class JudgingOwnReport extends DomainError {
  constructor() {
    super('task-judging-own-report', 'forbidden');
  }
}
/** Passing on goes downward only. */
export class UnitNotBelow extends DomainError {
  constructor(names: string) {
    super('task-unit-not-below', 'invalid', { params: { names } });
  }
}
/** A unit has one part in a directive, not two. */
export class UnitAlreadyAsked extends DomainError {
  constructor(names: string) {
    super('task-unit-already-asked', 'conflict', { params: { names } });
  }
}
