import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

interface PanelPlace {
  readonly target: HTMLElement | null;
  readonly claim: () => () => void;
}
const PanelContext = createContext<PanelPlace | null>(null);

/** Keeps the place on the right of the frame where a record opens beside its list. */
export function PanelProvider({ children }: { readonly children: (panel: ReactNode) => ReactNode }): ReactNode {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const [claims, setClaims] = useState(0);
  const claim = useCallback(() => {
    setClaims((count) => count + 1);
    return () => setClaims((count) => count - 1);
  }, []);
  const place = useMemo<PanelPlace>(() => ({ target, claim }), [target, claim]);
  return <PanelContext value={place}>{children(claims > 0 ? <div className="app-panel" ref={setTarget} /> : null)}</PanelContext>;
}

/**
 * Shows its children (a `SidePanel`) beside the list, or as the page on a phone.
 * @example <InPanel><SidePanel title={…} closeHref={pageOf.directives()} recordId={id}>…</SidePanel></InPanel>
 */
export function InPanel({ children }: { readonly children: ReactNode }): ReactNode {
  const place = useContext(PanelContext);
  if (!place) throw new Error('InPanel outside the frame');
  const { claim, target } = place;
  useEffect(() => claim(), [claim]);
  return target && createPortal(children, target);
}
