const WIDTH = 32;

/** A bar on a terminal; on anything else it stays silent, so that logs hold no control characters. */
export class ProgressBar {
  readonly #stream: NodeJS.WriteStream;
  #shown = -1;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  /** Shows a share between 0 and 1. */
  show(share: number): void {
    const percent = Math.floor(Math.min(1, Math.max(0, share)) * 100);
    if (!this.#stream.isTTY || percent === this.#shown) return;
    this.#shown = percent;
    const filled = Math.round((percent / 100) * WIDTH);
    this.#stream.write(`\r[${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${String(percent).padStart(3)} %`);
  }

  /** Clears the line. */
  end(): void {
    if (this.#shown >= 0) this.#stream.write(`\r${' '.repeat(WIDTH + 10)}\r`);
    this.#shown = -1;
  }
}
