import { shortened } from '../inp/row.ts';
import { passedOver, RainFileUnreadable, stationList, type ReadRain } from './rain-file-notes.ts';

/** Values from here on stand for missing ones. */
const MISSING = 99_999;
/** Flags of missing and deleted periods and their ends (NCDC documentation of DSI-3240, topic 6). */
const GONE: ReadonlySet<string> = new Set(['M', '[', ']', '{', '}']);

type Station = { readonly times: number[]; readonly depths: number[]; missing: number; accumulatesFrom: number | null };

/** Gathers the values of a climate archive, station by station: the file itself says of which interval and unit they are. */
export class ArchivedRain {
  readonly #stations = new Map<string, Station>();
  /** s */
  #interval = 3600;
  readonly bad: number[] = [];

  /**
   * Takes a value in.
   *
   * @param end end of the period in which it fell, s since 1970
   * @param depth m
   * @param raw the number as the file has it
   * @param flag of measurement: `a` begins a period whose sum stands at its end under `A`
   */
  add(line: number, name: string, end: number, interval: number, raw: number, depth: number, flag: string): void {
    let station = this.#stations.get(name);
    if (station === undefined) this.#stations.set(name, (station = { times: [], depths: [], missing: 0, accumulatesFrom: null }));
    this.#interval = interval;
    const begin = end - interval;
    if (flag === 'a') {
      station.accumulatesFrom = begin;
      return;
    }
    if (Math.abs(raw) >= MISSING || raw < 0 || GONE.has(flag)) {
      station.missing += 1;
      return;
    }
    let from = begin;
    if (flag === 'A') {
      if (station.accumulatesFrom === null || station.accumulatesFrom > begin) {
        // What fell over an unknown time would fall in one interval.
        station.missing += 1;
        return;
      }
      from = station.accumulatesFrom;
    }
    station.accumulatesFrom = null;
    if (raw === 0) return;
    if (from <= (station.times.at(-1) ?? -Infinity)) throw new RainFileUnreadable(line, `expected times of the station ${name} to rise`);
    const count = Math.round((begin - from) / interval) + 1;
    for (let k = 0; k < count; k += 1) {
      station.times.push(from + k * interval);
      station.depths.push(depth / count);
    }
  }

  /** The rain of a station; a file of one station is taken whatever the gauge calls it, as SWMM does. */
  of(wanted: string, expected: string): ReadRain {
    const isWanted = (name: string): boolean =>
      wanted
        .toUpperCase()
        .replace(/^COOP:/, '')
        .startsWith(name.toUpperCase());
    const names = [...this.#stations.keys()];
    const name = names.length === 1 ? names[0] : names.find(isWanted);
    if (name === undefined) {
      const message = names.length === 0 ? expected : `rain of the station "${shortened(wanted)}", found ${stationList(names)}`;
      throw new RainFileUnreadable(this.bad[0] ?? 1, `expected ${message}`);
    }
    const { times, depths, missing } = this.#stations.get(name)!;
    return {
      rain: { times, depths, interval: this.#interval },
      notes: [
        ...passedOver(this.bad, expected),
        ...(missing > 0 ? [`${missing} value${missing > 1 ? 's are' : ' is'} missing: no rain falls then`] : []),
      ],
    };
  }
}
