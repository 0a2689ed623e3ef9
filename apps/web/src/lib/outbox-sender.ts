import { afterFailure, inOrder, isOpenToChange, nextOrder, nextToSend, retryDelayMs, type OutboxEntry } from './outbox.ts';

/** What the outbox needs from the world. */
export interface OutboxPorts<Words extends object, Kept> {
  /** Everything kept on this device, in any order. */
  readonly read: () => readonly OutboxEntry<Words>[];
  /** Throws when the device has no room. */
  readonly write: (entry: OutboxEntry<Words>) => void;
  readonly remove: (id: string) => void;
  readonly send: (entry: OutboxEntry<Words>) => Promise<Kept>;
  /** What may go out at this moment: another window may have changed who is signed in, and nobody's words go out under another's name. */
  readonly mayGo: () => Promise<(entry: OutboxEntry<Words>) => boolean>;
  /** Runs the work unless another window is sending; resolves with whether it ran. */
  readonly alone: (work: () => Promise<void>) => Promise<boolean>;
  readonly later: (ms: number, run: () => void) => () => void;
  readonly nowMs: () => number;
}

/** What the page shows of the outbox. */
export interface OutboxView<Words extends object, Kept> {
  readonly entries: readonly OutboxEntry<Words>[];
  /** Kept by the server in this visit; shown until the list that is read anew has them too. */
  readonly sent: readonly Kept[];
  readonly sendingId: string | null;
}

/** Sends what is kept on this device one after another, in order, until the server has each of them once. */
export class Outbox<Words extends object, Kept> {
  readonly #ports: OutboxPorts<Words, Kept>;
  readonly #watchers = new Set<() => void>();
  readonly #held = new Set<string>();
  #view: OutboxView<Words, Kept>;
  #isRunning = false;
  #isDue = false;
  #cancel: (() => void) | null = null;

  constructor(ports: OutboxPorts<Words, Kept>) {
    this.#ports = ports;
    this.#view = { entries: inOrder(ports.read()), sent: [], sendingId: null };
  }

  readonly subscribe = (watch: () => void): (() => void) => {
    this.#watchers.add(watch);
    return () => this.#watchers.delete(watch);
  };
  readonly view = (): OutboxView<Words, Kept> => this.#view;

  /** Keeps an entry on the device and sends it when its turn comes. Throws when the device cannot keep it. */
  keep(entry: Words & { readonly id: string }): void {
    const order = nextOrder(this.#ports.read(), this.#ports.nowMs());
    this.#ports.write({ ...entry, order, attempts: 0, refusal: null });
    this.refresh();
    void this.wake();
  }

  /** Holds an entry back while its words are changed; false when it is out already. */
  hold(id: string): boolean {
    const entry = this.#ports.read().find((one) => one.id === id);
    if (!entry || !isOpenToChange(entry) || this.#view.sendingId === id) return false;
    this.#held.add(id);
    return true;
  }

  release(id: string): void {
    if (this.#held.delete(id)) void this.wake();
  }

  /** Puts other words in an entry's place, under a new key; false when it went out meanwhile. */
  replace(id: string, change: Partial<Words> & { readonly id: string }): boolean {
    const entry = this.#ports.read().find((one) => one.id === id);
    if (!entry || !isOpenToChange(entry) || this.#view.sendingId === id) return false;
    this.#ports.write({ ...entry, ...change, attempts: 0, refusal: null });
    this.#drop(id);
    this.refresh();
    void this.wake();
    return true;
  }

  /** Throws away an entry the server refused. */
  discard(id: string): void {
    this.#drop(id);
    this.refresh();
  }

  /** Reads the device again, where another window may have written. */
  refresh(): void {
    this.#show({ entries: inOrder(this.#ports.read()) });
  }

  /** Sends what waits, now. */
  async wake(): Promise<void> {
    this.#isDue = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#cancel?.();
    try {
      while (this.#isDue) {
        this.#isDue = false;
        const hasRun = await this.#ports.alone(() => this.#sendAll());
        if (!hasRun && this.#ports.read().length > 0) this.#tryAgainIn(2000);
      }
    } finally {
      this.#isRunning = false;
    }
  }

  async #sendAll(): Promise<void> {
    if (this.#ports.read().length === 0) return;
    const mayGo = await this.#ports.mayGo().catch(() => () => false);
    for (;;) {
      const entry = nextToSend(this.#ports.read(), mayGo, this.#held);
      if (!entry) break;
      if (!(await this.#sendOne(entry))) break;
    }
    this.#show({ sendingId: null });
    const waiting = this.#ports.read().filter((entry) => entry.refusal === null && !this.#held.has(entry.id));
    if (waiting.length > 0) this.#tryAgainIn(retryDelayMs(Math.max(1, ...waiting.map((entry) => entry.attempts))));
  }

  async #sendOne(entry: OutboxEntry<Words>): Promise<boolean> {
    this.#show({ sendingId: entry.id });
    try {
      const kept = await this.#ports.send(entry);
      this.#drop(entry.id);
      this.#show({ entries: inOrder(this.#ports.read()), sent: [kept, ...this.#view.sent].slice(0, 50) });
      return true;
    } catch (error) {
      const next = afterFailure(entry, error);
      this.#ports.write(next);
      this.refresh();
      return next.refusal !== null;
    }
  }

  #tryAgainIn(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.#ports.later(ms, () => void this.wake());
  }

  #drop(id: string): void {
    this.#held.delete(id);
    this.#ports.remove(id);
  }

  #show(change: Partial<OutboxView<Words, Kept>>): void {
    this.#view = { ...this.#view, ...change };
    this.#watchers.forEach((watch) => watch());
  }
}
