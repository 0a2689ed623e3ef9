/** A stretch of a letter; `href` where it is an address to follow. */
export interface LetterPart {
  readonly text: string;
  readonly href: string | null;
}

const address = /https?:\/\/[^\s<>"']+/g;
// A full stop or bracket after an address ends the sentence, not the address.
const sentenceEnd = /[.,;:!?)\]]+$/;

/** Cuts a letter in plain text where addresses begin and end; those of this installation (`origin`) become paths of the app. */
export function letterParts(text: string, origin: string): readonly LetterPart[] {
  const parts: LetterPart[] = [];
  let at = 0;
  for (const match of text.matchAll(address)) {
    const found = match[0].replace(sentenceEnd, '');
    if (!URL.canParse(found)) continue;
    if (match.index > at) parts.push({ text: text.slice(at, match.index), href: null });
    parts.push({ text: found, href: pathWithin(new URL(found), origin) });
    at = match.index + found.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), href: null });
  return parts;
}

function pathWithin(url: URL, origin: string): string {
  return url.origin === origin ? url.pathname + url.search + url.hash : url.href;
}
