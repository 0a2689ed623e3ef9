import { CATCHMENT_NUMBERS, subcatchmentArrays, type RunoffRecord } from '../hydrology/runoff-record.ts';
import type { DrainageModel } from '../model/drainage-model.ts';
import { subcatchmentVariables } from '../model/results.ts';
import { flowUnits, userUnits } from '../model/units.ts';
import { outFactors } from '../out/read-out.ts';
import { InterfaceBytes, InterfaceBytesUnreadable } from './interface-bytes.ts';

/*
 * The manual calls the format internal. As files that SWMM 5.2.2 wrote show: the stamp, numbers of catchments and pollutants, code of the
 * flow unit, number of steps; then for each step its length (s) and for each catchment the variables of a binary `.out` in its units.
 */
const STAMP = 'SWMM5-RUNOFF';
const HEADER_BYTES = STAMP.length + 4 * 4;
const VARIABLES = subcatchmentVariables.length;
/** The variables that this engine computes, in the order of a `CatchmentRecord`. */
const COMPUTED = (['rainfall', 'evaporation', 'infiltration', 'runoff'] as const).map((variable) => ({
  variable,
  place: subcatchmentVariables.indexOf(variable),
}));

/**
 * Reads a runoff interface file of SWMM 5.2 (`USE RUNOFF`) that belongs to a model; it begins with the run.
 *
 * What stands on the catchments is not in the file: the record's balance counts as stored at the end what neither evaporated, nor seeped
 * away, nor ran off.
 *
 * @throws InterfaceBytesUnreadable where the file is of another model, has pollutants or other units, or ends before the run
 * @example run(model, null, { runoff: readRunoffFile(bytes, model) })
 */
export function readRunoffFile(bytes: Uint8Array, model: DrainageModel): RunoffRecord {
  const { options, subcatchments, nodes } = model;
  const file = new InterfaceBytes(bytes, STAMP);
  const count = subcatchments.length;
  file.integer(`the model's number of catchments, ${count}`, count, count);
  file.integer('no pollutants, since water quality is left out', 0, 0);
  const unit = flowUnits.indexOf(options.flowUnit);
  file.integer(`the model's flow unit, ${options.flowUnit} (${unit})`, unit, unit);
  const steps = file.integer('the number of steps', 0, Math.floor((bytes.length - HEADER_BYTES) / (4 + 4 * VARIABLES * count)));
  const factors = outFactors(userUnits(options.flowUnit)).subcatchments;
  const names = new Set(nodes.map(({ name }) => name));
  const outlets = [...new Set(subcatchments.map(({ outlet }) => outlet))].filter((outlet) => names.has(outlet));
  const place = subcatchments.map(({ outlet }) => outlets.indexOf(outlet));
  const times = [options.start];
  const flows = [new Float32Array(outlets.length)];
  const catchments = [new Float32Array(count * CATCHMENT_NUMBERS)];
  for (let k = 0; k < steps; k += 1) {
    const at = file.at;
    const dt = file.float('the length of a step in seconds');
    if (!(dt > 0)) throw new InterfaceBytesUnreadable(at, `expected the length of a step in seconds, found ${dt}`);
    const numbers = new Float32Array(count * CATCHMENT_NUMBERS);
    const flow = new Float32Array(outlets.length);
    for (let s = 0; s < count; s += 1) {
      const values = subcatchmentVariables.map(
        (variable) => file.float(`${variable} of the catchment ${subcatchments[s]!.name}`) * factors[variable],
      );
      COMPUTED.forEach(({ place: from }, index) => (numbers[s * CATCHMENT_NUMBERS + index] = values[from]!));
      if (place[s]! >= 0) flow[place[s]!]! += numbers[s * CATCHMENT_NUMBERS + 3]!;
    }
    times.push(times.at(-1)! + dt);
    flows.push(flow);
    catchments.push(numbers);
  }
  if (times.at(-1)! < options.end - 1e-6) {
    const hours = (times.at(-1)! - options.start) / 3600;
    throw new InterfaceBytesUnreadable(file.at, `expected runoff up to the end of the run, found ${hours.toFixed(2)} hours of it`);
  }
  return { nodes: outlets, times, flows, catchments, ...summed(model, times, catchments) };
}

/** Sums of what the catchments did. */
function summed(
  { subcatchments }: DrainageModel,
  times: readonly number[],
  catchments: readonly Float32Array[],
): Pick<RunoffRecord, 'balance' | 'statistics'> {
  const statistics = subcatchmentArrays(subcatchments.length);
  const known = new Set(subcatchments.map(({ name }) => name));
  const sums = { rainfall: 0, evaporation: 0, infiltration: 0, runoff: 0 };
  subcatchments.forEach(({ area, outlet }, s) => {
    const at = s * CATCHMENT_NUMBERS;
    for (let k = 1; k < times.length; k += 1) {
      const dt = times[k]! - times[k - 1]!;
      const [rain, evaporation, infiltration, runoff] = catchments[k]!.subarray(at, at + CATCHMENT_NUMBERS);
      statistics.rainfall[s]! += rain! * area * dt;
      statistics.evaporation[s]! += evaporation! * area * dt;
      statistics.infiltration[s]! += infiltration! * area * dt;
      statistics.runoff[s]! += 0.5 * (catchments[k - 1]![at + 3]! + runoff!) * dt;
      statistics.maximumRunoff[s] = Math.max(statistics.maximumRunoff[s]!, runoff!);
    }
    sums.rainfall += statistics.rainfall[s]!;
    sums.evaporation += statistics.evaporation[s]!;
    sums.infiltration += statistics.infiltration[s]!;
    if (!known.has(outlet)) sums.runoff += statistics.runoff[s]!;
  });
  const finalStorage = sums.rainfall - sums.evaporation - sums.infiltration - sums.runoff;
  return { statistics, balance: { ...sums, runon: 0, initialStorage: 0, finalStorage, continuityError: 0 } };
}

/**
 * Writes the runoff of a run as a runoff interface file of SWMM 5.2 (`SAVE RUNOFF`).
 *
 * @param record of a run with `keepsRunoff: 'catchments'`
 * @throws TypeError where the record holds no catchments
 * @example await writeFile('runoff.rof', writeRunoffFile(simulation.runoffRecord(), model))
 */
export function writeRunoffFile({ times, catchments }: RunoffRecord, { options, subcatchments }: DrainageModel): Uint8Array {
  if (catchments === null) throw new TypeError("The record holds no catchments: run the model with keepsRunoff: 'catchments'.");
  const count = subcatchments.length;
  const bytes = new Uint8Array(HEADER_BYTES + (times.length - 1) * (4 + 4 * VARIABLES * count));
  const view = new DataView(bytes.buffer);
  new TextEncoder().encodeInto(STAMP, bytes);
  [count, 0, flowUnits.indexOf(options.flowUnit), times.length - 1].forEach((value, k) => view.setInt32(STAMP.length + 4 * k, value, true));
  const factors = outFactors(userUnits(options.flowUnit)).subcatchments;
  let at = HEADER_BYTES;
  for (let k = 1; k < times.length; k += 1) {
    view.setFloat32(at, times[k]! - times[k - 1]!, true);
    at += 4;
    for (let s = 0; s < count; s += 1) {
      COMPUTED.forEach(({ variable, place }, index) => {
        view.setFloat32(at + 4 * place, catchments[k]![s * CATCHMENT_NUMBERS + index]! / factors[variable], true);
      });
      at += 4 * VARIABLES;
    }
  }
  return bytes;
}
