import { DomainError } from '#platform/errors';

/** There are no minutes, or none that the reader may see. */
export class MinutesNotWritten extends DomainError {
  constructor() {
    super('minutes-not-written', 'missing');
  }
}
/** Minutes hold everything that happened, so they come after it. */
export class MinutesBeforeClose extends DomainError {
  constructor() {
    super('minutes-before-close', 'conflict');
  }
}
/** An approved version never changes again. */
export class MinutesAlreadyApproved extends DomainError {
  constructor() {
    super('minutes-already-approved', 'conflict');
  }
}
/** A section is about an item of the meeting's agenda, or about none. */
export class MinutesSectionUnknown extends DomainError {
  constructor() {
    super('minutes-section-unknown', 'invalid');
  }
}
