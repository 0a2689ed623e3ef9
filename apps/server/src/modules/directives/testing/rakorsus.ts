import type { Directive, DirectiveParts, Task } from '@makaverse/contract/directives';
import { readCascade } from '@makaverse/contract/directives';
import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import { newId } from '#platform/id';
import type { SmallCity } from '../../../testing/city.ts';
import type { Harness } from '../../../testing/harness.ts';
import { issueDirectives, type IssuedTask } from '../commands/issue-directives.ts';
import { recordDirective } from '../commands/record-directive.ts';

/** A night's meeting as this module knows it: an id under which directives are kept and issued. */
export interface Rakorsus {
  readonly meetingId: string;
  /** Keeps a directive as the clerk, or as another. */
  keep(parts: Partial<DirectiveParts>, by?: { readonly id: string }): Promise<Directive>;
  issue(): Promise<IssuedTask[]>;
  /** Tasks by the id of their unit. */
  tasksOf(directiveId: string): Promise<ReadonlyMap<string, Task>>;
}

/** Opens one in the small city; the mayor is in the chair. */
export function holdRakorsus(harness: Harness, city: SmallCity): Rakorsus {
  const meetingId = newId(harness.clock.now());
  return {
    meetingId,
    keep: (parts, by = city.clerk) =>
      harness.transact(by, (tx) =>
        recordDirective(tx as Transaction<Actor>, {
          parts: { words: 'Bersihkan saluran tersier sebelum puncak hujan.', ...parts },
          meetingId,
          givenById: city.mayor.id,
          spokenAt: harness.clock.now(),
        }),
      ),
    issue: () => harness.transact(city.mayor, (tx) => issueDirectives(tx, meetingId)),
    tasksOf: async (directiveId) => {
      const { tasks } = await harness.as(city.mayor)(readCascade, { params: { id: directiveId } });
      return new Map(tasks.map((task) => [task.unit.id, task]));
    },
  };
}

/** Everything a directive needs beside its words, addressed to units that owe a nomination. */
export function completeParts(city: SmallCity, unitIds: readonly string[]): Partial<DirectiveParts> {
  return {
    deadline: '2022-04-14',
    measure: 'Semua saluran bersih',
    reviewerId: city.assistant1.id,
    addressees: unitIds.map((unitId) => ({ unitId, picId: null, nominationDueOn: '2022-03-18' })),
  };
}

/** What a unit may write to acknowledge. */
export const understood = 'Regu kami mengeruk enam titik dan melapor tiap Jumat.';
