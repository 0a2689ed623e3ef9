import { text } from '#platform/language';
import type { MinutesVersion, NamedPerson } from '../domain/happened.ts';

/** Everything the printed minutes show. */
export interface PrintedMinutes {
  readonly version: MinutesVersion;
  /** SHA-256 of the version's content, as the audit log holds it once it is approved. */
  readonly digest: string;
  readonly writtenBy: NamedPerson | null;
  readonly writtenAt: Date;
  /** `isForChair`: by who held the chair's power to. */
  readonly approval: { readonly by: NamedPerson; readonly at: Date; readonly isForChair: boolean } | null;
}

/** Minutes of a city's meeting are an official paper; they are in Indonesian (UU 24/2009 art. 27) whoever prints them. */
export function say(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  return text('id', `minutes.${key}`, params);
}

/** A person with his office. */
export function nameOf(person: NamedPerson): string {
  return person.title === '' ? person.name : `${person.name}, ${person.title}`;
}
