import type { InterfaceInflow } from '../model/inflows.ts';
import { flowUnits, userUnits, type FlowUnit } from '../model/units.ts';
import { momentOf } from '../inp/moments.ts';
import { numberIn } from '../inp/row.ts';
import { wordsIn } from '../inp/split-sections.ts';

/** Thrown when a text is no routing interface file. `line` counts from 1. */
export class InterfaceFileUnreadable extends Error {
  override readonly name = 'InterfaceFileUnreadable';
  readonly code = 'interface-file-unreadable';
  readonly line: number;

  constructor(line: number, message: string) {
    super(`Line ${line} of the interface file: ${message}.`);
    this.line = line;
  }
}

/** Most constituents and nodes a file may announce. */
const MOST = 1_000_000;

function countIn(lines: readonly string[], at: number, what: string): number {
  const count = numberIn(wordsIn(lines[at] ?? '')[0] ?? '');
  if (count === null || !Number.isInteger(count) || count < 1 || count > MOST)
    throw new InterfaceFileUnreadable(at + 1, `expected the number of ${what}`);
  return count;
}

/**
 * Reads a routing interface file of SWMM 5 (User's Manual, section 11.7): flows of nodes of one model that flow into nodes of the same name
 * of another. Water quality in it is passed over.
 *
 * @returns by node, in the order of the file; flows in m3/s
 * @throws InterfaceFileUnreadable with the line and what was expected there
 * @example readInflowsFile(text)[0].node // 'OUT'
 */
export function readInflowsFile(text: string): InterfaceInflow[] {
  return readInflowTable(text).inflows.map((inflow) => ({ ...inflow, source: 'routing' }));
}

/** Flows by node in m3/s at the moments given, and the step of the file, s. */
interface InflowTable {
  readonly step: number;
  readonly inflows: readonly { readonly node: string; readonly times: readonly number[]; readonly flows: readonly number[] }[];
}

/** The text that routing and RDII interface files share. */
export function readInflowTable(text: string): InflowTable {
  const lines = text.split(/\r?\n/);
  if (!/^SWMM5/i.test(lines[0] ?? '')) throw new InterfaceFileUnreadable(1, 'expected "SWMM5 Interface File"');
  const step = numberIn(wordsIn(lines[2] ?? '')[0] ?? '');
  if (step === null || step <= 0) throw new InterfaceFileUnreadable(3, 'expected the time step in seconds');
  const constituents = countIn(lines, 3, 'constituents');
  let flowAt = -1;
  let unit: FlowUnit | undefined;
  for (let k = 0; k < constituents; k += 1) {
    const [name, unitWord] = wordsIn((lines[4 + k] ?? '').toUpperCase());
    if (name !== 'FLOW') continue;
    flowAt = k;
    unit = flowUnits.find((one) => one === unitWord);
    if (unit === undefined) throw new InterfaceFileUnreadable(5 + k, `expected a flow unit (${flowUnits.join(', ')})`);
  }
  if (unit === undefined) throw new InterfaceFileUnreadable(5, 'expected FLOW among the constituents');
  const nodesAt = 4 + constituents;
  const count = countIn(lines, nodesAt, 'nodes');
  const { flow } = userUnits(unit);
  const inflows = new Map<string, { node: string; times: number[]; flows: number[] }>();
  for (let at = nodesAt + 2 + count; at < lines.length; at += 1) {
    const words = wordsIn(lines[at]!);
    if (words.length === 0) continue;
    const [year, month, day, hour, minute, second] = words.slice(1, 7).map(numberIn);
    const value = numberIn(words[7 + flowAt] ?? '');
    const moment = momentOf(year, month, day, hour, minute, second);
    if (moment === null || value === null)
      throw new InterfaceFileUnreadable(at + 1, 'expected a node, year, month, day, hour, minute, second and its flow');
    const key = words[0]!.toUpperCase();
    let inflow = inflows.get(key);
    if (inflow === undefined) inflows.set(key, (inflow = { node: words[0]!, times: [], flows: [] }));
    if (moment < (inflow.times.at(-1) ?? -Infinity)) throw new InterfaceFileUnreadable(at + 1, `expected times of ${words[0]!} to rise`);
    inflow.times.push(moment);
    inflow.flows.push(value * flow);
  }
  return { step, inflows: [...inflows.values()] };
}
