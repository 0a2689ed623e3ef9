import type { ResultBlock } from '../src/model/results.ts';
import type { Judgement } from './judge-case.ts';
import { svgPlot } from './svg-plot.ts';

const MOST_POINTS = 240;

/** Flow of the link that lies furthest from SWMM (the largest one among equals), by both engines. */
export function flowPlot({ name, comparison, own, oracleSeries }: Judgement): string | null {
  const worst = comparison.peakFlow.pairs.at(-1);
  return worst
    ? plotOf(`${name}: flow in ${worst.name}`, 'm³/s', [own.series.links, oracleSeries.links], worst.name, 'flow', own.series)
    : null;
}

/** Depth at the node that lies furthest from SWMM. */
export function depthPlot({ name, comparison, own, oracleSeries }: Judgement): string | null {
  const worst = comparison.peakDepth.pairs.at(-1);
  return worst
    ? plotOf(`${name}: depth at ${worst.name}`, 'm', [own.series.nodes, oracleSeries.nodes], worst.name, 'depth', own.series)
    : null;
}

// oxlint-disable-next-line max-params -- a plot has its parts
function plotOf<Variable extends string>(
  title: string,
  unit: string,
  [own, oracle]: readonly [ResultBlock<Variable>, ResultBlock<Variable>],
  object: string,
  variable: Variable,
  { times, reportStep }: { readonly times: Float64Array; readonly reportStep: number },
): string {
  const every = Math.max(1, Math.ceil(times.length / MOST_POINTS));
  const periods = Array.from({ length: Math.floor(times.length / every) }, (_, index) => index * every);
  const hours = periods.map((period) => (times[period]! - times[0]! + reportStep) / 3600);
  const values = ({ names, values: columns }: ResultBlock<Variable>): number[] => {
    const at = names.findIndex((one) => one.toUpperCase() === object.toUpperCase());
    return periods.map((period) => columns[variable][period * names.length + at] ?? 0);
  };
  const lines = [
    { label: 'SWMM 5.2', values: values(oracle), colour: '#c2410c' },
    { label: 'Makaverse', values: values(own), colour: '#1d4ed8', dash: '5 3' },
  ];
  return svgPlot(title, hours, lines, unit);
}
