import { useEffect, type RefObject } from 'react';

/**
 * Leads the cursor to the part of a form that its address names. A field whose list is fetched when it is first shown stands disabled until
 * then and cannot take it: the cursor follows as soon as it can, unless whoever came has begun with something else meanwhile.
 */
export function usePartFocus(form: RefObject<HTMLElement | null>, part: string): void {
  useEffect(() => {
    const within = form.current;
    if (!within) return;
    const lead = (): boolean => {
      const field = within.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"] :is(input, textarea, select):enabled`);
      field?.focus();
      return field !== null;
    };
    if (lead()) return;
    const stop = new AbortController();
    const ready = new MutationObserver(() => {
      if (lead()) stop.abort();
    });
    stop.signal.addEventListener('abort', () => ready.disconnect());
    ready.observe(within, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
    for (const begun of ['keydown', 'pointerdown']) document.addEventListener(begun, () => stop.abort(), { signal: stop.signal });
    return () => stop.abort();
  }, [form, part]);
}
