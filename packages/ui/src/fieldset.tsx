import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type FieldsetProps = {
  readonly legend: string;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/**
 * Several controls that answer one question.
 *
 * @example <Fieldset legend="Hari kerja"><Checkbox … /><Checkbox … /></Fieldset>
 */
export function Fieldset({ legend, hint, error, className, children }: FieldsetProps): ReactNode {
  const id = useId();
  const hasError = error !== undefined && error !== null && error !== '';
  const hasHint = hint !== undefined && hint !== null && hint !== '';
  const described = [hasHint && `${id}-hint`, hasError && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      className={classNames('mv-fieldset', hasError && 'mv-field-wrong', className)}
      aria-describedby={described === '' ? undefined : described}
    >
      <legend className="mv-label">{legend}</legend>
      {hasHint && (
        <div id={`${id}-hint`} className="mv-hint">
          {hint}
        </div>
      )}
      {children}
      {hasError && (
        <p id={`${id}-error`} className="mv-field-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}
