import type { DrainageModel } from '../model/drainage-model.ts';
import { CONDUIT, type Network } from './network.ts';
import { BED_1, BED_2, FIXED, FULL } from './records.ts';

type NodePart =
  | 'invert'
  | 'rim'
  | 'surchargeDepth'
  | 'pondedArea'
  | 'crown'
  | 'pressureCrown'
  | 'isStorage'
  | 'shutsBack'
  | 'degree'
  | 'linkStart'
  | 'linkOf';

/** The node arrays of a network: rims not below the crowns that join, crowns, links by node. */
export function nodeLayout(model: DrainageModel, network: Omit<Network, NodePart>): Pick<Network, NodePart> {
  const { nodeCount, linkCount, from, to, link, modelNode } = network;
  const real = (): Float64Array => new Float64Array(nodeCount);
  const layout = {
    invert: Float64Array.from(modelNode, (at) => model.nodes[at]!.invert),
    rim: real(),
    surchargeDepth: real(),
    pondedArea: real(),
    crown: real(),
    pressureCrown: real().fill(Infinity),
    isStorage: new Uint8Array(nodeCount),
    shutsBack: new Uint8Array(nodeCount),
    degree: new Int32Array(nodeCount),
    linkStart: new Int32Array(nodeCount + 1),
    linkOf: new Int32Array(2 * linkCount),
  };
  for (let i = 0; i < linkCount; i++) {
    for (const [n, bed] of [
      [from[i]!, link[i * FIXED + BED_1]!],
      [to[i]!, link[i * FIXED + BED_2]!],
    ] as const) {
      layout.degree[n]! += 1;
      layout.linkStart[n + 1]! += 1;
      if (network.kind[i] !== CONDUIT) continue;
      layout.crown[n] = Math.max(layout.crown[n]!, bed - layout.invert[n]! + link[i * FIXED + FULL]!);
    }
  }
  for (let n = 0; n < nodeCount; n++) {
    layout.linkStart[n + 1]! += layout.linkStart[n]!;
    const node = model.nodes[modelNode[n]!]!;
    if (node.kind === 'outfall') {
      layout.rim[n] = layout.crown[n]!;
      layout.shutsBack[n] = node.hasFlapGate ? 1 : 0;
      continue;
    }
    layout.surchargeDepth[n] = node.surchargeDepth;
    if (node.kind === 'storage') {
      layout.isStorage[n] = 1;
      layout.rim[n] = node.maximumDepth;
      if (node.surchargeDepth > 0) layout.pressureCrown[n] = node.maximumDepth;
    } else {
      // A rim below a crown is a slip of the survey: the ground cannot lie under the pipe's top.
      layout.rim[n] = Math.max(node.maximumDepth, layout.crown[n]!);
      if (model.options.allowsPonding) layout.pondedArea[n] = node.pondedArea;
      // Nodes of open channels too, as in SWMM: above its banks a channel holds no more, and water passes on or leaves at the rim.
      if (model.options.surcharge === 'extran' && layout.crown[n]! > 0) layout.pressureCrown[n] = layout.crown[n]!;
    }
  }
  const filled = layout.linkStart.slice();
  for (let i = 0; i < linkCount; i++) {
    layout.linkOf[filled[from[i]!]!++] = i;
    layout.linkOf[filled[to[i]!]!++] = i;
  }
  return layout;
}
