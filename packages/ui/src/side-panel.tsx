import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Glyph } from './glyph.tsx';
import { Link } from './link.tsx';
import { useUiTexts } from './texts.tsx';

export type SidePanelProps = {
  readonly title: ReactNode;
  /** A quiet line over the title: what this is. "Arahan 12". */
  readonly kicker?: ReactNode;
  /** Where the list is, without the record: the panel has its own address, and closing is going there. */
  readonly closeHref: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Changes with the record, so that focus moves to the new title. */
  readonly recordId: string;
  /** true: focus moves to the title when the record changes (default). A list walked with ↑ ↓ sets false. */
  readonly hasFocus?: boolean | undefined;
};

/**
 * The record beside its list; on a phone it is the page. Give it to AppFrame's `panel`. Esc closes.
 *
 * @example <SidePanel title={directive.words} kicker="Arahan 12" closeHref="/arahan" recordId={directive.id}>…</SidePanel>
 */
export function SidePanel(props: SidePanelProps): ReactNode {
  const { title, kicker, closeHref, actions, children, recordId, hasFocus = true } = props;
  const texts = useUiTexts();
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const closing = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hasFocus) heading.current?.focus({ preventScroll: true });
  }, [recordId, hasFocus]);
  return (
    <aside
      className="mv-panel"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        const isHandled = event.defaultPrevented || event.target instanceof HTMLInputElement;
        if (event.key === 'Escape' && !isHandled) closing.current?.querySelector('a')?.click();
      }}
    >
      <div ref={closing} className="mv-panel-close">
        <Link href={closeHref} className="mv-panel-back">
          <Glyph name="back" />
          {texts.back}
        </Link>
        {actions !== undefined && <div className="mv-panel-actions">{actions}</div>}
        <Link href={closeHref} className="mv-icon-button mv-panel-cross" aria-label={texts.close} title={texts.close}>
          <Glyph name="close" />
        </Link>
      </div>
      {kicker !== undefined && <p className="mv-kicker">{kicker}</p>}
      <h1 id={titleId} ref={heading} tabIndex={-1} className="mv-panel-title">
        {title}
      </h1>
      <div className="mv-panel-body">{children}</div>
    </aside>
  );
}
