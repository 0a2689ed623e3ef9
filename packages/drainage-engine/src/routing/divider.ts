import type { Divider } from '../model/nodes.ts';
import type { SeriesReader } from './series-reader.ts';

/** Greatest flow that a weir divider turns aside before it runs full, m3/s. */
export function weirCapacity(weir: Extract<Divider['rule'], { readonly kind: 'weir' }>): number {
  return weir.coefficient * Math.max(0, weir.height) ** 1.5;
}

/**
 * What a divider turns aside of an inflow by its rule, m3/s (SWMM 5.2 User's Manual, section 3.2.3 and [DIVIDERS]). Above its full height a
 * weir goes on as an orifice, with the root of the share. An overflow divider turns aside nothing until its other link takes no more.
 *
 * @param inflow m3/s, not below 0
 * @param curve of a tabular divider
 */
export function divertedFlow(rule: Divider['rule'], inflow: number, curve: SeriesReader | null): number {
  let q = 0;
  if (rule.kind === 'cutoff') q = inflow - rule.flow;
  else if (rule.kind === 'tabular') q = curve === null ? 0 : curve.at(inflow);
  else if (rule.kind === 'weir') {
    const most = weirCapacity(rule);
    const share = (inflow - rule.minimumFlow) / (most - rule.minimumFlow);
    q = share <= 0 ? 0 : most * (share > 1 ? Math.sqrt(share) : share ** 1.5);
  }
  return q > inflow ? inflow : q > 0 ? q : 0;
}
