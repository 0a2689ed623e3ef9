import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Glyph } from './glyph.tsx';
import { Link } from './link.tsx';
import { nextIndex } from './roving.ts';
import { useUiTexts } from './texts.tsx';

export type Command = {
  readonly id: string;
  readonly label: string;
  readonly sub?: string | undefined;
  readonly icon?: ReactNode;
  /** A key that does the same: "G H". */
  readonly keys?: string | undefined;
  /** Goes somewhere … */
  readonly href?: string | undefined;
  /** … or does something. The palette closes either way. */
  readonly onSelect?: (() => void) | undefined;
};

export type CommandPaletteProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Names the field: "Cari atau lakukan". */
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQueryChange: (query: string) => void;
  /** Already found and ordered by the caller, in groups. */
  readonly groups: readonly { readonly id: string; readonly label: string; readonly commands: readonly Command[] }[];
  readonly isBusy?: boolean | undefined;
  /** A line at the foot on how to use it. */
  readonly hint?: ReactNode;
};

/**
 * One line for everything one may find and do. ↑ ↓ move, Enter takes, Esc closes. The caller listens for Ctrl/⌘ K.
 *
 * @example <CommandPalette isOpen={isOpen} onClose={close} label="Cari atau lakukan" placeholder="…" query={query} onQueryChange={setQuery} groups={groups} />
 */
export function CommandPalette(props: CommandPaletteProps): ReactNode {
  const { isOpen, onClose, label } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (isOpen && !element.open) element.showModal();
    if (!isOpen && element.open) element.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      className="mv-dialog mv-palette"
      aria-label={label}
      onClose={onClose}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {isOpen && <PaletteBody {...props} />}
    </dialog>
  );
}

function PaletteBody(props: CommandPaletteProps): ReactNode {
  const { onClose, label, placeholder, query, onQueryChange, groups, isBusy, hint } = props;
  const texts = useUiTexts();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const commands = groups.flatMap((group) => group.commands);
  const [activeId, setActiveId] = useState<string | null>(null);
  const at = Math.max(
    0,
    commands.findIndex((command) => command.id === activeId),
  );
  const active = commands[at];

  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.click();
      return;
    }
    const isVertical = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    const next = isVertical ? nextIndex(event.key, at, commands.length) : null;
    if (next === null) return;
    event.preventDefault();
    setActiveId(commands[next]?.id ?? null);
    list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div className="mv-palette-sheet">
      <div className="mv-palette-line">
        <Glyph name="search" />
        <input
          // The palette is opened by a key in order to type; focus anywhere else would be the surprise.
          autoFocus
          type="text"
          role="combobox"
          className="mv-palette-input"
          aria-label={label}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            setActiveId(null);
            onQueryChange(event.currentTarget.value);
          }}
          onKeyDown={move}
        />
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className="mv-palette-list">
        {groups
          .filter((group) => group.commands.length > 0)
          .map((group) => (
            <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}-name`}>
              <div id={`${id}-${group.id}-name`} role="presentation" className="mv-popup-heading">
                {group.label}
              </div>
              {group.commands.map((command) => (
                <Option key={command.id} id={`${id}-${command.id}`} command={command} isActive={command === active} onClose={onClose} />
              ))}
            </div>
          ))}
      </div>
      <div role="status" className={classNames(commands.length === 0 && 'mv-popup-note')}>
        {commands.length === 0 && (isBusy ? texts.searching : texts.noMatch)}
      </div>
      {hint !== undefined && <p className="mv-palette-hint">{hint}</p>}
    </div>
  );
}

function Option(props: {
  readonly id: string;
  readonly command: Command;
  readonly isActive: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { id, command, isActive, onClose } = props;
  const shared = {
    id,
    role: 'option',
    'aria-selected': isActive,
    tabIndex: -1,
    className: 'mv-popup-item mv-palette-item',
    onClick: () => {
      onClose();
      command.onSelect?.();
    },
  } as const;
  const words = (
    <>
      {command.icon}
      <span className="mv-popup-item-words">
        <span>{command.label}</span>
        {command.sub !== undefined && <span className="mv-popup-item-sub">{command.sub}</span>}
      </span>
      {command.keys !== undefined && <kbd className="mv-key">{command.keys}</kbd>}
    </>
  );
  return command.href === undefined ? (
    <div {...shared}>{words}</div>
  ) : (
    <Link href={command.href} {...shared}>
      {words}
    </Link>
  );
}
