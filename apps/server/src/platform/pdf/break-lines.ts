/** Width of a piece of text. */
export type Measure = (text: string) => number;

// C0 and C1 controls, zero-width signs, line separators and the marks that turn the direction of reading: none has a place in a
// printed line, and the last can make a name read as another (Unicode TR 36, 2.5).
const invisible = /(?![\t\n])[\p{Cc}\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/gu;
const graphemes = new Intl.Segmenter('id', { granularity: 'grapheme' });

/** Text as it can be printed: composed, without invisible signs, its paragraphs split. */
export function paragraphsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replaceAll('\t', ' ').replaceAll(invisible, '').trim());
}

/**
 * Breaks one paragraph into lines no wider than `width`: at spaces, and inside a word only where the word alone is wider. A single
 * sign wider than the line stands on a line of its own. A line ends with the space it was broken at, so that reading the lines one
 * after the other gives the words back; that space may hang over the width.
 */
export function breakLines(paragraph: string, width: number, measure: Measure): string[] {
  const space = measure(' ');
  const lines: string[] = [];
  let used = 0;
  for (const word of paragraph.split(/ +/).filter(Boolean)) {
    const wide = measure(word);
    const pieces = wide <= width ? [{ text: word, wide }] : cutWord(word, width, measure);
    pieces.forEach((piece, index) => {
      const gap = index === 0 && lines.length > 0 ? space : 0;
      const ending = index === pieces.length - 1 ? ' ' : '';
      const isOnSameLine = lines.length > 0 && used + gap + piece.wide <= width;
      if (isOnSameLine) lines[lines.length - 1] += piece.text + ending;
      else lines.push(piece.text + ending);
      used = isOnSameLine ? used + gap + piece.wide : piece.wide;
    });
  }
  return lines;
}

function cutWord(word: string, width: number, measure: Measure): { text: string; wide: number }[] {
  const pieces: { text: string; wide: number }[] = [];
  for (const { segment } of graphemes.segment(word)) {
    const wide = measure(segment);
    const last = pieces.at(-1);
    if (last && last.wide + wide <= width) {
      last.text += segment;
      last.wide += wide;
    } else pieces.push({ text: segment, wide });
  }
  return pieces;
}
