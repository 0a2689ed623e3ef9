import { allCases } from './all-cases.ts';
import { largeNetworkCases } from './cases/networks.ts';
import { judgeCase } from './judge-case.ts';
import { judgementDetails, judgementLine } from './judgement-text.ts';

/*
 * node packages/drainage-engine/verification/run-cases.ts [case or beginning of a name …] [--details] [--large]
 * Runs cases in both engines and prints how far they lie apart.
 */

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
    console.log(judgementLine(judgement));
    if (isDetailed) console.log(judgementDetails(judgement));
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
