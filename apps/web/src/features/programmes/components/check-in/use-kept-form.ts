import { ProblemError } from '@makaverse/client/call';
import type { CheckInForm } from '@makaverse/contract/programmes-check-in';
import { useEffect } from 'react';
import type { Reading } from '#lib/shown.tsx';

const prefix = 'makaverse.form.';

/** A form as it was last read, for when the server cannot be reached; one the server refuses is forgotten. */
export function useKeptForm(key: string, reading: Reading<CheckInForm>): Reading<CheckInForm> {
  const { data, error } = reading;
  useEffect(() => {
    if (data) localStorage.setItem(prefix + key, JSON.stringify(data));
    else if (error instanceof ProblemError) localStorage.removeItem(prefix + key);
  }, [key, data, error]);
  if (data !== undefined || error instanceof ProblemError) return reading;
  const text = localStorage.getItem(prefix + key);
  return text === null ? reading : { ...reading, data: JSON.parse(text) as CheckInForm };
}
