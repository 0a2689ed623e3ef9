/** A person as the minutes name him: as he was called and what he held on that day. */
export interface NamedPerson {
  readonly name: string;
  readonly title: string;
}

/** An agenda item as it went. */
export interface HeldItem {
  readonly id: string;
  /** `2.1` in the outline of the agenda. */
  readonly number: string;
  readonly kind: 'section' | 'item' | 'slot';
  readonly title: string;
  readonly presenter: string | null;
  readonly plannedMinutes: number;
  /** From when to when it was talked about; several times when it was taken up again, none when it never was. */
  readonly spans: readonly { readonly from: string; readonly to: string }[];
  readonly slot: { readonly issue: string; readonly solution: string; readonly innovation: string } | null;
  readonly notes: string;
}

/** A directive as it was issued. */
export interface GivenDirective {
  readonly number: string;
  readonly words: string;
  readonly agendaItemId: string | null;
  readonly givenBy: NamedPerson | null;
  readonly addressees: readonly string[];
  readonly deadline: string | null;
  readonly measure: string | null;
  readonly reviewer: NamedPerson | null;
}

/** Who came from one unit, in the order in which they came. */
export interface PresentUnit {
  readonly unit: string;
  readonly people: readonly (NamedPerson & { readonly cameAt: string; readonly leftAt: string | null })[];
}

/**
 * Everything the minutes of a meeting rest on, as it stood when that version was written. It is kept with the version, so that an
 * approved one says the same for ever, whatever is renamed later. Instants are ISO 8601.
 */
export interface Happened {
  readonly letterhead: readonly string[];
  readonly city: string;
  readonly title: string;
  readonly kind: string;
  readonly place: string;
  readonly startedAt: string;
  readonly closedAt: string;
  readonly chair: NamedPerson;
  readonly clerks: readonly NamedPerson[];
  readonly refreshOf: { readonly title: string; readonly startsAt: string } | null;
  readonly agenda: readonly HeldItem[];
  readonly directives: readonly GivenDirective[];
  readonly attendance: readonly PresentUnit[];
  readonly invitedUnits: number;
  readonly absentUnits: readonly string[];
}

/** What the clerk may change: the words of the minutes. */
export interface MinutesText {
  readonly summary: string;
  readonly sections: readonly { readonly heading: string; readonly body: string; readonly agendaItemId: string | null }[];
}

/** One version of the minutes as it is read, printed and hashed. */
export interface MinutesVersion extends MinutesText {
  readonly versionNumber: number;
  readonly happened: Happened;
}
