import type { FieldTexts } from './field.tsx';
import type { ComboboxOption, OptionSearch } from './option-search.ts';

/** What one choice and several choices have in common. */
export type SharedComboboxProps = FieldTexts & {
  /** Give either all options (filtered here by label and sub) … */
  readonly options?: readonly ComboboxOption[] | undefined;
  /** … or a search; it is also asked with "" when the list opens, for suggestions. */
  readonly onSearch?: OptionSearch | undefined;
  readonly placeholder?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isWide?: boolean | undefined;
  readonly className?: string | undefined;
};

/** One of many. */
export type ComboboxProps = SharedComboboxProps & {
  readonly value: ComboboxOption | null;
  readonly onValueChange: (option: ComboboxOption | null) => void;
};

/** Several of many. */
export type MultiComboboxProps = SharedComboboxProps & {
  readonly values: readonly ComboboxOption[];
  readonly onValuesChange: (options: readonly ComboboxOption[]) => void;
};
