import { useEffect, useState } from 'react';

const turnMs = 20_000;

/**
 * Which of some sheets is shown: they turn by themselves. The arrow keys turn, the space bar holds the sheet and lets it go (WCAG 2.2.2:
 * what moves by itself can be stopped).
 */
export function useTurning(count: number): { readonly at: number; readonly isHeld: boolean } {
  const [turned, setTurned] = useState(0);
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld || count < 2) return undefined;
    const timer = setTimeout(() => setTurned((one) => one + 1), turnMs);
    return () => clearTimeout(timer);
  }, [turned, isHeld, count]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'ArrowRight') setTurned((one) => one + 1);
      else if (event.key === 'ArrowLeft') setTurned((one) => one + count - 1);
      else if (event.key === ' ') setIsHeld((held) => !held);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [count]);
  return { at: count === 0 ? 0 : turned % count, isHeld };
}
