import { instantAt } from '@makaverse/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earliestDay, tooEarly } from './days.ts';
import { directiveNumber, meetingLabel, yearLabel } from './directive-number.ts';
import { noticesOf } from './notices.ts';
import { shorten } from './shorten.ts';
import { spread } from './spread.ts';
import { urgencyOf } from './urgency.ts';

describe('numbers', () => {
  it('carry the day of the meeting, and tell two meetings of a day apart', () => {
    expect(directiveNumber(meetingLabel('2022-03-15', 0), 7)).toBe('A-2022-03-15/07');
    expect(directiveNumber(meetingLabel('2022-03-15', 1), 120)).toBe('A-2022-03-15.2/120');
    expect(directiveNumber(yearLabel('2022-03-15'), 1)).toBe('A-2022/01');
  });
});

describe('days', () => {
  it('lie neither before the meeting nor before today', () => {
    expect(earliestDay('2022-03-15', '2022-03-16')).toBe('2022-03-16');
    expect(earliestDay('2022-03-16', '2022-03-15')).toBe('2022-03-16');
    const given = [
      { path: 'deadline', day: '2022-03-14' },
      { path: 'nominationDueOn', day: '2022-03-15' },
      { path: 'addressees.0.nominationDueOn', day: null },
      { path: 'addressees.1.nominationDueOn', day: undefined },
    ];
    expect(tooEarly(given, '2022-03-15')).toEqual(['deadline']);
  });
});

describe('spreading', () => {
  const kelurahan = new Map([
    ['camat-a', ['a1', 'a2']],
    ['camat-b', ['b1']],
  ]);
  const world = () => {
    let made = 0;
    return { newId: () => `t${(made += 1)}`, kelurahanOf: (unitId: string) => kelurahan.get(unitId) ?? [] };
  };
  const directive = {
    id: 'd',
    deadline: '2022-04-14',
    isCascading: true,
    addressees: [
      { unitId: 'pu', picId: 'p', nominationDueOn: null },
      { unitId: 'camat-a', picId: null, nominationDueOn: '2022-03-18' },
      { unitId: 'b1', picId: null, nominationDueOn: '2022-03-18' },
      { unitId: 'camat-b', picId: null, nominationDueOn: '2022-03-18' },
    ],
  };

  it('asks each unit once, kelurahan through their kecamatan unless they are asked themselves', () => {
    const tasks = spread(directive, world());
    expect(tasks.map((task) => [task.unitId, task.parentId])).toEqual([
      ['pu', null],
      ['camat-a', null],
      ['b1', null],
      ['camat-b', null],
      ['a1', 't2'],
      ['a2', 't2'],
    ]);
    expect(tasks.map((task) => task.nominateBy?.toISOString() ?? null)).toEqual([
      null,
      ...Array<string>(3).fill('2022-03-18T08:00:00.000Z'),
      null,
      null,
    ]);
  });

  it('stays with the addressed units when the directive does not cascade', () => {
    expect(spread({ ...directive, isCascading: false }, world())).toHaveLength(4);
  });
});

describe('notices', () => {
  const task = {
    sentAt: instantAt('2022-03-16', '01:50'),
    seenAt: null,
    acknowledgedAt: null,
    namedAt: null,
    picId: null,
    reportedAt: null,
    doneAt: null,
    acknowledgeBy: instantAt('2022-03-18', '16:00'),
    nominateBy: instantAt('2022-03-17', '16:00'),
    deadlineAt: instantAt('2022-03-21', '16:00'),
  };
  const said = (date: string): string[] => noticesOf(task, instantAt(date, '07:00')).map((one) => `${one.step}:${one.kind}`);

  it('warn the working day before, tell of the miss, then climb', () => {
    expect(said('2022-03-16')).toEqual([]);
    expect(said('2022-03-17')).toEqual(['acknowledged:due-soon']);
    expect(said('2022-03-18')).toEqual(['acknowledged:due-soon', 'reported:due-soon']);
    expect(said('2022-03-21')).toEqual(['acknowledged:overdue', 'reported:due-soon']);
    expect(said('2022-03-23')).toEqual(['acknowledged:unit-head', 'reported:overdue']);
    expect(said('2022-04-20')).toEqual(['acknowledged:mayor', 'reported:mayor']);
  });

  it('leave naming a person to the nominations', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2022-03-16'), max: new Date('2022-12-01'), noInvalidDate: true }), (now) => {
        expect(noticesOf(task, now).every((one) => one.dueAt !== task.nominateBy)).toBe(true);
      }),
    );
  });
});

describe('texts', () => {
  it('are cut at a word and never through a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 2, max: 40 }), (text, most) => {
        const short = shorten(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(short.isWellFormed()).toBe(true);
      }),
    );
    expect(shorten('bersihkan  saluran\ntersier', 18)).toBe('bersihkan saluran…');
  });
});

describe('urgency', () => {
  it('only grows as a term comes nearer and passes', () => {
    const due = instantAt('2022-03-30', '16:00');
    const moment = fc.date({ min: new Date('2022-03-01'), max: new Date('2022-09-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        expect(urgencyOf(due, later)).toBeGreaterThanOrEqual(urgencyOf(due, earlier));
      }),
    );
    expect(urgencyOf(null, due)).toBeGreaterThan(urgencyOf(instantAt('2022-06-30', '16:00'), due));
  });
});
