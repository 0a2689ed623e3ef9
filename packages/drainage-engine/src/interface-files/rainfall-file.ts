import type { DrainageModel } from '../model/drainage-model.ts';
import type { RainRecord } from '../model/rain.ts';
import { DAYS_TO_1970 } from '../out/read-out.ts';
import { InterfaceBytes, InterfaceBytesUnreadable } from './interface-bytes.ts';

/*
 * The manual calls the format internal. As files that SWMM 5.2.2 wrote show: the stamp, the number of gauges, for each its station (text in
 * 1025 bytes), interval (s) and where its data begin and end, then records of a date (days since 1899-12-30) and the rain that fell from it
 * on over the interval (inches, whatever the gauge's form and unit).
 */
const STAMP = 'SWMM5-RAIN';
const NAME_BYTES = 1025;
const GAUGE_BYTES = NAME_BYTES + 12;
const RECORD_BYTES = 12;
const INCH = 0.0254;
const SECONDS_PER_DAY = 86_400;
const LONGEST_INTERVAL = 366 * SECONDS_PER_DAY;

/**
 * Reads a rainfall interface file of SWMM 5.2 (`USE RAINFALL`).
 *
 * @returns rain by station, in capitals
 * @throws InterfaceBytesUnreadable with the byte and what was expected there
 * @example readRainfallFile(bytes).get('STA01').depths[0] // 0.0025, m
 */
export function readRainfallFile(bytes: Uint8Array): Map<string, RainRecord> {
  const file = new InterfaceBytes(bytes, STAMP);
  const count = file.integer('the number of gauges', 0, Math.floor(bytes.length / GAUGE_BYTES));
  const stations = new Map<string, RainRecord>();
  for (let k = 0; k < count; k += 1) {
    file.at = STAMP.length + 4 + k * GAUGE_BYTES;
    const name = file.text(NAME_BYTES, 'the name of a station');
    const interval = file.integer(`the interval of the station ${name} in seconds`, 1, LONGEST_INTERVAL);
    const begin = file.integer(`where the rain of the station ${name} begins`, STAMP.length + 4 + count * GAUGE_BYTES, bytes.length);
    const end = file.integer(`where the rain of the station ${name} ends`, begin, bytes.length);
    stations.set(name.toUpperCase(), { interval, ...recordsIn(file, begin, end, name) });
  }
  return stations;
}

function recordsIn(
  file: InterfaceBytes,
  begin: number,
  end: number,
  name: string,
): { readonly times: number[]; readonly depths: number[] } {
  const times: number[] = [];
  const depths: number[] = [];
  file.at = begin;
  while (file.at < end) {
    const at = file.at;
    const days = file.double(`a date of the station ${name}`);
    const depth = file.float(`rain of the station ${name}`);
    // Days hold seconds to a hundredth of a millisecond: the rest is rounding.
    const time = Math.round((days - DAYS_TO_1970) * SECONDS_PER_DAY);
    if (time <= (times.at(-1) ?? -Infinity)) throw new InterfaceBytesUnreadable(at, `expected dates of the station ${name} to rise`);
    if (depth < 0) throw new InterfaceBytesUnreadable(at + 8, `expected rain of at least 0 at the station ${name}, found ${depth}`);
    times.push(time);
    depths.push(depth * INCH);
  }
  return { times, depths };
}

/**
 * Writes the rain of a model's gauges that read files as a rainfall interface file of SWMM 5.2 (`SAVE RAINFALL`).
 *
 * @example await writeFile('rain.rff', writeRainfallFile(model))
 */
export function writeRainfallFile({ gauges }: DrainageModel): Uint8Array {
  const found = gauges.flatMap(({ source }) =>
    source.kind === 'file' && source.rain !== null ? [{ name: source.station, ...source.rain }] : [],
  );
  let at = STAMP.length + 4 + found.length * GAUGE_BYTES;
  const bytes = new Uint8Array(found.reduce((sum, { times }) => sum + times.length * RECORD_BYTES, at));
  const view = new DataView(bytes.buffer);
  const encoder = new TextEncoder();
  encoder.encodeInto(STAMP, bytes);
  view.setInt32(STAMP.length, found.length, true);
  found.forEach(({ name, interval, times, depths }, k) => {
    const head = STAMP.length + 4 + k * GAUGE_BYTES;
    encoder.encodeInto(name, bytes.subarray(head, head + NAME_BYTES - 1));
    view.setInt32(head + NAME_BYTES, interval, true);
    view.setInt32(head + NAME_BYTES + 4, at, true);
    times.forEach((time, index) => {
      view.setFloat64(at, time / SECONDS_PER_DAY + DAYS_TO_1970, true);
      view.setFloat32(at + 8, depths[index]! / INCH, true);
      at += RECORD_BYTES;
    });
    view.setInt32(head + NAME_BYTES + 8, at, true);
  });
  return bytes;
}
