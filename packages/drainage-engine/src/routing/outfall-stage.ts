import type { NetworkState } from './network-state.ts';
import { CONDUIT, type Network } from './network.ts';
import { fallDepths, findFallDepths } from './free-fall.ts';
import { offset1, offset2 } from './link-values.ts';
import { HEAD, NODE } from './records.ts';
import type { StageSet } from './stages.ts';

/** Smaller of critical and normal depth over the outfall's invert for the link that discharges into it, m. */
function freeDepth(net: Network, state: NetworkState, i: number, isNormal: boolean): number {
  if (net.kind[i] !== CONDUIT) return 0;
  const offset = net.to[i]! >= net.outfallStart ? offset2(net, i) : offset1(net, i);
  const flow = Math.abs(state.flow[i]! / net.barrels[i]!);
  findFallDepths(net, state, i, flow);
  if (isNormal) return offset + fallDepths[1]!;
  return offset + Math.min(fallDepths[0]!, fallDepths[1]!);
}

/**
 * Sets the depth at the outfalls from `start` up to `end` (SWMM Reference Manual Vol. II, section 2.3 and eq. 3-15b): the stage where it has one, else, and where
 * the stage lies lower, the depth at which the link falls free.
 *
 * @param moment s since 1970 on the model's clock
 */
export function outfallStages(net: Network, state: NetworkState, stages: StageSet, moment: number, start: number, end: number): void {
  for (let n = start; n < end; n++) {
    const stage = stages[n - net.outfallStart]!;
    const link = net.outfallLink[n - net.outfallStart]!;
    let depth = 0;
    const offset = link < 0 ? 0 : net.to[link]! >= net.outfallStart ? offset2(net, link) : offset1(net, link);
    // A link that ends above the invert falls: nothing stands at the outfall.
    if (link >= 0 && stage.kind !== 'level' && offset <= 0) depth = freeDepth(net, state, link, stage.kind === 'normal');
    else if (stage.kind === 'level') {
      const level = stage.at(moment) - net.invert[n]!;
      depth = level;
      if (link >= 0) {
        const free = freeDepth(net, state, link, false);
        // A stage below the free surface of the link does not draw it down further; below the link's bed it stands apart.
        if (level < free) depth = offset > 0 && level < offset ? Math.max(0, level) : free;
      }
    }
    state.depth[n] = depth > 0 ? depth : 0;
    state.node[n * NODE + HEAD] = net.invert[n]! + state.depth[n]!;
  }
}
