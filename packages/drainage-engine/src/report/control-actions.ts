import type { RunResults } from '../model/results.ts';
import { writtenMoment } from './balances.ts';
import { fixed, heading } from './text-table.ts';

/** What the control rules did, one line a change. */
export function controlLines({ controlActions }: RunResults): string[] {
  const lines = controlActions.map(
    ({ moment, link, setting, rule }) => `${writtenMoment(moment)} Link ${link} setting changed to ${fixed(setting, 2)} by Control ${rule}`,
  );
  return [...heading('Control Actions Taken'), ...(lines.length > 0 ? lines : ['None'])];
}
