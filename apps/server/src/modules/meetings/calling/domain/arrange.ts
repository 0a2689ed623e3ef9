import type { AgendaDraftItem } from '@makaverse/contract/meetings';
import { AgendaItemInUse, AgendaOutOfOrder, SlotWithoutUnit } from './broken-rules.ts';

/** A point that is on the agenda already. */
export interface StandingItem {
  readonly id: string;
  readonly title: string;
  /** Words of the presenting unit, notes, documents or time hang on it. */
  readonly isInUse: boolean;
}

/** How many levels an agenda has. */
export const deepest = 3;

/**
 * Checks a whole agenda: each point once, after what it belongs to, at most three levels deep, a slot with its unit; and nothing
 * that somebody wrote goes with a point that is left out.
 * @throws AgendaOutOfOrder | SlotWithoutUnit | AgendaItemInUse
 */
export function checkAgenda(wanted: readonly AgendaDraftItem[], standing: readonly StandingItem[]): void {
  const depths = new Map<string, number>();
  for (const item of wanted) {
    const above = item.parentId === null ? 0 : depths.get(item.parentId);
    if (above === undefined || above >= deepest || depths.has(item.id)) throw new AgendaOutOfOrder();
    if (item.kind === 'slot' && item.presenterUnitId === null) throw new SlotWithoutUnit();
    depths.set(item.id, above + 1);
  }
  const lost = standing.find((item) => item.isInUse && !depths.has(item.id));
  if (lost) throw new AgendaItemInUse(lost.title);
}
