import { describe, expect, it } from 'vitest';
import { presence } from './presence.ts';

const comer = (unitId: string, hasLeft = false): { unitId: string; hasLeft: boolean } => ({ unitId, hasLeft });
const invitedUnitIds = ['pu', 'health', 'water'];

describe('presence', () => {
  it('counts who is here, and names the units from which nobody came', () => {
    const here = presence([comer('pu'), comer('pu', true), comer('health', true)], { invitedUnitIds, isOver: false });
    expect(here).toEqual({ people: 1, units: 1, absentUnitIds: ['water'] });
  });

  it('counts everybody who came once the meeting is over', () => {
    const came = presence([comer('pu'), comer('pu', true), comer('health', true)], { invitedUnitIds, isOver: true });
    expect(came).toEqual({ people: 3, units: 2, absentUnitIds: ['water'] });
  });

  it('counts a chair from a unit that was not invited as a person only', () => {
    const came = presence([comer('mayor')], { invitedUnitIds, isOver: false });
    expect(came).toEqual({ people: 1, units: 0, absentUnitIds: invitedUnitIds });
  });
});
