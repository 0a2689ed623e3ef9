import type { InterfaceInflow } from '../model/inflows.ts';
import { METRES_PER_FOOT } from '../model/units.ts';
import { DAYS_TO_1970 } from '../out/read-out.ts';
import { beginsWith, InterfaceBytes, InterfaceBytesUnreadable } from './interface-bytes.ts';
import { readInflowTable } from './read-inflows-file.ts';

/*
 * SWMM itself saves RDII in a binary format that the manual calls internal. As files that SWMM 5.2.2 wrote show: the stamp, the step (s), the
 * number of nodes, their places among the nodes of the model, then records of a date (days since 1899-12-30) and a flow for each node in
 * cubic feet a second, whatever the model's units.
 */
const STAMP = 'SWMM5-RDII';
const CUBIC_FOOT = METRES_PER_FOOT ** 3;
const SECONDS_PER_DAY = 86_400;
const LONGEST_STEP = 366 * SECONDS_PER_DAY;

/**
 * Reads a file of rain-dependent inflow and infiltration (`USE RDII`): text as users prepare it (User's Manual, section 11.7), or binary as
 * SWMM 5.2 saves it. A flow holds from its date on over the file's step, as a run of SWMM 5.2.2 shows.
 *
 * @param nodes names of the model's nodes, in its order: the binary format counts them
 * @returns steps as pairs of points at one moment; flows in m3/s
 * @throws InterfaceFileUnreadable, InterfaceBytesUnreadable with the place and what was expected there
 * @example readRdiiFile(bytes, model.nodes.map(({ name }) => name))[0].node // 'J1'
 */
export function readRdiiFile(bytes: Uint8Array, nodes: readonly string[]): InterfaceInflow[] {
  if (beginsWith(bytes, STAMP)) return readBinary(new InterfaceBytes(bytes, STAMP), nodes);
  const { step, inflows } = readInflowTable(new TextDecoder().decode(bytes));
  return inflows.map(({ node, times, flows }) => ({ node, source: 'rdii', ...held(times, flows, step) }));
}

function readBinary(file: InterfaceBytes, nodes: readonly string[]): InterfaceInflow[] {
  const step = file.integer('a step in seconds', 1, LONGEST_STEP);
  const count = file.integer('the number of nodes', 0, nodes.length);
  const places = Array.from({ length: count }, () => file.integer('the place of a node', 0, nodes.length - 1));
  const times: number[] = [];
  const flows = places.map((): number[] => []);
  while (file.at < file.length) {
    const at = file.at;
    const time = Math.round((file.double('a date') - DAYS_TO_1970) * SECONDS_PER_DAY);
    if (time <= (times.at(-1) ?? -Infinity)) throw new InterfaceBytesUnreadable(at, 'expected dates to rise');
    times.push(time);
    for (const list of flows) list.push(file.float('a flow') * CUBIC_FOOT);
  }
  return places.map((place, k) => ({ node: nodes[place]!, source: 'rdii', ...held(times, flows[k]!, step) }));
}

/** Flows that hold over a step, as points of a line. */
function held(times: readonly number[], flows: readonly number[], step: number): { readonly times: number[]; readonly flows: number[] } {
  const points: { times: number[]; flows: number[] } = { times: [], flows: [] };
  const push = (time: number, flow: number): void => {
    points.times.push(time);
    points.flows.push(flow);
  };
  times.forEach((time, k) => {
    const next = times[k + 1] ?? Infinity;
    const until = Math.min(next, time + step);
    push(time, flows[k]!);
    push(until, flows[k]!);
    if (until < next) {
      push(until, 0);
      if (next < Infinity) push(next, 0);
    }
  });
  return points;
}
