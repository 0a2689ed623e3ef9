import { shortened } from '../inp/row.ts';
import type { Gauge, RainRecord } from '../model/rain.ts';

/** What a gauge says of its file: only a user-prepared one needs form, interval and unit. */
export interface RainFileTerms {
  readonly station: string;
  readonly form: Gauge['form'];
  /** s */
  readonly interval: number;
  readonly unit: 'in' | 'mm';
}

/** Rain of one station, and what of the file could not be used, in sentences. */
export interface ReadRain {
  readonly rain: RainRecord;
  readonly notes: readonly string[];
}

/** Thrown when a text is no rain file of a known format. `line` counts from 1. */
export class RainFileUnreadable extends Error {
  override readonly name = 'RainFileUnreadable';
  readonly code = 'rain-file-unreadable';
  readonly line: number;

  constructor(line: number, message: string) {
    super(`Line ${line} of the rain file: ${message}.`);
    this.line = line;
  }
}

/** A sentence on lines that were passed over; none where there are none. */
export function passedOver(lines: readonly number[], expected: string): string[] {
  if (lines.length === 0) return [];
  const places = lines.slice(0, 3).join(', ') + (lines.length > 3 ? ', …' : '');
  return [`${lines.length} line${lines.length > 1 ? 's' : ''} (${places}) passed over, expected ${expected}`];
}

/** Stations for a message. */
export function stationList(stations: Iterable<string>): string {
  const all = [...stations];
  return all.slice(0, 5).map(shortened).join(', ') + (all.length > 5 ? ` and ${all.length - 5} more` : '');
}
