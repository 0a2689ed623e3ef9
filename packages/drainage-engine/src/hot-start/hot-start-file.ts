import type { Infiltration } from '../model/catchments.ts';
import type { DrainageModel } from '../model/drainage-model.ts';
import type { HotStart, SubcatchmentState } from '../model/hot-start.ts';
import { flowUnits, METRES_PER_FOOT } from '../model/units.ts';

/** First letters of a hot start file of SWMM 5.1 and 5.2. Numbers follow little-endian, in feet and cubic feet whatever the model's units. */
const STAMP = 'SWMM5-HOTSTART4';
const HEADER_BYTES = STAMP.length + 6 * 4;
const SUBCATCHMENT_BYTES = 10 * 8;
const SOIL_NUMBERS = 6;
const CUBIC_METRES_PER_CUBIC_FOOT = METRES_PER_FOOT ** 3;

/** Thrown when bytes are no hot start of this model. */
export class HotStartUnreadable extends Error {
  readonly code = 'hot-start-unreadable';

  constructor(message: string) {
    super(message);
    this.name = 'HotStartUnreadable';
  }
}

/** Where the file keeps each number of a soil's state, and its unit in SI; our order is that of `SubcatchmentState.soil`. */
function soilLayout({ method }: Infiltration): readonly (readonly [number, number])[] {
  const foot = METRES_PER_FOOT;
  // Retention, rain and infiltration of the event, retention at its start, rate, pause; the file has the pause fourth.
  if (method === 'curve-number') return [[0, foot], [1, foot], [2, foot], [4, foot], [5, foot], [3, 1]]; // prettier-ignore
  // Time on the curve, infiltrated height.
  if (method === 'horton' || method === 'modified-horton') return [[0, 1], [1, foot]]; // prettier-ignore
  // Deficit, infiltrated height, water in the upper zone, whether saturated, time to the next event.
  return [[0, 1], [1, foot], [2, foot], [3, 1], [4, 1]]; // prettier-ignore
}

function sizeOf(model: DrainageModel): number {
  const storages = model.nodes.filter(({ kind }) => kind === 'storage').length;
  return HEADER_BYTES + model.subcatchments.length * SUBCATCHMENT_BYTES + model.nodes.length * 8 + storages * 4 + model.links.length * 12;
}

/**
 * Reads a hot start file of SWMM 5.2 that belongs to a model.
 *
 * The layout was found by comparing files that SWMM wrote with its results; it has no published description.
 *
 * @throws HotStartUnreadable when the file is of another model, or of one with snow, groundwater or water quality
 * @example run(model, null, { hotStart: readHotStart(bytes, model) })
 */
export function readHotStart(bytes: Uint8Array, model: DrainageModel): HotStart {
  const stamp = new TextDecoder('latin1').decode(bytes.subarray(0, STAMP.length));
  if (stamp !== STAMP) throw new HotStartUnreadable(`Expected a file that begins with ${STAMP}.`);
  if (bytes.length !== sizeOf(model)) {
    throw new HotStartUnreadable(
      `The file has ${bytes.length} bytes, expected ${sizeOf(model)} for this model without snow, groundwater and quality.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [subcatchments, , nodes, links, pollutants] = [0, 1, 2, 3, 4].map((index) => view.getInt32(STAMP.length + 4 * index, true));
  if (subcatchments !== model.subcatchments.length || nodes !== model.nodes.length || links !== model.links.length || pollutants !== 0) {
    throw new HotStartUnreadable(
      `The file is of a model with ${subcatchments} catchments, ${nodes} nodes, ${links} links and ${pollutants} pollutants.`,
    );
  }
  let at = HEADER_BYTES;
  const finite = (value: number, size: number): number => {
    if (!Number.isFinite(value)) throw new HotStartUnreadable(`Byte ${at} of the hot start file: expected a number, found ${value}.`);
    at += size;
    return value;
  };
  const double = (factor: number): number => finite(view.getFloat64(at, true), 8) * factor;
  const float = (factor: number): number => finite(view.getFloat32(at, true), 4) * factor;
  return {
    subcatchments: model.subcatchments.map(({ infiltration }): SubcatchmentState => {
      const depths = [double(METRES_PER_FOOT), double(METRES_PER_FOOT), double(METRES_PER_FOOT)] as const;
      const runoff = double(CUBIC_METRES_PER_CUBIC_FOOT);
      const file = Array.from({ length: SOIL_NUMBERS }, () => double(1));
      return { depths, runoff, soil: soilLayout(infiltration).map(([index, factor]) => file[index]! * factor) };
    }),
    nodes: model.nodes.map(({ kind }) => {
      const state = { depth: float(METRES_PER_FOOT), lateralInflow: float(CUBIC_METRES_PER_CUBIC_FOOT) };
      // A storage has its residence time besides, which only water quality needs.
      if (kind === 'storage') float(1);
      return state;
    }),
    links: model.links.map(() => ({ flow: float(CUBIC_METRES_PER_CUBIC_FOOT), depth: float(METRES_PER_FOOT), setting: float(1) })),
  };
}

/**
 * Writes a state as a hot start file that SWMM 5.2 reads.
 *
 * @throws HotStartUnreadable when the state is not one of this model
 * @example await writeFile('end.hsf', writeHotStart(simulation.hotStart(), model))
 */
export function writeHotStart(state: HotStart, model: DrainageModel): Uint8Array {
  if (state.nodes.length !== model.nodes.length || state.links.length !== model.links.length) {
    throw new HotStartUnreadable('The state has another number of nodes or links than the model.');
  }
  const bytes = new Uint8Array(sizeOf(model));
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(STAMP));
  const counts = [model.subcatchments.length, 0, model.nodes.length, model.links.length, 0, flowUnits.indexOf(model.options.flowUnit)];
  counts.forEach((count, index) => view.setInt32(STAMP.length + 4 * index, count, true));
  let at = HEADER_BYTES;
  const double = (value: number): void => view.setFloat64((at += 8) - 8, value, true);
  const float = (value: number): void => view.setFloat32((at += 4) - 4, value, true);
  model.subcatchments.forEach(({ infiltration }, index) => {
    const { depths, runoff, soil } = state.subcatchments[index] ?? { depths: [0, 0, 0] as const, runoff: 0, soil: [] };
    for (const depth of depths) double(depth / METRES_PER_FOOT);
    double(runoff / CUBIC_METRES_PER_CUBIC_FOOT);
    const file = Array.from({ length: SOIL_NUMBERS }, () => 0);
    soilLayout(infiltration).forEach(([place, factor], own) => (file[place] = (soil[own] ?? 0) / factor));
    file.forEach(double);
  });
  model.nodes.forEach(({ kind }, index) => {
    float(state.nodes[index]!.depth / METRES_PER_FOOT);
    float(state.nodes[index]!.lateralInflow / CUBIC_METRES_PER_CUBIC_FOOT);
    if (kind === 'storage') float(0);
  });
  for (const { flow, depth, setting } of state.links) {
    float(flow / CUBIC_METRES_PER_CUBIC_FOOT);
    float(depth / METRES_PER_FOOT);
    float(setting);
  }
  return bytes;
}
