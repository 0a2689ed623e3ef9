import { allCases } from './all-cases.ts';
import { largeNetworkCases } from './cases/networks.ts';
import { judgeCase, type Judgement } from './judge-case.ts';

/*
 * node packages/drainage-engine/verification/run-cases.ts [case or beginning of a name …] [--details] [--large]
 * Runs cases in both engines and prints how far they lie apart.
 */

const percent = (value: number): string => `${(value * 100).toFixed(2)} %`;
const centimetres = (value: number): string => `${(value * 100).toFixed(1)} cm`;

function line({ name, comparison, own, oracle, ownSeconds, oracleSeconds, isOracleSound, misses }: Judgement): string {
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

function details({ comparison, own }: Judgement): string {
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

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isDetailed = process.argv.includes('--details');
const pool = process.argv.includes('--large') || wanted.length > 0 ? [...allCases, ...largeNetworkCases] : allCases;
const exact = pool.filter(({ name }) => wanted.includes(name));
const chosen =
  wanted.length === 0
    ? pool
    : exact.length === wanted.length
      ? exact
      : pool.filter(({ name }) => wanted.some((word) => name.startsWith(word)));
let missed = 0;
let failed = 0;
for (const one of chosen) {
  try {
    const judgement = await judgeCase(one);
    if (judgement.misses.length > 0 && judgement.isOracleSound) missed += 1;
    console.log(line(judgement));
    if (isDetailed) console.log(details(judgement));
  } catch (error) {
    failed += 1;
    console.log(
      `FAIL ${one.name.padEnd(30)} | ${error instanceof Error ? (isDetailed ? error.stack : error.message.slice(0, 300)) : String(error)}`,
    );
  }
}
console.log(
  `${chosen.length} cases: ${chosen.length - missed - failed} within the goals or where SWMM itself is unsound, ${missed} missed, ${failed} failed.`,
);
