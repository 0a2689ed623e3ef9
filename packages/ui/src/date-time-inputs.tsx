import type { InputHTMLAttributes, ReactNode } from 'react';
import { Field, type FieldTexts } from './field.tsx';

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'defaultValue' | 'type' | 'onChange'>;

export type DateInputProps = Native &
  FieldTexts & {
    /** ISO 8601: "2022-03-22"; DateTimeInput "2022-03-22T09:00"; TimeInput "09:00"; "" when empty. Always Makassar time. */
    readonly value: string;
    readonly onValueChange: (value: string) => void;
    /** The same date in words, under the field, because the browser writes dates its own way: "Selasa, 22 Maret 2022". */
    readonly spoken?: string | undefined;
  };

function inputOf(kind: 'date' | 'time', props: DateInputProps): ReactNode {
  const { label, isLabelHidden, hint, error, isOptional, id, className, spoken, onValueChange, ...native } = props;
  return (
    <Field {...{ id, label, isLabelHidden, hint, error, isOptional, className }}>
      {(control) => (
        <>
          <input
            {...native}
            {...control}
            type={kind}
            className="mv-input mv-date"
            onChange={(event) => {
              onValueChange(event.currentTarget.value);
            }}
          />
          {spoken !== undefined && <output className="mv-spoken-date">{spoken}</output>}
        </>
      )}
    </Field>
  );
}

/**
 * A day. `min` and `max` take the same form as `value`.
 *
 * @example <DateInput label="Tenggat" value={day} onValueChange={setDay} min="2022-03-22" spoken={inWords(day)} />
 */
export function DateInput(props: DateInputProps): ReactNode {
  return inputOf('date', props);
}

/**
 * A time of day, "09:00".
 *
 * @example <TimeInput label="Mulai" value={start} onValueChange={setStart} />
 */
export function TimeInput(props: DateInputProps): ReactNode {
  return inputOf('time', props);
}

/**
 * A day and a time as two fields under one label: easier by keyboard and thumb than one long one.
 *
 * @example <DateTimeInput label="Waktu" timeLabel="Jam" value="2022-03-22T09:00" onValueChange={setStart} />
 */
export function DateTimeInput(props: DateInputProps & { readonly timeLabel: string }): ReactNode {
  const { label, isLabelHidden, hint, error, isOptional, id, className, spoken, onValueChange, ...rest } = props;
  const { timeLabel, value, min, max, ...native } = rest;
  const [day = '', time = ''] = value.split('T');
  const change = (nextDay: string, nextTime: string): void => {
    onValueChange(nextDay === '' && nextTime === '' ? '' : `${nextDay}T${nextTime}`);
  };
  return (
    <Field {...{ id, label, isLabelHidden, hint, error, isOptional, className }}>
      {(control) => (
        <>
          <span className="mv-date-parts">
            <input
              {...native}
              {...control}
              type="date"
              className="mv-input mv-date"
              value={day}
              min={String(min ?? '').slice(0, 10) || undefined}
              max={String(max ?? '').slice(0, 10) || undefined}
              onChange={(event) => {
                change(event.currentTarget.value, time);
              }}
            />
            <input
              {...native}
              type="time"
              className="mv-input mv-date"
              aria-label={timeLabel}
              aria-describedby={control['aria-describedby']}
              aria-invalid={control['aria-invalid']}
              value={time}
              onChange={(event) => {
                change(day, event.currentTarget.value);
              }}
            />
          </span>
          {spoken !== undefined && <output className="mv-spoken-date">{spoken}</output>}
        </>
      )}
    </Field>
  );
}
