import {
  linkVariables,
  nodeVariables,
  subcatchmentVariables,
  systemVariables,
  type LinkVariable,
  type NodeVariable,
  type ReportedSeries,
  type ResultBlock,
  type SubcatchmentVariable,
  type SystemVariable,
} from '../model/results.ts';
import { flowUnits, userUnits, type FlowUnit, type UserUnits } from '../model/units.ts';

/** First and last number of every SWMM 5 `.out`. */
export const OUT_MAGIC = 516114522;
/** Day 0 of SWMM's calendar is 1899-12-30: days from there to 1970-01-01. */
export const DAYS_TO_1970 = 25_569;
const SECONDS_PER_DAY = 86_400;

/** Thrown when bytes are no complete `.out` of SWMM 5. */
export class OutUnreadable extends Error {
  readonly code = 'out-unreadable';

  constructor(message: string) {
    super(message);
    this.name = 'OutUnreadable';
  }
}

/** SI value of one unit in which a `.out` holds a variable. */
export function outFactors(units: UserUnits): {
  readonly subcatchments: Readonly<Record<SubcatchmentVariable, number>>;
  readonly nodes: Readonly<Record<NodeVariable, number>>;
  readonly links: Readonly<Record<LinkVariable, number>>;
  readonly system: Readonly<Record<SystemVariable, number>>;
} {
  const { length, flow, rainRate, rainDepth, volume } = units;
  const evaporation = rainDepth / SECONDS_PER_DAY;
  return {
    subcatchments: {
      rainfall: rainRate,
      snowDepth: rainDepth,
      evaporation,
      infiltration: rainRate,
      runoff: flow,
      groundwaterFlow: flow,
      groundwaterLevel: length,
      soilMoisture: 1,
    },
    nodes: { depth: length, head: length, volume, lateralInflow: flow, inflow: flow, flooding: flow },
    links: { flow, depth: length, velocity: length, volume, capacity: 1 },
    system: {
      temperature: 1,
      rainfall: rainRate,
      snowDepth: rainDepth,
      infiltration: rainRate,
      runoff: flow,
      dryWeatherFlow: flow,
      groundwaterFlow: flow,
      rdii: flow,
      externalInflow: flow,
      totalInflow: flow,
      flooding: flow,
      outflow: flow,
      storage: volume,
      evaporation,
      potentialEvaporation: evaporation,
    },
  };
}

