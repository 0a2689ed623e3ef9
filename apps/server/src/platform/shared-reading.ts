/** What one key's readers wait for. */
interface Line<T> {
  /** Answers whoever came while the running reading was under way; null while nobody has. */
  next: { work: () => Promise<T>; readonly answer: PromiseWithResolvers<T> } | null;
}

/**
 * One reading for all who ask for the same at the same time. Nobody is answered from a reading that began before he asked: he may have been
 * told of a change that it did not see yet. So whoever comes while one runs shares the next with all who come meanwhile, and of each key
 * one runs and one waits at most. Nothing is kept: rights are the caller's to check, for each reader, on what was read.
 */
export class SharedReading<T> {
  // By where it is read from: several applications of one process, and each open transaction, see states of their own.
  readonly #lines = new WeakMap<object, Map<string, Line<T>>>();

  /**
   * Reads by `work`, or by that of another who asks `source` for the same `key`; all must read alike. An error reaches all who share it.
   * @example shared.read(context.db, meetingId, () => readMeeting(context.db, meetingId))
   */
  read(source: object, key: string, work: () => Promise<T>): Promise<T> {
    const lines = this.#linesOf(source);
    const line = lines.get(key);
    if (!line) return this.#run(lines, key, work);
    if (line.next) {
      // The last to come brings the work: his moment is the latest, so it is nobody's past.
      line.next.work = work;
      return line.next.answer.promise;
    }
    line.next = { work, answer: Promise.withResolvers<T>() };
    return line.next.answer.promise;
  }

  #linesOf(source: object): Map<string, Line<T>> {
    const known = this.#lines.get(source);
    if (known) return known;
    const lines = new Map<string, Line<T>>();
    this.#lines.set(source, lines);
    return lines;
  }

  async #run(lines: Map<string, Line<T>>, key: string, work: () => Promise<T>): Promise<T> {
    const line: Line<T> = { next: null };
    lines.set(key, line);
    try {
      return await work();
    } finally {
      lines.delete(key);
      if (line.next) {
        const { work: nextWork, answer } = line.next;
        answer.resolve(this.#run(lines, key, nextWork));
      }
    }
  }
}
