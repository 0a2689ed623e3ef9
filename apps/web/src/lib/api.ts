import { createClient, ProblemError, Unreachable, type Arguments } from '@makaverse/client/call';
import type { EndpointShape, ReplyOf } from '@makaverse/contract/endpoint';
import { QueryClient, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { freshId } from './fresh-id.ts';
import { currentLanguage } from './language.ts';
import { useTopics } from './live.ts';

/** Calls any endpoint of the contract. */
export const call = createClient({ baseUrl: '', language: currentLanguage });

/** What reading or acting can end in besides success. */
export type Failure = ProblemError | Unreachable;

/** The cache of everything read. A refusal is an answer and is not asked for again; an unreachable server is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (count, error) => error instanceof Unreachable && count < 3, refetchOnWindowFocus: true },
  },
});

/**
 * Reads an endpoint and keeps it fresh. `topics` (`meeting:<id>`) are followed live: when one changes, it is read again.
 * @example const meeting = useRead(readMeeting, { params: { id } }, { topics: [`meeting:${id}`] });
 */
export function useRead<E extends EndpointShape>(
  endpoint: E,
  args: Arguments<E>,
  options: { topics?: readonly string[]; isEnabled?: boolean; refetchMs?: number } = {},
): UseQueryResult<ReplyOf<E>, Failure> {
  const client = useQueryClient();
  const queryKey = [endpoint.id, args, currentLanguage()];
  useTopics(options.topics ?? [], () => void client.invalidateQueries({ queryKey }));
  return useQuery<ReplyOf<E>, Failure>({
    queryKey,
    queryFn: ({ signal }) => call(endpoint, { ...args, signal }),
    enabled: options.isEnabled ?? true,
    ...(options.refetchMs && { refetchInterval: options.refetchMs }),
  });
}

/**
 * Acts through an endpoint. The same act sent again after a lost answer carries the same key, so it is done once; afterwards
 * everything on the page is read anew.
 * @example const close = useAct(closeMeeting); close.mutate({ params: { id }, body: { version } });
 */
export function useAct<E extends EndpointShape>(
  endpoint: E,
  options: { onDone?: (reply: ReplyOf<E>) => void } = {},
): UseMutationResult<ReplyOf<E>, Failure, Arguments<E>> {
  const client = useQueryClient();
  const attempt = useRef({ content: '', key: '' });
  return useMutation<ReplyOf<E>, Failure, Arguments<E>>({
    mutationFn: (args) => {
      const content = JSON.stringify(args);
      if (attempt.current.content !== content) attempt.current = { content, key: freshId() };
      return call(endpoint, { ...args, idempotencyKey: attempt.current.key });
    },
    onSuccess: async (reply) => {
      attempt.current = { content: '', key: '' };
      await client.invalidateQueries();
      options.onDone?.(reply);
    },
  });
}
