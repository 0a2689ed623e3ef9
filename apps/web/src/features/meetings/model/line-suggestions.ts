import { parseSpokenDate } from '@makaverse/calendar';
import type { LineDirectory } from './clerk-line.ts';
import { cutLine, pieceAt, replacePiece, type Piece } from './line-pieces.ts';
import { matchName, rankNames, type Named } from './match-name.ts';

/** What can stand at the cursor. */
export interface Suggestions {
  readonly piece: Piece | null;
  readonly options: readonly Named[];
  /** The option Enter would take at once; -1 where what is written is understood already or nothing is written yet. */
  readonly firstActive: number;
}

const nothing: Suggestions = { piece: null, options: [], firstActive: -1 };
const separator = /[,;]\s*|\s+(?:dan|and)\s+/gu;

/** Names for the piece under the cursor. Nothing is offered for words, days and measures, or once a name stands there in full. */
export function suggestionsAt(line: string, cursor: number, directory: LineDirectory): Suggestions {
  const piece = pieceAt(cutLine(line), cursor);
  const items = piece ? namesFor(piece, directory) : [];
  if (!piece || items.length === 0) return nothing;
  const said = piece.text.slice(nameStart(piece, items));
  const isWritten = (item: Named): boolean => [item.name, ...item.aliases].some((name) => name.toLowerCase() === said.toLowerCase());
  const match = matchName(said, items);
  if (match.kind === 'one' && isWritten(match.item)) return { ...nothing, piece };
  return { piece, options: rankNames(said, items), firstActive: said === '' || match.kind === 'one' ? -1 : 0 };
}

/** The line with a suggestion taken, and where the cursor then stands. */
export function takeSuggestion(line: string, piece: Piece, option: Named, directory: LineDirectory): { line: string; cursor: number } {
  const kept = piece.text.slice(0, nameStart(piece, namesFor(piece, directory)));
  return replacePiece(line, piece, kept + option.name);
}

function namesFor(piece: Piece, directory: LineDirectory): readonly Named[] {
  switch (piece.kind) {
    case 'addressee':
      return directory.targets;
    case 'programme':
      return directory.programmes;
    case 'reviewer':
      return directory.reviewers;
    case 'nomination':
      // Of thousands of people none is likelier than another before a letter is typed.
      return piece.text !== '' && parseSpokenDate(piece.text, directory.today) === null ? directory.people : [];
    default:
      return [];
  }
}

/** Where the name being written begins: behind the last comma, unless the comma belongs to a unit's own name. */
function nameStart(piece: Piece, items: readonly Named[]): number {
  if (piece.kind !== 'addressee') return 0;
  const endsOpen = /[,;]$/.test(piece.text);
  if (!endsOpen && matchName(piece.text, items).kind !== 'none') return 0;
  const last = [...piece.text.matchAll(separator)].at(-1);
  return last ? last.index + last[0].length : 0;
}
