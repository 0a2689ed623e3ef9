import type { DomainEvent } from '#platform/context';

/** Name of the event. */
export const taskDoneEvent = 'task.done';

/** A unit's part of a directive was confirmed as done. Told once for each task. */
export interface TaskDone {
  readonly taskId: string;
  readonly byId: string;
}

/** Tells that a task is done. */
export function taskDone(payload: TaskDone): DomainEvent {
  return { name: taskDoneEvent, payload: { ...payload } };
}
