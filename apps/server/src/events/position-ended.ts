import type { DomainEvent } from '#platform/context';

/** Name of the event. */
export const positionEndedEvent = 'position.ended';

/** A person no longer holds a position; rights that came with it are gone. Told once for each position. */
export interface PositionEnded {
  readonly positionId: string;
  readonly personId: string;
  readonly unitId: string;
}

/** Tells that a position ended. */
export function positionEnded(payload: PositionEnded): DomainEvent {
  return { name: positionEndedEvent, payload: { ...payload } };
}
