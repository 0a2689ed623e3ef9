import type { Nomination, nominationDetail } from '@makaverse/contract/programmes';
import type { TimelineStep } from '@makaverse/ui/timeline';
import type { TFunction } from 'i18next';
import type { z } from 'zod';
import { momentInWords } from '#lib/moments.ts';

type Detail = z.infer<typeof nominationDetail>;

const endsThere: readonly Nomination['state'][] = ['accepted', 'cancelled'];

/** Every step taken, then the one that is due; oldest first. */
export function nominationSteps(nomination: Detail, t: TFunction): TimelineStep[] {
  const taken = nomination.steps.map((step, index): TimelineStep => {
    const who = step.by?.name ?? t('programmes:step.system');
    return {
      id: String(index),
      title: t(`programmes:step.${step.action}`, { by: who, person: step.person?.name ?? '' }),
      when: momentInWords(step.at),
      dateTime: step.at,
      ...(step.reason && { detail: step.reason }),
      ...(step.workingDays > 0 && { aside: t('programmes:step.days', { count: step.workingDays }) }),
      state: step.wasLate ? 'late' : 'done',
      stateWord: t(step.wasLate ? 'programmes:step.late' : 'programmes:step.done'),
    };
  });
  if (endsThere.includes(nomination.state) || !nomination.dueAt) return taken;
  const next: TimelineStep = {
    id: 'next',
    title: t(`programmes:next.${nomination.state}`, { from: nomination.dueFrom }),
    when: t('programmes:next.until', { when: momentInWords(nomination.dueAt) }),
    dateTime: nomination.dueAt,
    state: nomination.isLate ? 'late' : 'current',
    stateWord: t(nomination.isLate ? 'programmes:step.late' : 'programmes:next.now'),
  };
  return [...taken, next];
}
