import { lazy, Suspense, type ReactNode } from 'react';
import type { ComboboxProps, MultiComboboxProps, SharedComboboxProps } from './combobox-props.ts';
import { Field } from './field.tsx';

export type { ComboboxOption, OptionSearch } from './option-search.ts';

// The listbox machinery is some 48 kB gzip: fetched when the first combobox is shown, never with the first page.
const Single = lazy(async () => ({ default: (await import('./combobox-base.tsx')).SingleCombobox }));
const Chips = lazy(async () => ({ default: (await import('./combobox-base.tsx')).ChipsCombobox }));

function Waiting(props: SharedComboboxProps): ReactNode {
  const { label, isLabelHidden, hint, error, isOptional } = props;
  return (
    <Field {...{ label, isLabelHidden, hint, error, isOptional }}>
      {(control) => <input {...control} className="mv-input" disabled placeholder={props.placeholder} />}
    </Field>
  );
}

/**
 * One of many, found by typing. ↑ ↓ move, Enter takes, Esc closes.
 *
 * @example <Combobox label="Penelaah" onSearch={searchPeople} value={reviewer} onValueChange={setReviewer} />
 */
export function Combobox(props: ComboboxProps): ReactNode {
  return (
    <Suspense fallback={<Waiting {...props} />}>
      <Single {...props} />
    </Suspense>
  );
}

/**
 * Several of many; the chosen stand before the cursor as chips, Backspace takes the last one back.
 *
 * @example <MultiCombobox label="Perangkat daerah" options={units} values={chosen} onValuesChange={setChosen} />
 */
export function MultiCombobox(props: MultiComboboxProps): ReactNode {
  return (
    <Suspense fallback={<Waiting {...props} />}>
      <Chips {...props} />
    </Suspense>
  );
}
