import type { ReportChoice } from '../model/inflows.ts';
import type { Draft } from './draft.ts';
import { RowRefused } from './inp-problem.ts';
import { shortened, type Row } from './row.ts';

/** `Node FLOW Tseries (FLOW Mfactor Sfactor Base Pat)`; rows of other constituents belong to water quality. */
export function readInflow(draft: Draft, row: Row): void {
  const node = draft.names.refer(row, 0, 'node');
  if (row.word(1, 'FLOW').toUpperCase() !== 'FLOW') {
    draft.leftOut.push({ section: 'INFLOWS', row });
    return;
  }
  const inflow = {
    node,
    series: draft.names.referOr(row, 2, 'series', 'the name of a time series'),
    scale: row.numberOr(5, 1, 'a scale factor'),
    baseline: row.numberOr(6, 0, 'a baseline') * draft.units.flow,
    baselinePattern: draft.names.referOr(row, 7, 'pattern'),
  };
  // A later row of the same node replaces the earlier one.
  const earlier = draft.inflows.findIndex((one) => one.node === node);
  if (earlier >= 0) draft.inflows[earlier] = inflow;
  else draft.inflows.push(inflow);
}

/** `Node FLOW Value (Pat1 … Pat4)` */
export function readDryWeatherFlow(draft: Draft, row: Row): void {
  const node = draft.names.refer(row, 0, 'node');
  if (row.word(1, 'FLOW').toUpperCase() !== 'FLOW') {
    draft.leftOut.push({ section: 'DWF', row });
    return;
  }
  const patterns = [3, 4, 5, 6].flatMap((index) => draft.names.referOr(row, index, 'pattern') ?? []);
  draft.dryWeatherFlows.push({ node, average: row.number(2, 'an average flow') * draft.units.flow, patterns });
}

/** One row of [REPORT]. */
export function readReport(draft: Draft, row: Row): void {
  const flags = {
    INPUT: 'input',
    CONTINUITY: 'continuity',
    FLOWSTATS: 'flowStatistics',
    CONTROLS: 'controls',
    AVERAGES: 'averages',
  } as const;
  const lists = { SUBCATCHMENTS: 'subcatchments', NODES: 'nodes', LINKS: 'links' } as const;
  const word = row.words[0]!.toUpperCase();
  // These say what else to write; none changes the results.
  if (word === 'DISABLED' || word === 'LID' || word === 'NODESTATS') return;
  if (Object.hasOwn(flags, word)) {
    draft.report[flags[word as keyof typeof flags]] = row.yesOrNo(1, 'YES or NO');
    return;
  }
  const list = row.choice(0, 'what to report', lists);
  const choice = row.word(1, 'ALL, NONE or names').toUpperCase();
  if (choice === 'ALL' || choice === 'NONE') {
    draft.report[list] = choice === 'ALL' ? 'all' : 'none';
    return;
  }
  draft.report[list] = joined(draft.report[list], namesIn(draft, row, list));
}

function joined(before: ReportChoice['nodes'], more: readonly string[]): ReportChoice['nodes'] {
  return before === 'all' ? 'all' : [...(before === 'none' ? [] : before), ...more];
}

function namesIn(draft: Draft, row: Row, list: 'subcatchments' | 'nodes' | 'links'): string[] {
  const kind = { subcatchments: 'subcatchment', nodes: 'node', links: 'link' } as const;
  return row.words.slice(1).map((word) => {
    const found = draft.names.find(kind[list], word);
    if (found === undefined) throw new RowRefused(`expected the name of a ${kind[list]}, found "${shortened(word)}"`);
    return found;
  });
}