/** Reads int32 and names one after the other, and refuses to leave the file. */
class Cursor {
  readonly #view: DataView;
  at: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.at = at;
  }

  int(): number {
    if (this.at < 0 || this.at + 4 > this.#view.byteLength)
      throw new OutUnreadable(`The file ends at byte ${this.#view.byteLength}, expected a number at ${this.at}.`);
    this.at += 4;
    return this.#view.getInt32(this.at - 4, true);
  }

  /** A count; every counted thing takes at least `bytesEach`, which bounds it. */
  count(what: string, bytesEach: number): number {
    const value = this.int();
    if (value < 0 || value * bytesEach > this.#view.byteLength) throw new OutUnreadable(`The file says it holds ${value} ${what}.`);
    return value;
  }

  names(count: number): string[] {
    const decoder = new TextDecoder();
    return Array.from({ length: count }, () => {
      const length = this.count('letters of a name', 1);
      if (this.at + length > this.#view.byteLength) throw new OutUnreadable('The file ends inside a name.');
      this.at += length;
      return decoder.decode(new Uint8Array(this.#view.buffer, this.#view.byteOffset + this.at - length, length));
    });
  }
}

/**
 * Reads a binary `.out` of SWMM 5, of any version 5.x, into SI.
 *
 * @param bytes the whole file
 * @throws OutUnreadable when the file is cut off or of another kind
 * @see SWMM 5 Interfacing Guide
 * @example const { nodes, times } = readOut(bytes); nodes.values.depth[period * nodes.names.length + node]
 */
export function readOut(bytes: Uint8Array): ReportedSeries {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 52) throw new OutUnreadable(`The file has ${view.byteLength} bytes, too few for a SWMM output.`);
  const tail = new Cursor(view, view.byteLength - 24);
  const [names, properties, results, periods, errorCode, lastMagic] = Array.from({ length: 6 }, () => tail.int()) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const head = new Cursor(view, 0);
  if (head.int() !== OUT_MAGIC || lastMagic !== OUT_MAGIC) throw new OutUnreadable('The file is no SWMM output, or it is cut off.');
  if (errorCode !== 0) throw new OutUnreadable(`The run that wrote the file ended with error ${errorCode}.`);
  head.int();
  const flowUnit = flowUnits[head.int()];
  if (!flowUnit) throw new OutUnreadable('The file names no known flow unit.');
  const [subcatchments, nodes, links, pollutants] = [
    head.count('subcatchments', 4),
    head.count('nodes', 4),
    head.count('links', 4),
    head.count('pollutants', 4),
  ] as const;
  const cursor = new Cursor(view, names);
  const lists = [cursor.names(subcatchments), cursor.names(nodes), cursor.names(links)] as const;
  cursor.at = properties;
  const counts = variableCounts(cursor, [subcatchments, nodes, links], results, pollutants);
  return readPeriods({ view, flowUnit, lists, counts, results, periods, step: view.getInt32(results - 4, true) });
}

/** How many variables each kind of object has. They stand after the properties; both are counted in the file itself. */
function variableCounts(cursor: Cursor, objects: readonly number[], results: number, pollutants: number): [number, number, number, number] {
  for (const count of objects) {
    const properties = cursor.count('properties', 4);
    cursor.at += 4 * (properties + properties * count);
  }
  const counts = [0, 1, 2, 3].map(() => {
    const count = cursor.count('variables', 4);
    cursor.at += 4 * count;
    return count;
  }) as [number, number, number, number];
  // The start (float64) and the report step (int32) fill the rest.
  if (cursor.at + 12 !== results) throw new OutUnreadable(`The file's results begin at byte ${results}, expected ${cursor.at + 12}.`);
  if (counts.some((count) => count < pollutants && count > 0)) throw new OutUnreadable('The file has fewer variables than pollutants.');
  return counts;
}

interface Layout {
  readonly view: DataView;
  readonly flowUnit: FlowUnit;
  readonly lists: readonly [readonly string[], readonly string[], readonly string[]];
  readonly counts: readonly [number, number, number, number];
  readonly results: number;
  readonly periods: number;
  readonly step: number;
}

function readPeriods({ view, flowUnit, lists, counts, results, periods, step }: Layout): ReportedSeries {
  const bytesAPeriod = 8 + 4 * (lists[0].length * counts[0] + lists[1].length * counts[1] + lists[2].length * counts[2] + counts[3]);
  if (periods < 0 || results + periods * bytesAPeriod > view.byteLength - 24) {
    throw new OutUnreadable(`The file says it holds ${periods} periods, more than its length allows.`);
  }
  const times = Float64Array.from({ length: periods }, (_, period) => {
    const day = view.getFloat64(results + period * bytesAPeriod, true);
    // Day numbers carry noise of a millisecond, which SWMM adds so that its own rounding comes out right.
    return Math.round((day - DAYS_TO_1970) * SECONDS_PER_DAY * 100) / 100;
  });
  const factors = outFactors(userUnits(flowUnit));
  let offset = 8;
  const block = <Variable extends string>(
    names: readonly string[],
    variables: readonly Variable[],
    count: number,
    factorOf: Readonly<Record<Variable, number>>,
  ): ResultBlock<Variable> => {
    const start = results + offset;
    offset += 4 * names.length * count;
    const values = Object.fromEntries(
      variables.map((variable, index) => {
        const column = new Float32Array(periods * names.length);
        const factor = factorOf[variable];
        if (index < count) {
          for (let period = 0; period < periods; period += 1) {
            const from = start + period * bytesAPeriod + 4 * index;
            for (let object = 0; object < names.length; object += 1) {
              column[period * names.length + object] = view.getFloat32(from + 4 * count * object, true) * factor;
            }
          }
        }
        return [variable, column];
      }),
    ) as Record<Variable, Float32Array>;
    return { names, values };
  };
  return {
    flowUnit,
    times,
    reportStep: step,
    subcatchments: block(lists[0], subcatchmentVariables, counts[0], factors.subcatchments),
    nodes: block(lists[1], nodeVariables, counts[1], factors.nodes),
    links: block(lists[2], linkVariables, counts[2], factors.links),
    system: block(['system'], systemVariables, counts[3], factors.system),
  };
}
