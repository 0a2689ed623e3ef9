import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';

const prefix = 'makaverse.draft.';

/**
 * Text that survives a closed browser: kept on this device under `key` until `forget` is called after it was sent.
 * @example const [words, setWords, forget] = useDraft(`ack.${taskId}`, '');
 */
export function useDraft(key: string, initial: string): [string, Dispatch<SetStateAction<string>>, () => void] {
  const [value, setValue] = useState(() => localStorage.getItem(prefix + key) ?? initial);
  useEffect(() => {
    if (value === initial) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, value);
  }, [key, value, initial]);
  const forget = (): void => {
    localStorage.removeItem(prefix + key);
    setValue(initial);
  };
  return [value, setValue, forget];
}
