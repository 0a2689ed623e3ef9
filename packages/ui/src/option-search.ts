import { useEffect, useRef, useState } from 'react';

/** One thing to choose: `sub` is a second quiet line ("Kepala Dinas PU"), searched too. */
export type ComboboxOption = {
  readonly value: string;
  readonly label: string;
  readonly sub?: string | undefined;
};

/** Asks somewhere else; the signal is aborted when the person types on. */
export type OptionSearch = (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>;

export type OptionSearchState = {
  readonly found: readonly ComboboxOption[];
  readonly isSearching: boolean;
  readonly hasFailed: boolean;
  readonly ask: (query: string) => void;
};

const typingPauseMs = 180;

/** Debounced search of which only the last answer counts. */
export function useOptionSearch(search: OptionSearch | undefined): OptionSearchState {
  const [found, setFound] = useState<readonly ComboboxOption[]>([]);
  const [isSearching, setIsSearching] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const pending = useRef<{ readonly controller: AbortController; readonly timer: number } | null>(null);

  const drop = (): void => {
    if (pending.current === null) return;
    pending.current.controller.abort();
    window.clearTimeout(pending.current.timer);
    pending.current = null;
  };
  useEffect(() => drop, []);

  const ask = (query: string): void => {
    if (search === undefined) return;
    drop();
    const controller = new AbortController();
    setIsSearching(true);
    setHasFailed(false);
    const run = async (): Promise<void> => {
      try {
        const options = await search(query.trim(), controller.signal);
        if (controller.signal.aborted) return;
        setFound(options);
        setIsSearching(false);
      } catch {
        // The reason is the caller's to log; here it becomes a sentence in the list.
        if (controller.signal.aborted) return;
        setHasFailed(true);
        setIsSearching(false);
      }
    };
    const timer = window.setTimeout(() => void run(), query === '' ? 0 : typingPauseMs);
    pending.current = { controller, timer };
  };
  return { found, isSearching, hasFailed, ask };
}

/** The found options, and after them those already chosen, which must stay known to the list. */
export function withChosen(found: readonly ComboboxOption[], chosen: readonly ComboboxOption[]): readonly ComboboxOption[] {
  const known = new Set(found.map((option) => option.value));
  return [...found, ...chosen.filter((option) => !known.has(option.value))];
}
