import type { Task, TaskStep } from '@makaverse/contract/directives';
import type { TaskState } from '@makaverse/ui/state-mark';

const drawn: Readonly<Record<TaskStep, TaskState>> = {
  drafted: 'sent',
  sent: 'sent',
  seen: 'seen',
  acknowledged: 'acknowledged',
  named: 'named',
  accepted: 'accepted',
  reported: 'accepted',
  done: 'done',
};

/** The square a task is drawn as; being late outshines how far it came. */
export function markOf(task: Pick<Task, 'step' | 'isLate'>): TaskState {
  return task.isLate ? 'late' : drawn[task.step];
}
