import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseInp, type ParsedInp } from '@makaverse/drainage-engine';

/** A model with its text and the files it names. */
export interface ModelFile extends ParsedInp {
  readonly text: string;
  /** Folder that the model's own paths start from. */
  readonly folder: string;
  /** By the name the model gives them. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Reads a model and, from the folder it lies in, the rain and time series files it names.
 *
 * @throws InpUnreadable, or the error of the file system
 */
export function readModel(path: string): ModelFile {
  const text = readFileSync(path, 'utf8');
  const files: Record<string, string> = {};
  const readFile = (name: string): string | null => {
    try {
      return (files[name] ??= readFileSync(resolve(dirname(path), name), 'utf8'));
    } catch {
      // The reader warns of a file that is not there.
      return null;
    }
  };
  return { ...parseInp(text, { readFile }), text, files, folder: dirname(path) };
}
