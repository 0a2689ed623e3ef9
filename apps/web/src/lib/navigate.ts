import { useRouter, useRouterState } from '@tanstack/react-router';

/** Goes to another page of the app. */
export function useGo(): (href: string, options?: { readonly replace?: boolean }) => void {
  const router = useRouter();
  return (href, options) => (options?.replace ? router.history.replace(href) : router.history.push(href));
}

/** The path of the page shown. */
export function usePath(): string {
  return useRouterState({ select: (state) => state.location.pathname });
}

/** One value of the address's query, and the way to change it without a new entry in the history. */
export function useAddressValue(name: string): [string | null, (value: string | null) => void] {
  const router = useRouter();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const change = (value: string | null): void => {
    const next = new URLSearchParams(router.state.location.searchStr);
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
    const query = next.toString();
    router.history.replace(`${router.state.location.pathname}${query && `?${query}`}`);
  };
  return [new URLSearchParams(search).get(name), change];
}

/** Those values of the address's query that go on from a list to its records and back: "?saring=late", or "" where there are none. */
export function useKeptQuery(names: readonly string[]): string {
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const kept = [...new URLSearchParams(search).entries()].filter(([name]) => names.includes(name));
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}
