import type { Transaction } from '#platform/context';

/** What a module does when it hears of an event; runs in a transaction of its own, with nobody signed in. */
export interface Reaction {
  readonly event: string;
  /** Stable, `<module>.<what it does>`. */
  readonly name: string;
  readonly run: (transaction: Transaction<null>, payload: never) => Promise<void>;
}

/** Declares a reaction with its payload's type. */
export function reaction<P>(event: string, name: string, run: (transaction: Transaction<null>, payload: P) => Promise<void>): Reaction {
  return { event, name, run };
}
