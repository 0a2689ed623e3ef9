import type { ProgrammePlan } from '@makaverse/contract/programmes-plan';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { Failure } from '#lib/api.ts';
import { currentAfterConflict } from '#lib/conflict-notice.tsx';
import type { GridRow } from '../../model/plan/grid-rows.ts';
import { isSame, mergeRows, takeTheirs, type Clash } from '../../model/plan/merge-rows.ts';

/** The parts of a plan that are written as lists. */
export type PlanList = 'milestones' | 'budget' | 'indicators' | 'places';

/** A list of the plan as it is being written. */
export interface PlanRows {
  readonly rows: readonly GridRow[];
  readonly setRows: (rows: readonly GridRow[]) => void;
  /** Of the plan in which the rows are at home; sent along, so that nobody's words are written over unseen. */
  readonly planVersion: number;
  /** Why the rows are not what was last seen: left unsaved on this device, or somebody else saved meanwhile. */
  readonly news: 'kept' | 'merged' | null;
  readonly clashes: readonly Clash[];
  readonly settle: (whose: 'mine' | 'theirs') => void;
  readonly isChanged: boolean;
  /** After it was saved or given up. */
  readonly forget: () => void;
}

const gridRow = z.object({ key: z.string(), id: z.string().nullable(), cells: z.record(z.string(), z.string()) });
const keptRows = z.object({ planVersion: z.number().int(), basis: z.array(gridRow), rows: z.array(gridRow) });

interface Written extends z.infer<typeof keptRows> {
  readonly news: PlanRows['news'];
  readonly clashes: readonly Clash[];
}

const placeOf = (list: PlanList, programmeId: string): string => `makaverse.draft.plan.${programmeId}.${list}`;

/** What was left unsaved on this device; nothing where it cannot be read any more. */
function keptOn(place: string): z.infer<typeof keptRows> | null {
  try {
    return keptRows.parse(JSON.parse(localStorage.getItem(place) ?? ''));
  } catch {
    return null;
  }
}

/** Whether a list of the programme was left unsaved on this device. */
export function isListKept(list: PlanList, programmeId: string): boolean {
  return keptOn(placeOf(list, programmeId)) !== null;
}

/**
 * A list of the plan while it is written: kept on this device until it is saved, and merged with what others save meanwhile. `sent` is
 * the act that saves it; a refusal because of somebody else's save brings his list along.
 */
export function usePlanRows(
  list: PlanList,
  plan: ProgrammePlan,
  sent: { readonly error: Failure | null; readonly isPending: boolean },
  read: { readonly rowsOf: (plan: ProgrammePlan) => readonly GridRow[]; readonly namesRows?: string },
): PlanRows {
  const { rowsOf, namesRows } = read;
  const place = placeOf(list, plan.programmeId);
  const [written, setWritten] = useState<Written>(() => {
    const kept = keptOn(place);
    if (kept) return { ...kept, news: 'kept', clashes: [] };
    const rows = [...rowsOf(plan)];
    return { planVersion: plan.planVersion, basis: rows, rows, news: null, clashes: [] };
  });
  const refused = currentAfterConflict<ProgrammePlan>(sent.error);
  const newest = refused && refused.planVersion > plan.planVersion ? refused : plan;
  // What one saves oneself comes back as a newer plan too.
  const isBehind = !sent.isPending && newest.planVersion > written.planVersion;
  useEffect(() => {
    if (!isBehind) return;
    setWritten((before) => {
      const basis = [...rowsOf(newest)];
      const merged = mergeRows(before.basis, before.rows, basis, namesRows);
      const isNews = !isSameList(before.basis, basis);
      return { planVersion: newest.planVersion, basis, ...merged, news: isNews ? 'merged' : before.news };
    });
  }, [isBehind, newest]);
  const isChanged = !isSameList(written.basis, written.rows);
  useEffect(() => {
    const { planVersion, basis, rows } = written;
    if (isChanged) localStorage.setItem(place, JSON.stringify({ planVersion, basis, rows }));
    else localStorage.removeItem(place);
  }, [place, written, isChanged]);
  return {
    ...written,
    setRows: (rows) => setWritten((before) => ({ ...before, rows: [...rows] })),
    settle: (whose) =>
      setWritten((before) => ({
        ...before,
        clashes: [],
        rows: whose === 'mine' ? before.rows : takeTheirs(before.rows, before.clashes, namesRows),
      })),
    isChanged,
    forget: () => localStorage.removeItem(place),
  };
}

function isSameList(a: readonly GridRow[], b: readonly GridRow[]): boolean {
  return a.length === b.length && a.every((row, index) => row.key === b[index]!.key && isSame(row, b[index]!));
}
