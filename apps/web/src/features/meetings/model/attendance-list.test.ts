import { expect, it } from 'vitest';
import { namesIn, presenceByUnit, unitsToCheckIn, type Attendee } from './attendance-list.ts';

const came = (name: string, unitId: string, at: string, leftAt: string | null = null): Attendee => ({
  id: name,
  unit: { id: unitId, code: unitId, kind: 'agency', name: `Bagian ${unitId}`, shortName: unitId },
  person: null,
  name,
  cameAt: `2022-03-15T${at}:00+08:00`,
  leftAt,
  viaRoom: true,
});

it('groups people by unit in the order they came, the own unit first', () => {
  const list = presenceByUnit(
    [came('C', '10', '19:05'), came('A', '2', '19:00', '2022-03-15T20:00:00+08:00'), came('B', '2', '18:55'), came('D', '3', '19:00')],
    ['3'],
  );
  expect(list.map((one) => [one.unit.id, one.people.map((person) => person.name), one.present])).toEqual([
    ['3', ['D'], 1],
    ['2', ['B', 'A'], 1],
    ['10', ['C'], 1],
  ]);
});

it('reads names as people write lists of them', () => {
  expect(namesIn('1. Ahmad Basri, S.T.\n2) Siti Aminah; Dewi\n- Hasan\n\nHasan')).toEqual([
    'Ahmad Basri, S.T.',
    'Siti Aminah',
    'Dewi',
    'Hasan',
  ]);
  expect(namesIn('Ahmad, Dewi, dr. Rina, Sp.A., M.Kes.')).toEqual(['Ahmad', 'Dewi', 'dr. Rina, Sp.A., M.Kes.']);
  expect(namesIn('Siti, H. Ali, M.Si., Drs. Umar, SE, MM')).toEqual(['Siti', 'H. Ali, M.Si.', 'Drs. Umar, SE, MM']);
  expect(namesIn(' \n ,')).toEqual([]);
});

it('lets a clerk check in every invited unit, others their own', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => came('x', id, '19:00').unit);
  expect(unitsToCheckIn({ invited: [a!, b!], own: [b!, c!], isClerk: false })).toEqual([b]);
  expect(unitsToCheckIn({ invited: [a!, b!], own: [b!, c!], isClerk: true })).toEqual([b, a]);
});
