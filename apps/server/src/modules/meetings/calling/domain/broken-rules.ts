import { DomainError } from '#platform/errors';

/** The meeting ends before it begins, or lasts longer than a day. */
export class MeetingSpanUnfit extends DomainError {
  constructor() {
    super('meeting-span-unfit', 'invalid');
  }
}
/** Nobody can be invited to what has already begun. */
export class MeetingStartsInPast extends DomainError {
  constructor() {
    super('meeting-starts-in-past', 'invalid');
  }
}
/** A meeting that is called needs somebody to come. */
export class NobodyInvited extends DomainError {
  constructor() {
    super('meeting-nobody-invited', 'invalid');
  }
}
/** A unit that does not exist today cannot be invited or present. */
export class MeetingUnitUnknown extends DomainError {
  constructor() {
    super('meeting-unit-unknown', 'invalid');
  }
}
/** Chair and clerks hold an office today. */
export class MeetingPersonUnknown extends DomainError {
  constructor() {
    super('meeting-person-unknown', 'invalid');
  }
}
/** A refresh goes back to a meeting that was held and that its caller may see. */
export class RefreshOfUnknown extends DomainError {
  constructor() {
    super('meeting-refresh-of-unknown', 'invalid');
  }
}
/** The meeting is running, over or cancelled: what was called stays as it was called. */
export class MeetingNotOpenForChange extends DomainError {
  constructor() {
    super('meeting-not-open-for-change', 'conflict');
  }
}
/** Only a draft is called. */
export class MeetingNotDraft extends DomainError {
  constructor() {
    super('meeting-not-draft', 'conflict');
  }
}
/** Only a meeting that was held has a next one. */
export class MeetingNotHeld extends DomainError {
  constructor() {
    super('meeting-not-held', 'conflict');
  }
}
/** A point stands before what it belongs to, belongs to another meeting, or lies too deep. */
export class AgendaOutOfOrder extends DomainError {
  constructor() {
    super('agenda-out-of-order', 'invalid');
  }
}
/** A slot belongs to the unit that presents in it. */
export class SlotWithoutUnit extends DomainError {
  constructor() {
    super('agenda-slot-without-unit', 'invalid');
  }
}
/** Words, notes or documents hang on a point that is to be removed. */
export class AgendaItemInUse extends DomainError {
  constructor(title: string) {
    super('agenda-item-in-use', 'conflict', { params: { title } });
  }
}
/** Only a unit's slot holds issue, solution and innovation. */
export class NotASlot extends DomainError {
  constructor() {
    super('agenda-item-not-a-slot', 'invalid');
  }
}
/** The meeting is over: what the units brought stays as they brought it. */
export class MeetingOver extends DomainError {
  constructor() {
    super('meeting-over', 'conflict');
  }
}
/** A file without a byte. */
export class DocumentEmpty extends DomainError {
  constructor() {
    super('document-empty', 'invalid');
  }
}
