import type { Module } from '#platform/module';

/** Answers nothing yet; will gather what the working modules ask of a person. */
export function todayModule(_working: readonly Module[]): Module {
  return { name: 'today', routes: [] };
}
