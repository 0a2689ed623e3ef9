import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { useUiTexts } from './texts.tsx';

/** What every control with a label shares. */
export type FieldTexts = {
  readonly label: string;
  /** Hides the label from the eye (a search field beside its heading), never from a listener. */
  readonly isLabelHidden?: boolean | undefined;
  /** How to fill it, before one does: "Contoh: Jumat depan". */
  readonly hint?: ReactNode;
  /** What is wrong and what to do: "Tanggal sudah lewat. Pilih hari ini atau sesudahnya." */
  readonly error?: string | null | undefined;
  /** Marks the few that may stay empty, instead of starring the many that may not. */
  readonly isOptional?: boolean | undefined;
};

/** Spread on the control inside a {@link Field}. */
export type ControlWiring = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

export type FieldProps = FieldTexts & {
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly children: (control: ControlWiring) => ReactNode;
};

/**
 * Label, hint and error around one control, wired for listeners. The ready controls (TextInput, Select, …)
 * have it inside; use it for a control of your own.
 *
 * @example <Field label="NIP" hint="18 angka" error={error}>{(control) => <input {...control} />}</Field>
 */
export function Field({ id, label, isLabelHidden, hint, error, isOptional, className, children }: FieldProps): ReactNode {
  const texts = useUiTexts();
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = `${controlId}-hint`;
  const errorId = `${controlId}-error`;
  const hasHint = hint !== undefined && hint !== null && hint !== '';
  const hasError = error !== undefined && error !== null && error !== '';
  const described = [hasHint && hintId, hasError && errorId].filter(Boolean).join(' ');
  return (
    <div className={classNames('mv-field', hasError && 'mv-field-wrong', className)}>
      <label htmlFor={controlId} className={isLabelHidden ? 'mv-visually-hidden' : 'mv-label'}>
        {label}
        {isOptional && <span className="mv-label-aside"> ({texts.optional})</span>}
      </label>
      {hasHint && (
        <div id={hintId} className="mv-hint">
          {hint}
        </div>
      )}
      {children({
        id: controlId,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': hasError ? true : undefined,
      })}
      {hasError && (
        <p id={errorId} className="mv-field-error">
          {error}
        </p>
      )}
    </div>
  );
}
