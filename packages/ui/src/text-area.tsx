import { useLayoutEffect, useRef, type ChangeEvent, type ReactNode, type TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldTexts } from './field.tsx';

type Native = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'defaultValue'>;

export type TextAreaProps = Native &
  FieldTexts & {
    readonly value: string;
    readonly onValueChange: (value: string) => void;
    readonly isWide?: boolean | undefined;
  };

/**
 * Several lines; grows with its text up to 60 % of the window.
 *
 * @example <TextArea label="Alasan" value={reason} onValueChange={setReason} />
 */
export function TextArea(props: TextAreaProps): ReactNode {
  const { label, isLabelHidden, hint, error, isOptional, id, className, isWide, onValueChange, ...native } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = area.current;
    // Browsers without `field-sizing` get the same height by measuring.
    if (element === null || CSS.supports('field-sizing', 'content')) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight + 2}px`;
  }, [native.value]);
  const change = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    native.onChange?.(event);
    onValueChange(event.currentTarget.value);
  };
  return (
    <Field {...{ id, label, isLabelHidden, hint, error, isOptional }} className={classNames(isWide && 'mv-field-wide', className)}>
      {(control) => <textarea rows={3} {...native} {...control} ref={area} onChange={change} className="mv-input mv-text-area" />}
    </Field>
  );
}
