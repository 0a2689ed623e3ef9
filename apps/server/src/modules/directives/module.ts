import type { Module } from '#platform/module';

/** Answers nothing yet. */
export const directivesModule: Module = { name: 'directives', routes: [] };
