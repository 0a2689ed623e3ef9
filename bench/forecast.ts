import process from 'node:process';
import {
  asOf,
  brierGain,
  brierScore,
  calibrationBins,
  fitSlipModel,
  forecastProgrammes,
  heldBackForecasts,
  slipRecords,
  type HeldBackForecast,
  type ScoredChance,
} from '../packages/forecast/src/index.ts';
import { syntheticHistory } from '../packages/forecast/src/testing/synthetic-history.ts';

/** One promise, what was measured, and what it should be. */
export type BenchRow = { readonly promise: string; readonly measured: string; readonly target: string };

const SEED = 20220322;

/**
 * 200 programmes of 30 milestones, none reached, 10,000 draws each; fitting the history and the reasons included. Best of three, in
 * processor time, so that what else the machine does is not counted.
 */
function speedRow(): BenchRow {
  const { programmes, until } = syntheticHistory({ seed: SEED, programmes: 200, units: 57, milestones: [30, 30], span: 1 });
  const today = until + 30;
  const running = programmes.map((programme) => asOf(programme, today));
  const past = syntheticHistory({ seed: SEED + 1, programmes: 600, units: 57, milestones: [8, 30], span: 1_250 });
  const seconds = [1, 2, 3].map(() => {
    const from = process.cpuUsage();
    const model = fitSlipModel([
      ...past.programmes.flatMap((one) => slipRecords(one, past.until)),
      ...running.flatMap((one) => slipRecords(one, today)),
    ]);
    forecastProgrammes(running, { today, model, seed: SEED });
    const spent = process.cpuUsage(from);
    return (spent.user + spent.system) / 1e6;
  });
  const drawn = running.reduce((sum, one) => sum + one.milestones.filter(({ finished }) => finished === null).length, 0);
  return {
    promise: `Forecast of 200 programmes x 30 milestones x 10,000 draws (${drawn} milestones to come), history fitted anew`,
    measured: `${Math.min(...seconds).toFixed(2)} s of one core`,
    target: 'under 2 s',
  };
}

function brierText(scored: readonly ScoredChance[]): string {
  const { score, reliability, resolution, uncertainty } = brierScore(scored);
  return `${score.toFixed(4)} (reliability ${reliability.toFixed(4)}, resolution ${resolution.toFixed(4)}, uncertainty ${uncertainty.toFixed(4)})`;
}

function gainRow(name: string, cases: readonly HeldBackForecast[], rivalOf: (one: HeldBackForecast) => number): BenchRow {
  const { gain, low, high } = brierGain(cases.map((one) => ({ ...one, rival: rivalOf(one) })));
  return {
    promise: `Brier gain over ${name}, synthetic history held back (95 % over programmes)`,
    measured: `${gain.toFixed(4)} (${low.toFixed(4)} to ${high.toFixed(4)})`,
    target: 'above 0, the whole interval',
  };
}

/** Three invented cities, each forecast on fifteen days of its past; one alone could be lucky. */
function heldBackCases(): HeldBackForecast[] {
  const days = Array.from({ length: 15 }, (_, index) => 500 + 50 * index);
  return [SEED, SEED + 1, SEED + 2].flatMap((seed) => {
    const { programmes, until } = syntheticHistory({ seed, programmes: 900, units: 57, milestones: [6, 20], span: 1_500 });
    return heldBackForecasts({ programmes, days, until, seed }).map((one) => ({ ...one, programme: `${seed}/${one.programme}` }));
  });
}

function scoreRows(): BenchRow[] {
  const cases = heldBackCases();
  const rival = (chanceOf: (one: HeldBackForecast) => number): ScoredChance[] =>
    cases.map((one) => ({ chance: chanceOf(one), isOnTime: one.isOnTime }));
  const bins = calibrationBins(cases);
  const gap = bins.reduce((sum, bin) => sum + (bin.count / cases.length) * Math.abs(bin.meanChance - bin.onTimeShare), 0);
  return [
    {
      promise: `Brier score of the forecast, ${cases.length} synthetic cases held back`,
      measured: brierText(cases),
      target: 'below both rivals',
    },
    { promise: 'Brier score of the base rate', measured: brierText(rival((one) => one.baseRate)), target: 'rival' },
    {
      promise: "Brier score of the owner's percent done, its best reading",
      measured: brierText(rival((one) => one.fromPercentDone)),
      target: 'rival',
    },
    gainRow('the base rate', cases, (one) => one.baseRate),
    gainRow("the owner's percent done", cases, (one) => one.fromPercentDone),
    {
      promise: 'Calibration: mean distance of chance and share on time',
      measured: `${(100 * gap).toFixed(1)} points`,
      target: 'under 5 points',
    },
    ...bins.map((bin) => ({
      promise: `Said ${(100 * bin.meanChance).toFixed(0)} % (${bin.count} cases)`,
      measured: `${(100 * bin.onTimeShare).toFixed(0)} % on time (95 %: ${(100 * bin.low).toFixed(0)} to ${(100 * bin.high).toFixed(0)})`,
      target: 'near what was said',
    })),
  ];
}

/**
 * Speed and honesty of the forecast, in one run. The history is synthetic: it shows whether the forecast reckons rightly, not how good it
 * will be on the city's own programmes.
 */
export async function bench(): Promise<BenchRow[]> {
  return Promise.resolve([speedRow(), ...scoreRows()]);
}

if (import.meta.main) console.table(await bench());
