import { addDays, addWorkingDays, isWorkingDay, type CivilDate } from '@makaverse/calendar';

/** Turns dates into numbers of working days and back, counted once for a whole city's plans. */
export interface WorkingDayScale {
  /** Working days after the first day up to and including this one; a day off has the number of the working day before it. */
  numberOf(date: CivilDate): number;
  dateOf(number: number): CivilDate;
}

/** A scale over the days from `first` to `last`; beyond them it counts day by day. */
export function workingDayScale(first: CivilDate, last: CivilDate): WorkingDayScale {
  const numbers = new Map<CivilDate, number>([[first, 0]]);
  const dates: CivilDate[] = [first];
  for (let day = first; day < last;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) dates.push(day);
    numbers.set(day, dates.length - 1);
  }
  return {
    numberOf: (date) => {
      const known = numbers.get(date);
      if (known === undefined) throw new RangeError(`${date} lies outside the scale from ${first} to ${last}.`);
      return known;
    },
    dateOf: (number) => {
      const known = dates[number];
      if (known !== undefined) return known;
      const beyond = number < 0 ? number : number - (dates.length - 1);
      return addWorkingDays(number < 0 ? first : dates.at(-1)!, beyond);
    },
  };
}
