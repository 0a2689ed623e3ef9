import { useEffect, useState } from 'react';
import { withMove } from '../model/steering.ts';

/**
 * The order somebody gives a list, shown at once and sent as soon as nothing else is on its way: whoever moves an item three places by
 * keyboard presses three times and waits for nobody. Falls back to `given` once the server has answered.
 */
export function useKeptOrder(
  given: readonly string[],
  isBusy: boolean,
  send: (order: readonly string[], settled: () => void) => void,
): { readonly order: readonly string[]; readonly move: (key: string, by: -1 | 1) => void } {
  const [kept, setKept] = useState<{ readonly order: readonly string[]; readonly isSent: boolean } | null>(null);
  useEffect(() => {
    if (kept === null || kept.isSent || isBusy) return;
    const sent = { ...kept, isSent: true };
    setKept(sent);
    send(kept.order, () => setKept((now) => (now === sent ? null : now)));
  }, [kept, isBusy]);
  // Where somebody else changed meanwhile what stands there, his list counts.
  const isSame = kept !== null && kept.order.length === given.length && given.every((key) => kept.order.includes(key));
  const order = isSame ? kept.order : given;
  return {
    order,
    move: (key, by) => {
      const next = withMove(order, key, by);
      if (next !== order) setKept({ order: next, isSent: false });
    },
  };
}
