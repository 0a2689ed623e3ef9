import { Combobox as Base } from '@base-ui/react/combobox';
import { useLayoutEffect, useState, type ReactNode, type RefObject } from 'react';
import { Glyph } from './glyph.tsx';
import type { ComboboxOption, OptionSearchState } from './option-search.ts';
import { useUiTexts } from './texts.tsx';

/** The list under a combobox. Inside a modal dialog it is mounted in that dialog, because the rest of the page is inert. */
export function ComboboxPopup(props: { readonly anchor: RefObject<HTMLDivElement | null>; readonly search: OptionSearchState }): ReactNode {
  const texts = useUiTexts();
  const [container, setContainer] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    setContainer(props.anchor.current?.closest('dialog') ?? document.body);
  }, [props.anchor]);
  const { isSearching, hasFailed } = props.search;
  const status = isSearching ? texts.searching : hasFailed ? texts.searchFailed : null;
  return (
    <Base.Portal container={container}>
      <Base.Positioner className="mv-popup-positioner" sideOffset={4} positionMethod="fixed" anchor={props.anchor}>
        <Base.Popup className="mv-popup mv-combobox-popup" aria-busy={isSearching || undefined}>
          <Base.Status>{status !== null && <p className="mv-popup-note">{status}</p>}</Base.Status>
          <Base.Empty>{status === null && <p className="mv-popup-note">{texts.noMatch}</p>}</Base.Empty>
          <Base.List className="mv-combobox-list">
            {(option: ComboboxOption) => (
              <Base.Item key={option.value} value={option} className="mv-popup-item">
                <span className="mv-popup-item-words">
                  <span>{option.label}</span>
                  {option.sub !== undefined && <span className="mv-popup-item-sub">{option.sub}</span>}
                </span>
                <Base.ItemIndicator>
                  <Glyph name="check" />
                </Base.ItemIndicator>
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
