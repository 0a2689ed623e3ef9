import type { Module } from '#platform/module';

/** Answers nothing yet. */
export const programmesModule: Module = { name: 'programmes', routes: [] };
