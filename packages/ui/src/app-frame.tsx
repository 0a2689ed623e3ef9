import { useEffect, useId, useRef, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Glyph } from './glyph.tsx';
import { Link } from './link.tsx';
import { useUiTexts } from './texts.tsx';

export type RailItem = {
  readonly to: string;
  readonly label: string;
  /** 24 px, aria-hidden. */
  readonly icon: ReactNode;
  readonly isCurrent?: boolean | undefined;
  /** What waits there; `countText` says it in words: "5 menunggu Anda". */
  readonly count?: number | undefined;
  readonly countText?: string | undefined;
};

export type AppFrameProps = {
  /** The name at the top of the rail, leading home. */
  readonly brand: ReactNode;
  readonly items: readonly RailItem[];
  /** A thin line over everything: whose eyes one looks through, example data, offline. */
  readonly banner?: ReactNode;
  /** Search and the person's menu. */
  readonly top: ReactNode;
  /** A SidePanel, or nothing. On a phone it takes the place of the content. */
  readonly panel?: ReactNode;
  readonly children: ReactNode;
};

const inBar = 4;

/**
 * The frame around every page: a narrow rail on a desk, a bar with the first four and "more" on a phone.
 *
 * @example <AppFrame brand={<Link href="/">Makaverse</Link>} items={items} top={<PersonMenu />} panel={panel}>{page}</AppFrame>
 */
export function AppFrame(props: AppFrameProps): ReactNode {
  const { brand, items, banner, top, panel, children } = props;
  const texts = useUiTexts();
  const hasPanel = hasContent(panel);
  return (
    <div className={classNames('mv-frame', hasPanel && 'mv-frame-panel')}>
      <a href={hasPanel ? '#mv-record' : '#mv-content'} className="mv-skip mv-visually-hidden">
        {texts.skipToContent}
      </a>
      <header className="mv-frame-head">
        {hasContent(banner) && <div className="mv-frame-banner">{banner}</div>}
        <div className="mv-frame-top">{top}</div>
      </header>
      <div className="mv-frame-rail">
        <nav aria-label={texts.mainNavigation}>
          <div className="mv-frame-brand">{brand}</div>
          <ul className="mv-rail">
            {items.map((item, index) => (
              <li key={item.to} className={index >= inBar ? 'mv-rail-late' : undefined}>
                <RailLink item={item} />
              </li>
            ))}
            {items.length > inBar && (
              <li className="mv-rail-more">
                <More items={items.slice(inBar)} />
              </li>
            )}
          </ul>
        </nav>
      </div>
      <main className="mv-frame-main">
        <div id="mv-content" tabIndex={-1} className="mv-frame-content">
          <div className="mv-frame-page">{children}</div>
        </div>
        {hasPanel && (
          <div id="mv-record" tabIndex={-1} className="mv-frame-side">
            {panel}
          </div>
        )}
      </main>
    </div>
  );
}

function hasContent(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false;
}

function RailLink({ item, onFollow }: { readonly item: RailItem; readonly onFollow?: (() => void) | undefined }): ReactNode {
  return (
    <Link href={item.to} className="mv-rail-item" aria-current={item.isCurrent ? 'page' : undefined} onClick={onFollow}>
      <span className="mv-rail-icon">
        {item.icon}
        {item.count !== undefined && item.count > 0 && (
          <span className="mv-rail-count">
            <span aria-hidden={item.countText === undefined ? undefined : true}>{item.count > 99 ? '99+' : item.count}</span>
          </span>
        )}
      </span>
      <span className="mv-rail-label">{item.label}</span>
      {item.countText !== undefined && <span className="mv-visually-hidden">, {item.countText}</span>}
    </Link>
  );
}

function More({ items }: { readonly items: readonly RailItem[] }): ReactNode {
  const texts = useUiTexts();
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const current = items.some((item) => item.isCurrent);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const element = sheet.current;
    const tell = (event: Event): void => {
      button.current?.setAttribute('aria-expanded', String((event as ToggleEvent).newState === 'open'));
    };
    element?.addEventListener('toggle', tell);
    return () => {
      element?.removeEventListener('toggle', tell);
    };
  }, []);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classNames('mv-rail-item', current && 'mv-rail-has-current')}
        popoverTarget={id}
        aria-expanded="false"
      >
        <span className="mv-rail-icon">
          <Glyph name="more" />
        </span>
        <span className="mv-rail-label">{texts.more}</span>
      </button>
      <div ref={sheet} id={id} popover="auto" className="mv-popup mv-rail-sheet">
        <ul className="mv-rail-sheet-list">
          {items.map((item) => (
            <li key={item.to}>
              <RailLink item={item} onFollow={() => sheet.current?.hidePopover()} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
