import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from './link.tsx';
import { nextIndex } from './roving.ts';

export type Tab<Id extends string = string> = {
  readonly id: Id;
  readonly label: string;
  readonly count?: number | undefined;
  readonly content: ReactNode;
};

export type TabsProps<Id extends string> = {
  /** What the tabs choose between. */
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
};

/**
 * Parts of one record that are not looked at together. ← → Home End move and show at once.
 *
 * @example <Tabs label="Bagian arahan" tabs={parts} selected={part} onSelect={setPart} />
 */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: TabsProps<Id>): ReactNode {
  const id = useId();
  const strip = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === selected);
    const isAcross = event.key !== 'ArrowUp' && event.key !== 'ArrowDown';
    const next = isAcross ? nextIndex(event.key, at, tabs.length) : null;
    const tab = next === null ? undefined : tabs[next];
    if (next === null || tab === undefined) return;
    event.preventDefault();
    onSelect(tab.id);
    strip.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  const shown = tabs.find((tab) => tab.id === selected);
  return (
    <div className="mv-tabs">
      <div ref={strip} role="tablist" aria-label={label} className="mv-tab-strip" onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab.id === selected}
            aria-controls={tab.id === selected ? `${id}-shown` : undefined}
            tabIndex={tab.id === selected ? 0 : -1}
            className="mv-tab"
            onClick={() => {
              onSelect(tab.id);
            }}
          >
            {tab.label}
            {tab.count !== undefined && <span className="mv-tab-count">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-shown`} aria-labelledby={`${id}-${selected}`} tabIndex={0} className="mv-tab-panel">
        {shown?.content}
      </div>
    </div>
  );
}

export type TabLinksProps = {
  readonly label: string;
  readonly links: readonly {
    readonly href: string;
    readonly label: string;
    readonly count?: number | undefined;
    readonly isCurrent?: boolean | undefined;
  }[];
};

/**
 * The same look for parts that have their own addresses.
 *
 * @example <TabLinks label="Direktori" links={[{ href: "/direktori", label: "Pohon", isCurrent: true }]} />
 */
export function TabLinks({ label, links }: TabLinksProps): ReactNode {
  return (
    <nav aria-label={label} className="mv-tab-strip">
      {links.map((link) => (
        <Link key={link.href} href={link.href} className="mv-tab" aria-current={link.isCurrent ? 'page' : undefined}>
          {link.label}
          {link.count !== undefined && <span className="mv-tab-count">{link.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
