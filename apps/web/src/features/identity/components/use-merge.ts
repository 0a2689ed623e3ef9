import { appointToPosition, changeUnit, endPosition } from '@makaverse/contract/identity-directory';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, type Failure } from '#lib/api.ts';
import { freshId } from '#lib/fresh-id.ts';
import type { MergeStep } from '../model/merge-plan.ts';
import { fieldsOf } from '../model/unit-fields.ts';

interface Target {
  readonly targetId: string | null;
  readonly on: string;
}

/**
 * One step of a merge. A person is first given his new position and then loses the old one: were it broken off between the two, he would
 * have two for a moment, never none, and would not be signed out.
 */
async function take(step: MergeStep, { targetId, on }: Target): Promise<void> {
  if (step.kind === 'move-unit') {
    const body = { ...fieldsOf(step.unit), parentId: targetId, from: on, version: step.unit.version };
    await call(changeUnit, { params: { id: step.unit.id }, body, idempotencyKey: freshId() });
    return;
  }
  const { holding } = step;
  if (step.kind === 'move-position' && targetId !== null) {
    const { kind, title, acting, to } = holding;
    const body = { personId: holding.person.id, unitId: targetId, kind, title, acting, from: on, to };
    // The same key when the merge is taken up again: nobody is given the same position twice.
    await call(appointToPosition, { body, idempotencyKey: `merge ${holding.positionId} ${targetId} ${on}` });
  }
  await call(endPosition, { params: { id: holding.positionId }, body: { to: on }, idempotencyKey: freshId() });
}

/** Takes the steps of a merge one after the other and stops at the first that is refused; the directory is read anew in any case. */
export function useMerge(): {
  readonly run: (steps: readonly MergeStep[], target: Target) => Promise<void>;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
} {
  const client = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async (steps: readonly MergeStep[], target: Target): Promise<void> => {
    setIsBusy(true);
    setFailure(null);
    try {
      for (const step of steps) await take(step, target);
    } catch (error) {
      setFailure(error as Failure);
    }
    await client.invalidateQueries();
    setIsBusy(false);
  };
  return { run, isBusy, failure };
}
