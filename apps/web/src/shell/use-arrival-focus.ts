import { useEffect, useRef } from 'react';

/**
 * A reader who does not see the page change hears its new heading (WCAG 2.4.3). The address changes before the new page is drawn, its
 * heading is drawn anew when the contents arrive, and meanwhile the old one may still be there, hidden: the focus follows whatever
 * heading is seen until the reader does something, and never leaves a field that asked for it.
 */
export function useArrivalFocus(path: string): void {
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return undefined;
    shown.current = path;
    // What led away is still there in the frame around the pages; that it has the focus says nothing about the new page.
    const ledAway = document.activeElement;
    const follow = (): void => {
      const active = document.activeElement;
      if (active === document.body || active === ledAway) seenHeading()?.focus({ preventScroll: true });
    };
    follow();
    // Looked at again and again: an element that is hidden loses the focus only some frames later, and nothing tells of it.
    const again = setInterval(follow, 100);
    const leave = new AbortController();
    const stop = (): void => {
      clearInterval(again);
      leave.abort();
    };
    for (const act of ['keydown', 'pointerdown'] as const) window.addEventListener(act, stop, { signal: leave.signal, capture: true });
    return stop;
  }, [path]);
}

/** The heading on the screen: while a page gives way to the next there can be two, one of them hidden. */
function seenHeading(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('#mv-heading')].find((heading) => heading.checkVisibility());
}
