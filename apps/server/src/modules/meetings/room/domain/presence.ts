/** Someone who came, as far as counting goes. */
export interface Comer {
  readonly unitId: string;
  readonly hasLeft: boolean;
}

/** How many are here. */
export interface Presence {
  readonly people: number;
  /** Invited units of which somebody is here. */
  readonly units: number;
  /** Invited units from which nobody came. */
  readonly absentUnitIds: readonly string[];
}

/**
 * Counts a meeting's people. While it runs, those who left do not count; once it is over, everybody who came does. Who serves the meeting
 * may come from a unit that was not invited: he counts as a person, his unit does not.
 */
export function presence(comers: readonly Comer[], meeting: { invitedUnitIds: readonly string[]; isOver: boolean }): Presence {
  const counted = comers.filter((one) => meeting.isOver || !one.hasLeft);
  const here = new Set(counted.map((one) => one.unitId));
  const came = new Set(comers.map((one) => one.unitId));
  return {
    people: counted.length,
    units: meeting.invitedUnitIds.filter((id) => here.has(id)).length,
    absentUnitIds: meeting.invitedUnitIds.filter((id) => !came.has(id)),
  };
}
