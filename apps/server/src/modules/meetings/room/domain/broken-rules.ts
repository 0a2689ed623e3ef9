import type { Gap } from '@makaverse/contract/problem';
import { DomainError } from '#platform/errors';

/** Open it: its invitations did not go out, or it is already over. */
export class MeetingNotCalled extends DomainError {
  constructor() {
    super('meeting-not-called', 'conflict');
  }
}
/** Move on, keep a directive, close: only while it runs. */
export class MeetingNotRunning extends DomainError {
  constructor() {
    super('meeting-not-running', 'conflict');
  }
}
/** People come and go from the call until the close. */
export class AttendanceNotOpen extends DomainError {
  constructor() {
    super('meeting-not-open-for-attendance', 'conflict');
  }
}
/** A directive lacks a part, and a meeting closes over complete ones only. */
export class MeetingNotClosable extends DomainError {
  constructor(gaps: readonly Gap[], directives: number) {
    super('meeting-not-closable', 'conflict', { gaps, params: { directives, count: directives } });
  }
}
/** An item of another meeting, or of none. */
export class ItemNotInAgenda extends DomainError {
  constructor() {
    super('item-not-in-agenda', 'invalid');
  }
}
/** Nothing is spoken in a meeting before it was opened, or later than now. */
export class SpokenOutsideMeeting extends DomainError {
  constructor() {
    super('spoken-outside-meeting', 'invalid');
  }
}
/** Only units that were invited come in. */
export class UnitNotInvited extends DomainError {
  constructor() {
    super('unit-not-invited', 'conflict');
  }
}
/** A room names its own people; those of other units come in with their own. */
export class AttendeeNotOfUnit extends DomainError {
  constructor(issues: readonly { readonly path: string; readonly message: string }[]) {
    super('attendee-not-of-unit', 'invalid', { issues });
  }
}
/** The minutes are approved: what they were written from stays as it was. */
export class NotesInApprovedMinutes extends DomainError {
  constructor() {
    super('notes-in-approved-minutes', 'conflict');
  }
}
