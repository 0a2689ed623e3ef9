import { DomainError } from '#platform/errors';
import type { Contradiction } from './draw.ts';

/** Only the agenda of a refresh writes itself. */
export class MeetingNotRefresh extends DomainError {
  constructor() {
    super('meeting-not-refresh', 'conflict');
  }
}
/** What was held, or will not be held, is not steered any more. */
export class RefreshAlreadyHeld extends DomainError {
  constructor() {
    super('refresh-already-held', 'conflict');
  }
}
/** The chair asks for what cannot be: a topic in and out at once, or more pinned than there is time for. */
export class RefreshContradiction extends DomainError {
  constructor(found: Contradiction, minutesGiven: number) {
    super(found.code, 'invalid', {
      params: found.code === 'refresh-pins-too-long' ? { minutesPinned: found.minutesPinned, minutesGiven } : {},
    });
  }
}
