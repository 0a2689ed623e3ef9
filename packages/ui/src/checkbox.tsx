import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, 'checked' | 'defaultChecked' | 'type' | 'onChange'>;

export type CheckboxProps = Native & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly isChecked: boolean;
  readonly onCheckedChange: (isChecked: boolean) => void;
};

/**
 * Yes or no, said in a sentence that is true when ticked.
 *
 * @example <Checkbox label="Undang semua camat" isChecked={isAll} onCheckedChange={setIsAll} />
 */
export function Checkbox({ label, hint, error, isChecked, onCheckedChange, className, id, ...native }: CheckboxProps): ReactNode {
  const ownId = useId();
  const controlId = id ?? ownId;
  const hasError = error !== undefined && error !== null && error !== '';
  const hasHint = hint !== undefined && hint !== null;
  const described = [hasHint && `${controlId}-hint`, hasError && `${controlId}-error`].filter(Boolean).join(' ');
  return (
    <div className={classNames('mv-choice', hasError && 'mv-field-wrong', className)}>
      <input
        {...native}
        id={controlId}
        type="checkbox"
        checked={isChecked}
        aria-invalid={hasError ? true : undefined}
        aria-describedby={described === '' ? undefined : described}
        onChange={(event) => {
          onCheckedChange(event.currentTarget.checked);
        }}
      />
      <label htmlFor={controlId}>{label}</label>
      {hasHint && (
        <div id={`${controlId}-hint`} className="mv-hint">
          {hint}
        </div>
      )}
      {hasError && (
        <p id={`${controlId}-error`} className="mv-field-error">
          {error}
        </p>
      )}
    </div>
  );
}
