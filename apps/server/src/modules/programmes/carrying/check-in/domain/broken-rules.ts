import { DomainError } from '#platform/errors';

/** The milestone is not of this programme, or of another unit's part. */
export class MilestoneNotOfPart extends DomainError {
  constructor() {
    super('check-in-milestone-elsewhere', 'invalid');
  }
}
/** What is reported as done, or confirmed, is promised no more. */
export class PromiseOfDone extends DomainError {
  constructor() {
    super('check-in-promise-of-done', 'invalid');
  }
}
/** A promise is about a day to come. */
export class PromiseInPast extends DomainError {
  constructor() {
    super('check-in-promise-in-past', 'invalid');
  }
}
/** A date is moved only with a reason. */
export class MoveWithoutReason extends DomainError {
  constructor() {
    super('check-in-move-without-reason', 'invalid');
  }
}
/** The device's id is another report's already. */
export class CheckInIdTaken extends DomainError {
  constructor() {
    super('check-in-id-taken', 'conflict');
  }
}
/** The link was used for another report, its time is over, or it never was one. */
export class CheckInLinkOver extends DomainError {
  constructor() {
    super('check-in-link-over', 'gone');
  }
}
/** The bytes are no picture that can be read. */
export class PhotoUnreadable extends DomainError {
  constructor(cause: unknown) {
    super('evidence-unreadable', 'invalid');
    this.cause = cause;
  }
}
/** The picture is coded in HEVC, which is not unpacked here: its licence is not free, and no browser but Safari draws it. */
export class PhotoIsHeic extends DomainError {
  constructor() {
    super('evidence-heic', 'invalid');
  }
}
/** A report holds so many photos and no more. */
export class TooManyPhotos extends DomainError {
  constructor(most: number) {
    super('evidence-too-many', 'invalid', { params: { most } });
  }
}
/** The flag was answered already; the first answer stands. */
export class FlagAnswered extends DomainError {
  constructor() {
    super('evidence-flag-answered', 'conflict');
  }
}
