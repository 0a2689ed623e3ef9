import type { Power, PositionKind, UnitKind } from '@makaverse/contract/identity-directory';

/** A position the actor holds now. `unitPath` runs from the unit itself up to the root of the tree. */
export interface HeldPosition {
  readonly positionId: string;
  readonly kind: PositionKind;
  readonly unitId: string;
  readonly unitKind: UnitKind;
  readonly unitPath: readonly string[];
}

/** A power somebody with that power handed to the actor, valid now. */
export interface HeldPower {
  readonly power: Power;
  readonly fromPersonId: string;
}

/** Who acts: a signed-in person with the positions held at this moment. Policies decide on this and the record, on nothing else. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly sessionId: string;
  readonly positions: readonly HeldPosition[];
  readonly powers: readonly HeldPower[];
}
