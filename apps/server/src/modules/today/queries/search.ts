import type { SearchHit } from '@makaverse/contract/today';
import type { Context } from '#platform/context';
import type { Module } from '#platform/module';
import type { Reading } from '#platform/search-text';

const mostOfOneModule = 8;

/**
 * The best hits of every module, each module's own order kept; where nothing holds the words, what is one slip of the finger away. What
 * the reader may not see no module tells, and it does not keep the forgiving search from being made.
 */
export async function searchAll(
  context: Context,
  words: string,
  modules: readonly Module[],
): Promise<{ hits: SearchHit[]; isForgiven: boolean }> {
  const written = await hitsOf(context, words, 'as-written', modules);
  if (written.length > 0) return { hits: written, isForgiven: false };
  const forgiven = await hitsOf(context, words, 'forgiving', modules);
  return { hits: forgiven, isForgiven: forgiven.length > 0 };
}

async function hitsOf(context: Context, words: string, reading: Reading, modules: readonly Module[]): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for (const module of modules) hits.push(...((await module.search?.(context, { words, reading, limit: mostOfOneModule })) ?? []));
  return hits;
}
