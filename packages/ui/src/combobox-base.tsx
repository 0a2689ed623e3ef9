import { Combobox as Base } from '@base-ui/react/combobox';
import { useRef, type ReactNode } from 'react';
import type { ComboboxProps, MultiComboboxProps } from './combobox-props.ts';
import { ComboboxPopup } from './combobox-popup.tsx';
import { classNames } from './class-names.ts';
import { Field } from './field.tsx';
import { Glyph } from './glyph.tsx';
import { useOptionSearch, withChosen, type ComboboxOption } from './option-search.ts';
import { useUiTexts } from './texts.tsx';

const wordsOf = (option: ComboboxOption): string => option.label;
const isSame = (one: ComboboxOption, other: ComboboxOption): boolean => one.value === other.value;

/** Esc closes the list and nothing more: a choice made is not lost by the key that leaves. */
function keepsChoice(details: { readonly reason: string; readonly cancel: () => void }): boolean {
  if (details.reason !== 'escape-key') return false;
  details.cancel();
  return true;
}

function useMatch(): (option: ComboboxOption, query: string) => boolean {
  const { contains } = Base.useFilter();
  return (option, query) => contains(`${option.label} ${option.sub ?? ''}`, query);
}

/** Loaded by `combobox.tsx` when first shown. */
export function SingleCombobox(props: ComboboxProps): ReactNode {
  const { label, isLabelHidden, hint, error, isOptional, isWide, className, placeholder } = props;
  const texts = useUiTexts();
  const anchor = useRef<HTMLDivElement>(null);
  const search = useOptionSearch(props.onSearch);
  const match = useMatch();
  const chosen = props.value === null ? [] : [props.value];
  return (
    <Field {...{ label, isLabelHidden, hint, error, isOptional }} className={classNames(isWide && 'mv-field-wide', className)}>
      {(control) => (
        <Base.Root
          items={props.options ?? withChosen(search.found, chosen)}
          value={props.value}
          onValueChange={(option, details) => {
            if (keepsChoice(details)) return;
            props.onValueChange(option);
          }}
          itemToStringLabel={wordsOf}
          isItemEqualToValue={isSame}
          filter={props.onSearch === undefined ? match : null}
          disabled={props.isDisabled}
          autoHighlight
          onOpenChange={(isOpen) => {
            if (isOpen && search.found.length === 0) search.ask('');
          }}
          onInputValueChange={(query, details) => {
            if (details.reason !== 'item-press' && details.reason !== 'none') search.ask(query);
          }}
        >
          <Base.InputGroup ref={anchor} className="mv-combobox">
            <Base.Input {...control} placeholder={placeholder} className="mv-input" />
            <span className="mv-combobox-buttons">
              <Base.Clear className="mv-combobox-button" aria-label={texts.clear}>
                <Glyph name="close" />
              </Base.Clear>
              <Base.Trigger className="mv-combobox-button" aria-label={texts.openList}>
                <Glyph name="chevron" />
              </Base.Trigger>
            </span>
          </Base.InputGroup>
          <ComboboxPopup anchor={anchor} search={search} />
        </Base.Root>
      )}
    </Field>
  );
}

/** Loaded by `combobox.tsx` when first shown. */
export function ChipsCombobox(props: MultiComboboxProps): ReactNode {
  const { label, isLabelHidden, hint, error, isOptional, isWide, className, placeholder } = props;
  const texts = useUiTexts();
  const anchor = useRef<HTMLDivElement>(null);
  const search = useOptionSearch(props.onSearch);
  const match = useMatch();
  return (
    <Field {...{ label, isLabelHidden, hint, error, isOptional }} className={classNames(isWide && 'mv-field-wide', className)}>
      {(control) => (
        <Base.Root
          multiple
          items={props.options ?? withChosen(search.found, props.values)}
          value={[...props.values]}
          onValueChange={(options, details) => {
            if (keepsChoice(details)) return;
            props.onValuesChange(options);
          }}
          itemToStringLabel={wordsOf}
          isItemEqualToValue={isSame}
          filter={props.onSearch === undefined ? match : null}
          disabled={props.isDisabled}
          autoHighlight
          onOpenChange={(isOpen) => {
            if (isOpen && search.found.length === 0) search.ask('');
          }}
          onInputValueChange={(query, details) => {
            if (details.reason !== 'none') search.ask(details.reason === 'item-press' ? '' : query);
          }}
        >
          <Base.InputGroup ref={anchor} className="mv-combobox mv-combobox-chips">
            <Base.Chips className="mv-chips" aria-label={props.values.length > 0 ? label : undefined}>
              {props.values.map((option) => (
                <Base.Chip key={option.value} className="mv-chip" aria-label={option.label}>
                  {option.label}
                  <Base.ChipRemove className="mv-chip-remove" aria-label={texts.remove(option.label)}>
                    <Glyph name="close" />
                  </Base.ChipRemove>
                </Base.Chip>
              ))}
              <Base.Input {...control} placeholder={props.values.length === 0 ? placeholder : undefined} className="mv-chips-input" />
            </Base.Chips>
          </Base.InputGroup>
          <ComboboxPopup anchor={anchor} search={search} />
        </Base.Root>
      )}
    </Field>
  );
}
