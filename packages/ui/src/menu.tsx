import { useId, useRef, type KeyboardEvent, type ReactNode, type ToggleEvent } from 'react';
import { classNames } from './class-names.ts';
import { Glyph } from './glyph.tsx';
import { Link } from './link.tsx';
import { nextIndex, typedIndex } from './roving.ts';

export type MenuItem =
  | {
      readonly id: string;
      readonly label: string;
      readonly sub?: string | undefined;
      readonly icon?: ReactNode;
      /** Does something … */
      readonly onSelect?: (() => void) | undefined;
      /** … or goes somewhere. */
      readonly href?: string | undefined;
      readonly tone?: 'danger' | undefined;
      readonly isDisabled?: boolean | undefined;
      /** true or false makes it one of a choice (theme, language, role). */
      readonly isChecked?: boolean | undefined;
    }
  | { readonly id: string; readonly heading: string }
  | { readonly id: string; readonly isLine: true };

export type MenuProps = {
  /** What stands on the button. */
  readonly trigger: ReactNode;
  /** The button's name when `trigger` is a sign alone. */
  readonly label?: string | undefined;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'end' | undefined;
  /** Classes of the button; "mv-button mv-button-quiet" when not given. */
  readonly className?: string | undefined;
  readonly hasChevron?: boolean | undefined;
};

/**
 * A few actions on one thing. The browser's popover; ↑ ↓ Home End move, typed letters jump, Esc closes.
 *
 * @example <Menu trigger="Tindakan" items={[{ id: "print", label: "Cetak", onSelect: print }]} />
 */
export function Menu(props: MenuProps): ReactNode {
  const { trigger, label, items, align = 'start', className, hasChevron = true } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const entries = (): HTMLElement[] => [
    ...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])') ?? []),
  ];
  const place = (event: ToggleEvent<HTMLDivElement>): void => {
    const isOpen = event.newState === 'open';
    button.current?.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen || button.current === null) return;
    putBeside(event.currentTarget, button.current, align);
    entries()[0]?.focus();
  };
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next =
      nextIndex(event.key, at, all.length) ??
      typedIndex(
        event,
        at,
        all.map((entry) => entry.innerText),
      );
    if (event.key === 'Tab') list.current?.hidePopover();
    if (next === null) return;
    event.preventDefault();
    all[next]?.focus();
  };
  return (
    <span className="mv-menu">
      <button
        ref={button}
        type="button"
        className={className ?? 'mv-button mv-button-quiet'}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded="false"
        aria-label={label}
        title={label}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          list.current?.showPopover();
        }}
      >
        {trigger}
        {hasChevron && <Glyph name="chevron" />}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className="mv-popup mv-menu-list"
        onToggle={place}
        onKeyDown={move}
      >
        {items.map((item) => drawItem(item, () => list.current?.hidePopover()))}
      </div>
    </span>
  );
}

function drawItem(item: MenuItem, close: () => void): ReactNode {
  if ('isLine' in item) return <div key={item.id} role="separator" className="mv-popup-line" />;
  if ('heading' in item)
    return (
      <div key={item.id} role="presentation" className="mv-popup-heading">
        {item.heading}
      </div>
    );
  const shared = {
    className: classNames('mv-popup-item', item.tone === 'danger' && 'mv-popup-item-danger'),
    role: item.isChecked === undefined ? 'menuitem' : 'menuitemradio',
    'aria-checked': item.isChecked,
    'aria-disabled': item.isDisabled,
    tabIndex: -1,
    onClick: () => {
      if (item.isDisabled) return;
      close();
      item.onSelect?.();
    },
  };
  const words = (
    <>
      {item.icon}
      <span className="mv-popup-item-words">
        <span>{item.label}</span>
        {item.sub !== undefined && <span className="mv-popup-item-sub">{item.sub}</span>}
      </span>
      {item.isChecked && <Glyph name="check" />}
    </>
  );
  return item.href === undefined || item.isDisabled ? (
    <button key={item.id} type="button" {...shared}>
      {words}
    </button>
  ) : (
    <Link key={item.id} href={item.href} {...shared}>
      {words}
    </Link>
  );
}

/** Under the button where there is room, above it where there is not, never outside the window. */
function putBeside(popup: HTMLElement, anchor: HTMLElement, align: 'start' | 'end'): void {
  const gap = 4;
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popup;
  const wanted = align === 'end' ? box.right - width : box.left;
  const left = Math.max(gap, Math.min(wanted, window.innerWidth - width - gap));
  const hasRoomBelow = box.bottom + gap + height <= window.innerHeight;
  const top = hasRoomBelow ? box.bottom + gap : Math.max(gap, box.top - gap - height);
  popup.style.left = `${left}px`;
  popup.style.top = `${top}px`;
}
