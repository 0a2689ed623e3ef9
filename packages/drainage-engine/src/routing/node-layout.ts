import type { DrainageModel } from '../model/drainage-model.ts';
import { CONDUIT, ENDS_ONE, IS_STORAGE, PONDS, SHUTS_BACK, type Network } from './network.ts';
import { BED_1, BED_2, FIXED, FULL } from './records.ts';

type NodePart =
  | 'invert'
  | 'rim'
  | 'surchargeDepth'
  | 'crown'
  | 'pressureCrown'
  | 'traits'
  | 'storeOf'
  | 'storeCount'
  | 'pondedArea'
  | 'outfallLink';

/** The node arrays of a network: rims not below the crowns that join, crowns, what few nodes have. */
export function nodeLayout(model: DrainageModel, network: Omit<Network, NodePart>): Pick<Network, NodePart> {
  const { nodeCount, outfallStart, linkCount, from, to, link, modelNode } = network;
  const real = (): Float64Array => new Float64Array(nodeCount);
  const invert = Float64Array.from(modelNode, (at) => model.nodes[at]!.invert);
  const crown = real();
  const ends = new Int32Array(nodeCount);
  const outfallLink = new Int32Array(nodeCount - outfallStart).fill(-1);
  for (let i = 0; i < linkCount; i++) {
    for (const [n, bed] of [
      [from[i]!, link[i * FIXED + BED_1]!],
      [to[i]!, link[i * FIXED + BED_2]!],
    ] as const) {
      ends[n]! += 1;
      if (n >= outfallStart && outfallLink[n - outfallStart] === -1) outfallLink[n - outfallStart] = i;
      if (network.kind[i] === CONDUIT) crown[n] = Math.max(crown[n]!, bed - invert[n]! + link[i * FIXED + FULL]!);
    }
  }
  const rim = real();
  const pressureCrown = real().fill(Infinity);
  const surchargeDepth = real();
  const traits = Uint8Array.from(ends, (count) => (count === 1 ? ENDS_ONE : 0));
  const storeOf = new Int32Array(nodeCount).fill(-1);
  const ponds: number[] = [];
  for (let n = 0; n < nodeCount; n++) {
    const node = model.nodes[modelNode[n]!]!;
    if (node.kind === 'outfall') {
      rim[n] = crown[n]!;
      if (node.hasFlapGate) traits[n]! |= SHUTS_BACK;
      continue;
    }
    surchargeDepth[n] = node.surchargeDepth;
    if (node.kind === 'storage') {
      traits[n]! |= IS_STORAGE;
      storeOf[n] = ponds.push(0) - 1;
      rim[n] = node.maximumDepth;
      if (node.surchargeDepth > 0) pressureCrown[n] = node.maximumDepth;
      continue;
    }
    // A rim below a crown is a slip of the survey: the ground cannot lie under the pipe's top.
    rim[n] = Math.max(node.maximumDepth, crown[n]!);
    if (model.options.allowsPonding && node.pondedArea > 0) {
      traits[n]! |= PONDS;
      storeOf[n] = ponds.push(node.pondedArea) - 1;
    }
    // Nodes of open channels too, as in SWMM: above its banks a channel holds no more, and water passes on or leaves at the rim.
    if (model.options.surcharge === 'extran' && crown[n]! > 0) pressureCrown[n] = crown[n]!;
  }
  return {
    invert,
    rim,
    surchargeDepth: surchargeDepth.some((depth) => depth !== 0) ? surchargeDepth : new Float64Array(0),
    crown,
    pressureCrown,
    traits,
    storeOf: ponds.length > 0 ? storeOf : new Int32Array(0),
    storeCount: ponds.length,
    pondedArea: Float64Array.from(ponds),
    outfallLink,
  };
}
