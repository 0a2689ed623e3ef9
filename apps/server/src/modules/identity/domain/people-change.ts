import type { PositionKind } from '@makaverse/contract/identity-directory';

/** From a day up to, not with, another. */
interface Period {
  readonly from: string;
  readonly to: string | null;
}

/** A registered person. */
interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
}
/** A position somebody holds, held or is to hold. */
export interface KnownPosition extends Period {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly unitId: string;
  readonly kind: PositionKind;
  readonly title: string;
  readonly acting: 'plt' | 'plh' | null;
}
/** The directory as far as a file of people touches it. */
export interface KnownDirectory {
  /** By e-mail address in small letters. */
  readonly people: ReadonlyMap<string, KnownPerson>;
  readonly positions: readonly KnownPosition[];
  /** Units that are not closed, by code, with the periods of their versions. */
  readonly units: ReadonlyMap<string, { readonly id: string; readonly periods: readonly Period[] }>;
}
/** What a good row asks for. */
export interface PersonChange extends Period {
  readonly row: number;
  readonly change: 'new' | 'changed' | 'same';
  readonly email: string;
  readonly name: string;
  /** Null leaves it as it is. */
  readonly phone: string | null;
  readonly person: KnownPerson | null;
  readonly unitId: string;
  readonly kind: PositionKind;
  readonly title: string;
  readonly acting: 'plt' | 'plh' | null;
  /** The position it changes; null for a new one. */
  readonly positionId: string | null;
}
