import type { VerificationCase } from '../verification-case.ts';
import { inpText } from '../inp-text.ts';
import { Draft } from './draft.ts';
import { Dice } from './dice.ts';
import { drawNetwork } from './network.ts';
import { drawOptions, drawRules } from './settings.ts';
import { styles } from './styles.ts';
import { drawCatchments, drawInflows } from './water.ts';

/** Names by style, so that each seed says what kind of model it makes. */
function styleOf(seed: number): (typeof styles)[number][1] {
  const weights = Object.fromEntries(styles.map(([weight, style]) => [style.name, weight]));
  const name = new Dice(seed * 7919 + 1).weighted(weights);
  return styles.find(([, style]) => style.name === name)![1];
}

/**
 * A plausible model as an engineer would draw it, in any units; the same seed always gives the same text. Nothing in it is chosen for
 * what an engine makes of it.
 *
 * @example randomModel(17).inp
 */
export function randomModel(seed: number): VerificationCase {
  const style = styleOf(seed);
  const draft = new Draft(seed, style);
  const { dice } = draft;
  const hours = dice.whole(...style.hours);
  const peak = dice.between(20, 120);
  const terrain = { slope: dice.scaled(0.001, 0.03), yield: 0.00278 * 0.5 * peak, generosity: dice.scaled(0.35, 2) };
  drawNetwork(draft, terrain);
  drawCatchments(draft, peak, hours);
  drawInflows(draft, (land) => land * terrain.yield, hours);
  drawOptions(draft, hours);
  drawRules(draft);
  const sections = Object.fromEntries([...draft.rows].map(([name, rows]) => [name, rows.join('\n')]));
  const name = `random-${seed}-${style.name}`;
  return { name, pins: style.name, inp: inpText(name, sections, draft.options), hasPumps: draft.hasPumps };
}
