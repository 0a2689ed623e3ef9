import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseInp, type ParsedInp } from '@makaverse/drainage-engine';

/** A model with its text and the files it names. */
export interface ModelFile extends ParsedInp {
  readonly text: string;
  /** Folder that the model's own paths start from. */
  readonly folder: string;
  /** By the name the model gives them; interface files as bytes. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/**
 * Reads a model and, from the folder it lies in, the rain, time series, climate and interface files it names.
 *
 * @throws InpUnreadable, or the error of the file system
 */
export function readModel(path: string): ModelFile {
  const text = readFileSync(path, 'utf8');
  const folder = dirname(path);
  const files: Record<string, string | Uint8Array> = {};
  const bytesOf = (name: string): Uint8Array | null => {
    try {
      return readFileSync(resolve(folder, name));
    } catch {
      // The reader warns of a file that is not there.
      return null;
    }
  };
  const readBytes = (name: string): Uint8Array | null => {
    const bytes = bytesOf(name);
    if (bytes !== null) files[name] = bytes;
    return bytes;
  };
  const readFile = (name: string): string | null => {
    const known = files[name];
    if (typeof known === 'string') return known;
    const bytes = bytesOf(name);
    return bytes === null ? null : (files[name] = new TextDecoder().decode(bytes));
  };
  const parsed = parseInp(text, { readFile, readBytes });
  // What only a run needs, for engines that read it themselves.
  for (const { action, kind, path: name } of parsed.model.files) {
    if (action === 'use' && (kind === 'hotstart' || kind === 'runoff')) readBytes(name);
  }
  return { ...parsed, text, files, folder };
}
