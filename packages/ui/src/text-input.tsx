import type { ChangeEvent, InputHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldTexts } from './field.tsx';

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'defaultValue' | 'type'>;

export type TextInputProps = Native &
  FieldTexts & {
    readonly value: string;
    readonly onValueChange: (value: string) => void;
    readonly type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | undefined;
    /** Figures: right-aligned, tabular, number pad on a phone. The value stays text: the caller parses it. */
    readonly isNumeric?: boolean | undefined;
    /** Shown at the end, inside: "menit", "miliar". */
    readonly unit?: string | undefined;
    /** Fills its column instead of stopping at 28 rem. */
    readonly isWide?: boolean | undefined;
    readonly ref?: Ref<HTMLInputElement> | undefined;
  };

/**
 * One line of text.
 *
 * @example <TextInput label="Tempat" value={place} onValueChange={setPlace} error={errors.place} />
 */
export function TextInput(props: TextInputProps): ReactNode {
  const { label, isLabelHidden, hint, error, isOptional, id, className, isWide, isNumeric, unit, onValueChange, ...native } = props;
  const change = (event: ChangeEvent<HTMLInputElement>): void => {
    native.onChange?.(event);
    onValueChange(event.currentTarget.value);
  };
  return (
    <Field {...{ id, label, isLabelHidden, hint, error, isOptional }} className={classNames(isWide && 'mv-field-wide', className)}>
      {(control) => (
        <span className="mv-input-parts">
          <input
            type="text"
            inputMode={isNumeric ? 'decimal' : undefined}
            {...native}
            {...control}
            onChange={change}
            className={classNames('mv-input', isNumeric && 'mv-input-number')}
            style={unit === undefined ? undefined : { paddingInlineEnd: `${unit.length * 0.95 + 2}ch` }}
          />
          {unit !== undefined && <span className="mv-input-unit">{unit}</span>}
        </span>
      )}
    </Field>
  );
}
