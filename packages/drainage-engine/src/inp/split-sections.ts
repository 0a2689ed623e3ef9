import type { KeptRemark } from '../model/drainage-model.ts';
import { isRead, sectionMeant } from './known-sections.ts';
import { Row } from './row.ts';

/** A section as it stands in the file. Only positions are stored, so that a huge file costs little until its rows are read. */
interface InpSection {
  readonly name: string;
  /** Line of the heading. */
  readonly line: number;
  /** Of each data line: its number and where it begins and ends in the text. */
  readonly lines: number[];
  readonly starts: number[];
  readonly ends: number[];
  /** Raw lines; only of sections that are kept as they are. */
  readonly kept: string[];
}

/** A file cut into sections. */
export interface SplitFile {
  readonly text: string;
  readonly sections: ReadonlyMap<string, InpSection>;
  readonly remarks: readonly KeptRemark[];
}

const QUOTE = 34;
const SEMICOLON = 59;
const OPENING_BRACKET = 91;

/**
 * Cuts a file into sections, in one pass over the text. A section that occurs twice is joined; one that is not read keeps its raw lines.
 * `;;` lines (column headings) are dropped; `;` lines and ends of lines become remarks before the row that follows or that they end.
 */
export function splitSections(text: string): SplitFile {
  const sections = new Map<string, InpSection>();
  const remarks: KeptRemark[] = [];
  let current = sectionNamed(sections, '', 0);
  let waiting: string[] = [];
  const settle = (before: string | null): void => {
    for (const remark of waiting) remarks.push({ section: current.name, before, text: remark });
    waiting = [];
  };
  let line = 0;
  for (let next = text.charCodeAt(0) === 0xfeff ? 1 : 0; next < text.length;) {
    let start = next;
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    next = end + 1;
    line += 1;
    while (end > start && text.charCodeAt(end - 1) <= 32) end -= 1;
    const rawStart = start;
    while (start < end && text.charCodeAt(start) <= 32) start += 1;
    if (text.charCodeAt(start) === OPENING_BRACKET && start < end) {
      settle(null);
      const close = text.indexOf(']', start);
      const heading = text.slice(start + 1, close < 0 || close > end ? end : close).trim();
      current = sectionNamed(sections, sectionMeant(heading.toUpperCase()), line);
      continue;
    }
    if (!isRead(current.name) || current.name === 'TITLE') {
      if (current.name !== '' || start < end) current.kept.push(text.slice(rawStart, end));
      continue;
    }
    if (start === end) continue;
    const comment = indexWithin(text, SEMICOLON, start, end);
    if (comment === start && text.charCodeAt(start + 1) === SEMICOLON) continue;
    if (comment >= 0) waiting.push(text.slice(comment + 1, end));
    if (comment === start) continue;
    if (waiting.length > 0) settle(wordsIn(text.slice(start, comment < 0 ? end : comment))[0] ?? null);
    current.lines.push(line);
    current.starts.push(start);
    current.ends.push(comment < 0 ? end : comment);
  }
  settle(null);
  return { text, sections, remarks };
}

function indexWithin(text: string, code: number, start: number, end: number): number {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === code) return at;
  return -1;
}

function sectionNamed(sections: Map<string, InpSection>, name: string, line: number): InpSection {
  const known = sections.get(name);
  if (known) return known;
  const made: InpSection = { name, line, lines: [], starts: [], ends: [], kept: [] };
  sections.set(name, made);
  return made;
}

/** The rows of a section, each cut into words when its turn comes. */
export function* rowsOf({ text, sections }: SplitFile, name: string): Generator<Row> {
  const section = sections.get(name);
  if (!section) return;
  for (let index = 0; index < section.starts.length; index += 1) {
    const words = wordsIn(text.slice(section.starts[index], section.ends[index]));
    if (words.length > 0) yield new Row(section.lines[index]!, words);
  }
}

/** The rows of a section that is kept as it stands. */
export function* keptRowsOf({ sections }: SplitFile, name: string): Generator<Row> {
  const section = sections.get(name);
  if (!section) return;
  for (const [index, line] of section.kept.entries()) {
    const words = wordsIn(line.split(';', 1)[0]!);
    if (words.length > 0) yield new Row(section.line + 1 + index, words);
  }
}

/** Words between blanks; a quoted word may hold blanks, and `""` is an empty word. */
export function wordsIn(text: string): string[] {
  if (!text.includes('"')) {
    const trimmed = text.trim();
    return trimmed === '' ? [] : trimmed.split(/\s+/);
  }
  const words: string[] = [];
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code <= 32) at += 1;
    else if (code === QUOTE) {
      const close = text.indexOf('"', at + 1);
      const end = close < 0 ? text.length : close;
      words.push(text.slice(at + 1, end));
      at = end + 1;
    } else {
      let end = at + 1;
      while (end < text.length && text.charCodeAt(end) > 32) end += 1;
      words.push(text.slice(at, end));
      at = end;
    }
  }
  return words;
}
