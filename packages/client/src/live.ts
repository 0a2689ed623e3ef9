/** One stream of change notices for the whole page, however many parts of it follow records. */
import { liveStream } from '@makaverse/contract/system';
import { addressOf } from './call.ts';

type Notice = () => void;

/** Whether changes arrive at present. */
export type LiveState = 'idle' | 'open' | 'lost';

/**
 * Follows topics (`meeting:<id>`) over one EventSource. Parts of the page come and go; the stream is opened anew, once, shortly after
 * the set of topics changed. When it was lost and came back, everyone is told to read again, because notices sent meanwhile are gone.
 */
export class LiveConnection {
  readonly #readers = new Map<string, Set<Notice>>();
  readonly #onState: (state: LiveState) => void;
  readonly #open: (url: string) => EventSource;
  #source: EventSource | null = null;
  #opened = '';
  #hasOpened = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(onState: (state: LiveState) => void, open: (url: string) => EventSource = (url) => new EventSource(url)) {
    this.#onState = onState;
    this.#open = open;
  }

  /** Calls `notice` whenever `topic` changed; the function returned stops it. */
  follow(topic: string, notice: Notice): () => void {
    const readers = this.#readers.get(topic) ?? new Set();
    this.#readers.set(topic, readers.add(notice));
    this.#reopenSoon();
    return () => {
      readers.delete(notice);
      if (readers.size === 0) this.#readers.delete(topic);
      this.#reopenSoon();
    };
  }

  #reopenSoon(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#reopen(), 50);
  }

  #reopen(): void {
    const topics = [...this.#readers.keys()].sort().join(',');
    if (topics === this.#opened && this.#source?.readyState !== 2) return;
    this.#source?.close();
    this.#opened = topics;
    this.#source = null;
    if (topics === '') return this.#onState('idle');
    const source = this.#open(addressOf(liveStream, { query: { topics } }));
    // What changed while no stream, or another one, was open was not heard.
    let mayHaveMissed = this.#hasOpened;
    source.addEventListener('open', () => {
      this.#onState('open');
      if (mayHaveMissed) this.#tellAll();
      this.#hasOpened = true;
      mayHaveMissed = false;
    });
    source.addEventListener('error', () => {
      mayHaveMissed = true;
      this.#onState('lost');
      // The browser gives up after an HTTP refusal; try again later in case it was only the network's.
      if (source.readyState === 2) this.#timer = setTimeout(() => this.#reopen(), 5000);
    });
    source.addEventListener('changed', (event) => {
      const topic = (event as MessageEvent<string>).data;
      if (topic === '*') this.#tellAll();
      else this.#readers.get(topic)?.forEach((notice) => notice());
    });
    this.#source = source;
  }

  #tellAll(): void {
    this.#readers.forEach((readers) => readers.forEach((notice) => notice()));
  }
}
