import { readFileSync } from 'node:fs';
import { compareSeries, readOut, type ErrorSummary } from '@makaverse/drainage-engine';

/** How two `.out` files differ, as lines to print. */
export function compareFiles(own: string, reference: string): string {
  const { peakFlow, peakDepth, depthEfficiency, flooding, unmatched } = compareSeries(
    readOut(readFileSync(own)),
    readOut(readFileSync(reference)),
  );
  const share = (value: number): string => `${(value * 100).toFixed(2)} %`;
  const metres = (value: number): string => `${(value * 100).toFixed(1)} cm`;
  const line = (label: string, { pairs, median, p95, max }: ErrorSummary, written: (value: number) => string): string => {
    const worst = pairs.at(-1);
    return `${label.padEnd(14)} median ${written(median)}, p95 ${written(p95)}, largest ${written(max)}${worst ? ` at ${worst.name}` : ''} (${pairs.length} objects)`;
  };
  const flood = flooding.reference === 0 ? '' : ` (${share(flooding.own / flooding.reference - 1)})`;
  return [
    line('Peak flow', peakFlow, share),
    line('Peak depth', peakDepth, metres),
    `${'Depth over time'.padEnd(14)} mean Nash-Sutcliffe efficiency ${depthEfficiency.toFixed(4)}`,
    `${'Flooded'.padEnd(14)} ${flooding.own.toFixed(0)} m3 against ${flooding.reference.toFixed(0)} m3${flood}`,
    ...(unmatched.length > 0 ? [`Only in one of the two: ${unmatched.slice(0, 10).join(', ')}${unmatched.length > 10 ? ' …' : ''}`] : []),
  ].join('\n');
}
