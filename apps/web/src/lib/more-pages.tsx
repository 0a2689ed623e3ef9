import type { Arguments } from '@makaverse/client/call';
import type { EndpointShape, ReplyOf } from '@makaverse/contract/endpoint';
import { Button } from '@makaverse/ui/button';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call, type Failure } from './api.ts';
import { currentLanguage } from './language.ts';

/** A list read page by page. */
export interface Pages<T> {
  readonly data: readonly T[] | undefined;
  readonly error: Failure | null;
  readonly refetch: () => unknown;
  readonly more: { readonly has: boolean; readonly isBusy: boolean; readonly load: () => void };
}

/**
 * Reads a paged endpoint; `more.load` adds the next page.
 * @example const people = usePages(listPeople, { query: { q } }, (reply) => reply.items);
 */
export function usePages<E extends EndpointShape, T>(
  endpoint: E,
  args: Arguments<E>,
  itemsOf: (reply: ReplyOf<E>) => readonly T[],
  options: { readonly refetchMs?: number } = {},
): Pages<T> {
  const { query, ...rest } = args as unknown as { query?: Record<string, unknown> };
  const reading = useInfiniteQuery<ReplyOf<E>, Failure, { pages: ReplyOf<E>[] }, readonly unknown[], string | null>({
    queryKey: [endpoint.id, 'pages', args, currentLanguage()],
    initialPageParam: null,
    queryFn: ({ pageParam, signal }) =>
      call(endpoint, { ...rest, query: { ...query, ...(pageParam !== null && { cursor: pageParam }) }, signal } as never),
    getNextPageParam: (reply) => (reply as unknown as { next: string | null }).next,
    ...(options.refetchMs && { refetchInterval: options.refetchMs }),
  });
  return {
    data: reading.data?.pages.flatMap((page) => itemsOf(page)),
    error: reading.error,
    refetch: reading.refetch,
    more: { has: reading.hasNextPage, isBusy: reading.isFetchingNextPage, load: () => void reading.fetchNextPage() },
  };
}

/** The button under a list that has more. */
export function MoreButton({ more }: { readonly more: Pages<unknown>['more'] }): ReactNode {
  const { t } = useTranslation('shell');
  return (
    more.has && (
      <p>
        <Button onClick={more.load} isBusy={more.isBusy} busyText={t('act.reading')}>
          {t('act.more')}
        </Button>
      </p>
    )
  );
}
