import type { Module } from '#platform/module';

/** Answers nothing yet. */
export const meetingsModule: Module = { name: 'meetings', routes: [] };
