/** The marks of the clerk's line: what follows one belongs to that part, until the next mark. */
export const marks = { '@': 'addressee', '#': 'programme', '>': 'reviewer', '!': 'deadline', '=': 'measure', '&': 'nomination' } as const;
export type Mark = keyof typeof marks;
export type PieceKind = (typeof marks)[Mark] | 'words';

/** A stretch of the line with the part it belongs to; `start` and `end` are positions in the line, the mark included. */
export interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a line into its pieces. A mark counts only at the start of a word and when a letter, digit or blank follows, so that
 * "5 > 3", "a@b.id" inside words and "!!!" stay words.
 */
export function cutLine(line: string): Piece[] {
  const starts = [...line.matchAll(/(?<=^|\s)[@#>!=&](?=[\p{L}\p{N}\s]|$)/gu)].map((match) => match.index);
  const edges = [0, ...starts.filter((start) => start > 0), line.length];
  return edges.slice(0, -1).flatMap((start, position) => {
    const end = edges[position + 1]!;
    const raw = line.slice(start, end);
    const mark = starts.includes(start) ? (raw[0] as Mark) : null;
    const text = (mark ? raw.slice(1) : raw).trim();
    return !mark && text === '' ? [] : [{ kind: mark ? marks[mark] : ('words' as const), text, start, end }];
  });
}

/** The piece the cursor stands in or right behind. */
export function pieceAt(pieces: readonly Piece[], cursor: number): Piece | null {
  return pieces.findLast((piece) => piece.start < cursor && cursor <= piece.end) ?? null;
}

/** The line with one piece's text replaced, and where the cursor then stands. */
export function replacePiece(line: string, piece: Piece, text: string): { line: string; cursor: number } {
  const mark = piece.kind === 'words' ? '' : line[piece.start]!;
  const before = `${line.slice(0, piece.start)}${mark}${text} `;
  return { line: before + line.slice(piece.end).trimStart(), cursor: before.length };
}
