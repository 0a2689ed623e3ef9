import { useEffect, useRef } from 'react';

const headingId = 'mv-heading';

/**
 * A reader who does not see the page change hears its new heading (WCAG 2.4.3). The address changes before the new page is drawn, and its
 * heading is drawn anew when the contents arrive: the focus follows until the reader does something, and never leaves a field that
 * asked for it.
 */
export function useArrivalFocus(path: string): void {
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return undefined;
    shown.current = path;
    const heading = document.getElementById(headingId);
    if (heading) heading.focus({ preventScroll: true });
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    // Looked at again and again: an element that is hidden loses the focus only some frames later, and nothing tells of it.
    const follow = setInterval(() => {
      if (document.activeElement === document.body) document.getElementById(headingId)?.focus({ preventScroll: true });
    }, 100);
    const leave = new AbortController();
    const stop = (): void => {
      clearInterval(follow);
      leave.abort();
    };
    for (const act of ['keydown', 'pointerdown'] as const) window.addEventListener(act, stop, { signal: leave.signal, capture: true });
    return stop;
  }, [path]);
}
