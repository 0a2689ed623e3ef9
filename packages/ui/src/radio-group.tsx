import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Fieldset } from './fieldset.tsx';

export type RadioOption<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly isDisabled?: boolean | undefined;
};

export type RadioGroupProps<Value extends string> = {
  readonly legend: string;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly options: readonly RadioOption<Value>[];
  readonly value: Value | null;
  readonly onValueChange: (value: Value) => void;
  /** Side by side; only for two or three short ones. */
  readonly isInline?: boolean | undefined;
};

/**
 * One of a few, all seen at once.
 *
 * @example <RadioGroup legend="Saran penelaah" options={advice} value={choice} onValueChange={setChoice} />
 */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>): ReactNode {
  const { legend, hint, error, options, value, onValueChange, isInline } = props;
  const name = useId();
  return (
    <Fieldset {...{ legend, hint, error }}>
      <div className={classNames('mv-choices', isInline && 'mv-choices-inline')}>
        {options.map((option) => {
          const id = `${name}-${option.value}`;
          const hasHint = option.hint !== undefined && option.hint !== null;
          return (
            <div key={option.value} className="mv-choice">
              <input
                id={id}
                type="radio"
                name={name}
                value={option.value}
                checked={option.value === value}
                disabled={option.isDisabled}
                aria-describedby={hasHint ? `${id}-hint` : undefined}
                onChange={() => {
                  onValueChange(option.value);
                }}
              />
              <label htmlFor={id}>{option.label}</label>
              {hasHint && (
                <div id={`${id}-hint`} className="mv-hint">
                  {option.hint}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}
