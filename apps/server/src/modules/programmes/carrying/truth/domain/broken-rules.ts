import { DomainError } from '#platform/errors';

/** Only a milestone that is reported done, and not confirmed yet, is judged. */
export class NothingClaimed extends DomainError {
  constructor() {
    super('milestone-nothing-claimed', 'conflict');
  }
}
