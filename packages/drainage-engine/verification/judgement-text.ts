import type { Judgement } from './judge-case.ts';

const percent = (value: number): string => `${(value * 100).toFixed(2)} %`;
const centimetres = (value: number): string => `${(value * 100).toFixed(1)} cm`;

/** A judgement in one line. */
export function judgementLine({ name, comparison, own, oracle, ownSeconds, oracleSeconds, isOracleSound, misses }: Judgement): string {
  const { peakFlow, peakDepth } = comparison;
  const verdict = misses.length === 0 ? 'ok  ' : isOracleSound ? 'MISS' : 'odd ';
  return [
    `${verdict} ${name.padEnd(30)}`,
    `flow ${percent(peakFlow.median)} / ${percent(peakFlow.p95)} / ${percent(peakFlow.max)}`,
    `depth ${centimetres(peakDepth.median)} / ${centimetres(peakDepth.p95)} / ${centimetres(peakDepth.max)}`,
    `nse ${comparison.depthEfficiency.toFixed(4)}`,
    `flood ${own.routing.flooding.toFixed(0)} : ${oracle.flooding.toFixed(0)} m3`,
    `cont ${percent(own.routing.continuityError)} : ${oracle.routingError === null ? '-' : percent(oracle.routingError)}`,
    ...(oracle.runoffError === null ? [] : [`runoff ${percent(own.runoff.continuityError)} : ${percent(oracle.runoffError)}`]),
    `nonconv ${percent(own.steps.notConverging)} : ${percent(oracle.notConverging)}`,
    `trials ${own.steps.averageTrials.toFixed(2)} : ${oracle.averageTrials.toFixed(2)}`,
    `step ${own.steps.averageStep.toFixed(2)} : ${oracle.averageStep.toFixed(2)} s`,
    `time ${ownSeconds.toFixed(2)} : ${oracleSeconds.toFixed(2)} s`,
    misses.length > 0 ? `<< ${misses.join(', ')}` : '',
  ].join(' | ');
}

/** The worst peaks of a judgement and the run's first warnings. */
export function judgementDetails({ comparison, own }: Judgement): string {
  const worst = (title: string, pairs: Judgement['comparison']['peakFlow']['pairs'], unit: string): string[] =>
    pairs
      .slice(-6)
      .toReversed()
      .map((pair) => `       ${title} ${pair.name}: own ${pair.own.toFixed(4)} ${unit}, SWMM ${pair.reference.toFixed(4)} ${unit}`);
  return [
    ...worst('peak flow', comparison.peakFlow.pairs, 'm3/s'),
    ...worst('peak depth', comparison.peakDepth.pairs, 'm'),
    ...own.warnings.slice(0, 5).map((warning) => `       ${warning}`),
  ].join('\n');
}
