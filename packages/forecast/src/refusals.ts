/** Thrown when milestones wait for each other in a circle, so that none of them could ever begin. */
export class DependencyCycle extends Error {
  readonly code = 'dependency-cycle';
  /** The milestones of one circle, each waiting for the next, the last for the first. */
  readonly milestones: readonly string[];

  constructor(milestones: readonly string[]) {
    super(`These milestones wait for each other in a circle: ${milestones.join(', ')}. Remove one of the dependencies.`);
    this.name = 'DependencyCycle';
    this.milestones = milestones;
  }
}

/** Thrown when a milestone waits for one that the programme does not have. */
export class UnknownDependency extends Error {
  readonly code = 'unknown-dependency';
  readonly milestone: string;
  readonly dependency: string;

  constructor(milestone: string, dependency: string) {
    super(`Milestone "${milestone}" waits for "${dependency}", which is not in the programme.`);
    this.name = 'UnknownDependency';
    this.milestone = milestone;
    this.dependency = dependency;
  }
}

/** Thrown when two milestones of a programme, or two programmes, carry the same id. */
export class DuplicateId extends Error {
  readonly code = 'duplicate-id';
  readonly id: string;

  constructor(id: string) {
    super(`The id "${id}" is given twice.`);
    this.name = 'DuplicateId';
    this.id = id;
  }
}

/** Thrown when a day is not a whole number of at most a million either way (some 4,000 years of working days). */
export class InvalidWorkingDay extends Error {
  readonly code = 'invalid-working-day';
  readonly field: string;

  constructor(field: string, value: unknown) {
    super(`${field} must be a whole number of working days between -1,000,000 and 1,000,000, not ${String(value)}.`);
    this.name = 'InvalidWorkingDay';
    this.field = field;
  }
}

/** Thrown when a milestone is said to be reached on a day that has not come. */
export class FinishedInFuture extends Error {
  readonly code = 'finished-in-future';
  readonly milestone: string;

  constructor(milestone: string, finished: number, today: number) {
    super(`Milestone "${milestone}" is said to be reached on day ${finished}, after today, day ${today}.`);
    this.name = 'FinishedInFuture';
    this.milestone = milestone;
  }
}

/** Thrown when a programme has more milestones than a forecast takes. */
export class TooManyMilestones extends Error {
  readonly code = 'too-many-milestones';

  constructor(count: number, most: number) {
    super(`A programme of ${count} milestones is too big; ${most} are the most.`);
    this.name = 'TooManyMilestones';
  }
}

/** Thrown when the number of draws or the seed is not a whole number within its bounds. */
export class InvalidDraws extends Error {
  readonly code = 'invalid-draws';

  constructor(reason: string) {
    super(`The forecast cannot be drawn: ${reason}.`);
    this.name = 'InvalidDraws';
  }
}

/** Thrown when a chance to be scored is not a number from 0 to 1, or there is nothing to score. */
export class InvalidScoring extends Error {
  readonly code = 'invalid-scoring';

  constructor(reason: string) {
    super(`The forecasts cannot be scored: ${reason}.`);
    this.name = 'InvalidScoring';
  }
}
