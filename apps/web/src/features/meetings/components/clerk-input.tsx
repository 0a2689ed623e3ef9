import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineDirectory } from '../model/clerk-line.ts';
import { suggestionsAt, takeSuggestion } from '../model/line-suggestions.ts';
import type { Named } from '../model/match-name.ts';

/**
 * The one line of the clerk: a text field with a list of names for the piece under the cursor (ARIA combobox with list). ↑ ↓ choose,
 * Enter or Tab takes, Esc shuts the list; with nothing chosen Enter keeps the line.
 */
export function ClerkInput(props: {
  readonly label: string;
  readonly value: string;
  readonly directory: LineDirectory;
  readonly describedBy: string;
  readonly onValueChange: (line: string) => void;
  readonly onEnter: () => void;
  /** Esc with no list open. */
  readonly onEscape: () => void;
  /** Alt with ↑ (older) or ↓ (newer). */
  readonly onWalk: (direction: 'older' | 'newer') => void;
}): ReactNode {
  const { label, value, directory, describedBy, onValueChange, onEnter, onEscape, onWalk } = props;
  const { t } = useTranslation('meeting-room');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const wantedCursor = useRef<number | null>(null);
  const [cursor, setCursor] = useState(value.length);
  const [shutFor, setShutFor] = useState<string | null>(null);
  const [chosen, setChosen] = useState<{ readonly line: string; readonly index: number } | null>(null);
  const { piece, options, firstActive } = suggestionsAt(value, cursor, directory);
  const isOpen = options.length > 0 && shutFor !== value;
  const active = chosen?.line === value ? chosen.index : firstActive;

  useLayoutEffect(() => {
    const lead = (): void => {
      if (document.activeElement === input.current) return;
      input.current?.focus();
      input.current?.setSelectionRange(value.length, value.length);
    };
    // At once: the key pressed right after Alt ↑ is meant for the line that came.
    lead();
    // And after the frame has moved focus to the page's heading: whoever opens this page has come to type.
    const timer = setTimeout(lead, 0);
    return () => clearTimeout(timer);
  }, []);
  useLayoutEffect(() => {
    if (wantedCursor.current === null) return;
    input.current?.setSelectionRange(wantedCursor.current, wantedCursor.current);
    wantedCursor.current = null;
  }, [value]);

  const take = (option: Named): void => {
    const taken = takeSuggestion(value, piece!, option, directory);
    wantedCursor.current = taken.cursor;
    setCursor(taken.cursor);
    onValueChange(taken.line);
    input.current?.focus();
  };
  const choose = (index: number): void => {
    setChosen({ line: value, index });
    document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    const { key } = event;
    if (event.nativeEvent.isComposing) return false;
    if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      onWalk(key === 'ArrowUp' ? 'older' : 'newer');
    } else if (key === 'Enter') {
      if (isOpen && active >= 0) take(options[active]!);
      else onEnter();
    } else if (key === 'Escape') {
      if (isOpen) setShutFor(value);
      else onEscape();
    } else if (isOpen && key === 'ArrowDown') choose((active + 1) % options.length);
    else if (isOpen && key === 'ArrowUp') choose(active <= 0 ? options.length - 1 : active - 1);
    else if (isOpen && key === 'Tab' && !event.shiftKey && piece!.text !== '') take(options[Math.max(0, active)]!);
    else return false;
    return true;
  };
  return (
    <div className="clerk-field">
      <label className="mv-label" htmlFor={`${id}-line`}>
        {label}
      </label>
      <input
        ref={input}
        id={`${id}-line`}
        type="text"
        role="combobox"
        className="mv-input clerk-line"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby={describedBy}
        aria-keyshortcuts="Enter Alt+ArrowUp"
        autoComplete="off"
        autoCapitalize="sentences"
        enterKeyHint="send"
        spellCheck={false}
        maxLength={6000}
        placeholder={t('clerk.placeholder')}
        value={value}
        onChange={(event) => {
          setCursor(event.currentTarget.selectionStart ?? event.currentTarget.value.length);
          onValueChange(event.currentTarget.value);
        }}
        onSelect={(event) => setCursor(event.currentTarget.selectionStart ?? value.length)}
        onKeyDown={(event) => {
          if (press(event)) event.preventDefault();
        }}
        onBlur={() => setShutFor(value)}
        onFocus={() => setShutFor(null)}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={t('clerk.suggestions')} className="mv-popup clerk-suggestions" hidden={!isOpen}>
        {isOpen &&
          options.map((option, index) => (
            <li
              key={option.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              className="mv-popup-item"
              data-highlighted={index === active || undefined}
              // The field keeps the focus; a press on the list would take it away before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
            >
              <span className="mv-popup-item-words">
                <span>{option.name}</span>
                {option.aliases[0] && option.aliases[0] !== option.name && <span className="mv-popup-item-sub">{option.aliases[0]}</span>}
              </span>
            </li>
          ))}
      </ul>
    </div>
  );
}
