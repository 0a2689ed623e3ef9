import type { Climate } from '../model/rain.ts';

/** What a climate file may say of a day. */
type Quantity = 'highest' | 'lowest' | 'evaporation';

/** Gathers the days of a climate file, whose lines may tell one quantity of many days or all of one day. */
export class ClimateDays {
  readonly #days = new Map<number, Record<Quantity, number | null>>();

  /** @param value degrees C or m/s; null where nothing was measured */
  set(moment: number, quantity: Quantity, value: number | null): void {
    let day = this.#days.get(moment);
    if (day === undefined) this.#days.set(moment, (day = { highest: null, lowest: null, evaporation: null }));
    if (value !== null) day[quantity] = value;
  }

  days(): Climate['days'] {
    return Array.from(this.#days, ([moment, day]) => ({ moment, ...day })).toSorted((a, b) => a.moment - b.moment);
  }
}

/** Degrees C of degrees F. */
export function celsius(fahrenheit: number): number {
  return ((fahrenheit - 32) * 5) / 9;
}
