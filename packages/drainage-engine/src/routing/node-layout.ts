import type { DrainageModel } from '../model/drainage-model.ts';
import { CONDUIT, type Network } from './network.ts';

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
  const { nodeCount, linkCount, from, to, sections, modelNode } = network;
  const real = (): Float64Array => new Float64Array(nodeCount);
  const layout = {
    invert: real(),
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
    for (const [n, offset] of [
      [from[i]!, network.offset1[i]!],
      [to[i]!, network.offset2[i]!],
    ] as const) {
      layout.degree[n]! += 1;
      layout.linkStart[n + 1]! += 1;
      if (network.kind[i] !== CONDUIT) continue;
      layout.crown[n] = Math.max(layout.crown[n]!, offset + sections.fullDepth[i]!);
    }
  }
  for (let n = 0; n < nodeCount; n++) {
    layout.linkStart[n + 1]! += layout.linkStart[n]!;
    const node = model.nodes[modelNode[n]!]!;
    layout.invert[n] = node.invert;
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
