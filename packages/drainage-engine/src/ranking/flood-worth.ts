import type { DrainageModel } from '../model/drainage-model.ts';
import type { ReportedSeries } from '../model/results.ts';
import type { FlowTree } from './flow-tree.ts';
import { WaterPrices } from './water-prices.ts';

/** m3/s under which a node does not flood. */
const FLOODING = 1e-4;
/** m3/s and m that keep conductances finite where water stands. */
const LEAST_FLOW = 1e-4;
const LEAST_FALL = 1e-3;
/** m/s2 */
const GRAVITY = 9.80665;

/**
 * What each link would be worth if it carried more: the adjoint of the hydraulics (Cacuci 1981, Journal of Mathematical Physics 22(12)),
 * linearised about each report time as if the flow were steady. A link answers a change of head h by Q/(2 h), since losses go with the
 * square of the flow; one that falls free passes nothing back. A flooding node keeps its level at the rim, so that all further water there
 * is damage; what reaches an outfall is none. Hence the price of a cubic metre at each node (`WaterPrices`), and a link is worth its flow
 * times the fall of that price along it.
 *
 * @param series heads, floods and flows of a run of `model`; the worth is that of the times in it
 * @param weight damage of 1 m3 of flooding, by node
 * @returns damage spared if the link carried as much again, to first order, by link; below 0 where it would flood what lies below
 * @example worthOfLinks(model, flowTree(model), run(model).series, new Float64Array(model.nodes.length).fill(1))
 */
export function worthOfLinks(model: DrainageModel, tree: FlowTree, series: ReportedSeries, weight: Float64Array): Float64Array {
  const { nodes, links } = model;
  const [n, m] = [nodes.length, links.length];
  const index = new Map(nodes.map(({ name }, i) => [name, i]));
  const from = Int32Array.from(links, (link) => index.get(link.from)!);
  const to = Int32Array.from(links, (link) => index.get(link.to)!);
  const bottomFrom = links.map((link, i) => nodes[from[i]!]!.invert + (link.kind === 'conduit' ? link.inletOffset : 0));
  const bottomTo = links.map((link, i) => nodes[to[i]!]!.invert + (link.kind === 'conduit' ? link.outletOffset : 0));
  const prices = new WaterPrices(tree, from, to);
  const { head, flooding } = series.nodes.values;
  const { flow, velocity, depth } = series.links.values;
  const worth = new Float64Array(m);
  const set = new Float64Array(n);
  for (let k = 0; k < series.times.length; k++) {
    let isFlooded = false;
    for (let i = 0; i < n; i++) {
      const isFlooding = flooding[k * n + i]! > FLOODING;
      isFlooded ||= isFlooding;
      set[i] = nodes[i]!.kind === 'outfall' ? 0 : isFlooding ? weight[i]! : NaN;
    }
    if (!isFlooded) continue;
    for (let i = 0; i < m; i++) {
      const at = k * m + i;
      const isForward = flow[at]! >= 0;
      const upper = head[k * n + (isForward ? from : to)[i]!]!;
      const lower = head[k * n + (isForward ? to : from)[i]!]!;
      const bottom = (isForward ? bottomTo : bottomFrom)[i]!;
      // The flow of a metre's width is velocity times depth; below its critical depth water downstream is not felt.
      const critical = Math.cbrt((velocity[at]! * depth[at]!) ** 2 / GRAVITY);
      const fallsFree = links[i]!.kind === 'pump' || lower < bottom + critical;
      const fall = Math.max(LEAST_FALL, upper - (fallsFree ? bottom : lower));
      const conductance = Math.max(LEAST_FLOW, Math.abs(flow[at]!)) / (2 * fall);
      prices.feltByFrom[i] = fallsFree && !isForward ? 0 : conductance;
      prices.feltByTo[i] = fallsFree && isForward ? 0 : conductance;
    }
    const price = prices.solve(set);
    const span = k === 0 ? series.reportStep : series.times[k]! - series.times[k - 1]!;
    for (let i = 0; i < m; i++) worth[i]! += flow[k * m + i]! * (price[from[i]!]! - price[to[i]!]!) * span;
  }
  return worth;
}
