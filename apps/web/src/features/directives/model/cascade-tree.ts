import type { Task } from '@makaverse/contract/directives';

/** A task with the tasks below it. */
export interface CascadeNode {
  readonly task: Task;
  readonly children: readonly CascadeNode[];
}

/** The tree of a directive's tasks from the flat list, parents before children as the server sends it; order is kept. */
export function cascadeTree(tasks: readonly Task[]): CascadeNode[] {
  const known = new Set(tasks.map((task) => task.id));
  const childrenOf = Map.groupBy(tasks, (task) => (task.parentId !== null && known.has(task.parentId) ? task.parentId : null));
  const grow = (parent: string | null): CascadeNode[] => (childrenOf.get(parent) ?? []).map((task) => ({ task, children: grow(task.id) }));
  return grow(null);
}
