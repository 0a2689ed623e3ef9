import type { Ask, Done, Waiting } from '@makaverse/contract/today';
import type { Context } from '#platform/context';
import type { Module } from '#platform/module';
import { orderAsks, orderWaiting } from '../domain/order.ts';

/** What all modules ask of a person, in order. */
export async function asksOf(context: Context, modules: readonly Module[]): Promise<Ask[]> {
  return orderAsks(await gather(modules, (module) => module.asks?.(context)));
}

/** What is asked of a person, what he waits for, and what he did today. */
export async function today(
  context: Context,
  modules: readonly Module[],
): Promise<{ asks: Ask[]; waitingFor: Waiting[]; doneToday: Done[] }> {
  const done = await gather(modules, (module) => module.doneToday?.(context));
  return {
    asks: await asksOf(context, modules),
    waitingFor: orderWaiting(await gather(modules, (module) => module.waiting?.(context))),
    doneToday: done.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at)),
  };
}

/** What every module that answers has to say, one after the other: they share the reader's one connection. */
export async function gather<T>(modules: readonly Module[], ask: (module: Module) => Promise<readonly T[]> | undefined): Promise<T[]> {
  const all: T[] = [];
  for (const module of modules) all.push(...((await ask(module)) ?? []));
  return all;
}
