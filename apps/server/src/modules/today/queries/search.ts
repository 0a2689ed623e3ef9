import type { SearchHit } from '@makaverse/contract/today';
import type { Context } from '#platform/context';
import type { Module } from '#platform/module';

const mostOfOneModule = 8;

/** The best hits of every module, each module's own order kept. What the reader may not see no module tells. */
export async function searchAll(context: Context, words: string, modules: readonly Module[]): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for (const module of modules) hits.push(...((await module.search?.(context, words, mostOfOneModule)) ?? []));
  return hits;
}
