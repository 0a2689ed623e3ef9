import { useEffect, useState } from 'react';

/** The device's time in milliseconds, anew every so often; for clocks that run between two readings. */
export function useNowMs(everyMs = 1000): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return nowMs;
}
