import type { ReactNode, SelectHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldTexts } from './field.tsx';
import { Glyph } from './glyph.tsx';

export type SelectOption<Value extends string = string> = {
  readonly value: Value;
  readonly label: string;
  readonly isDisabled?: boolean | undefined;
  /** Options with the same group stand together under its name. */
  readonly group?: string | undefined;
};

type Native = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'defaultValue' | 'onChange' | 'multiple'>;

export type SelectProps<Value extends string> = Native &
  FieldTexts & {
    readonly options: readonly SelectOption<Value>[];
    /** null: nothing chosen yet; then `placeholder` stands there. */
    readonly value: Value | null;
    readonly onValueChange: (value: Value) => void;
    readonly placeholder?: string | undefined;
    readonly isWide?: boolean | undefined;
  };

/**
 * One of a short list (up to about 15; more: Combobox). The system's own list: right on every phone.
 *
 * @example <Select label="Jenis rapat" options={kinds} value={kind} onValueChange={setKind} placeholder="Pilih jenis" />
 */
export function Select<Value extends string>(props: SelectProps<Value>): ReactNode {
  const { label, isLabelHidden, hint, error, isOptional, id, className, isWide, ...rest } = props;
  const { options, value, onValueChange, placeholder, ...native } = rest;
  const grouped = Map.groupBy(options, (option) => option.group);
  return (
    <Field {...{ id, label, isLabelHidden, hint, error, isOptional }} className={classNames(isWide && 'mv-field-wide', className)}>
      {(control) => (
        <span className="mv-select-parts">
          <select
            {...native}
            {...control}
            className="mv-input mv-select"
            value={value ?? ''}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.currentTarget.value);
              if (chosen !== undefined) onValueChange(chosen.value);
            }}
          >
            {(placeholder !== undefined || value === null) && (
              <option value="" disabled hidden>
                {placeholder}
              </option>
            )}
            {[...grouped].map(([group, members]) =>
              group === undefined ? (
                members.map(drawOption)
              ) : (
                <optgroup key={group} label={group}>
                  {members.map(drawOption)}
                </optgroup>
              ),
            )}
          </select>
          <Glyph name="chevron" />
        </span>
      )}
    </Field>
  );
}

function drawOption(option: SelectOption): ReactNode {
  return (
    <option key={option.value} value={option.value} disabled={option.isDisabled}>
      {option.label}
    </option>
  );
}
