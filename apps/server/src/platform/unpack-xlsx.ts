import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

/** What a workbook of 20,000 rows needs, several times over. */
const limits = { entries: 500, inflatedBytes: 40_000_000, ratio: 250 };

/** The archive is no archive, or hides something. */
export class XlsxBroken extends Error {
  override readonly name = 'XlsxBroken';
}
/** Unpacked it is far larger than a table can be: a zip bomb, or a workbook with pictures. */
export class XlsxTooBig extends Error {
  override readonly name = 'XlsxTooBig';
}

/**
 * Unpacks an archive as a trial, counting what really comes out: sizes an archive states of itself prove nothing. Throws before
 * more than the limit was unpacked, and for XML that declares entities, which can unpack once more in the reader.
 */
export async function checkXlsx(bytes: Buffer): Promise<void> {
  const archive = await broken(fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true }));
  try {
    if (archive.entryCount > limits.entries) throw new XlsxTooBig();
    let inflated = 0;
    for await (const entry of entriesOf(archive)) {
      if (entry.fileName.endsWith('/')) continue;
      inflated = await checkEntry(archive, entry, { inflated, packed: bytes.length });
    }
  } finally {
    archive.close();
  }
}

/** The parts of an archive that {@link checkXlsx} let through, by name, as far as `isWanted`. */
export async function xlsxParts(bytes: Buffer, isWanted: (name: string) => boolean): Promise<ReadonlyMap<string, string>> {
  const archive = await broken(fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true }));
  const parts = new Map<string, string>();
  try {
    for await (const entry of entriesOf(archive)) {
      if (!isWanted(entry.fileName)) continue;
      const stream = await broken(archive.openReadStreamPromise(entry));
      const chunks: Buffer[] = [];
      for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
      parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
    }
  } finally {
    archive.close();
  }
  return parts;
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  const entries = archive.eachEntry()[Symbol.asyncIterator]();
  for (;;) {
    const step = await broken(entries.next());
    if (step.done) return;
    yield step.value;
  }
}

async function checkEntry(archive: ZipFile, entry: Entry, so: { inflated: number; packed: number }): Promise<number> {
  if (entry.isEncrypted()) throw new XlsxBroken();
  const stream = await broken(archive.openReadStreamPromise(entry));
  let { inflated } = so;
  let start = '';
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      inflated += chunk.length;
      if (inflated > limits.inflatedBytes || (inflated > 1_000_000 && inflated > so.packed * limits.ratio)) throw new XlsxTooBig();
      if (start.length < 2000) start += chunk.toString('latin1', 0, 2000);
    }
  } catch (error) {
    if (error instanceof XlsxTooBig) throw error;
    throw new XlsxBroken('', { cause: error });
  } finally {
    stream.destroy();
  }
  if (/<!(DOCTYPE|ENTITY)/i.test(start)) throw new XlsxBroken();
  return inflated;
}

function broken<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => Promise.reject(new XlsxBroken('', { cause: error })));
}
