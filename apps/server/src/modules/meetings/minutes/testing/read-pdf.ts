import { inflateSync } from 'node:zlib';

/**
 * Reads the text of a PDF written by this server, page by page, line by line in the order it was drawn: enough of ISO 32000-1 to follow
 * fonts with a ToUnicode map, and no more.
 */
export function readPdf(pdf: Buffer): { readonly pages: readonly string[]; readonly raw: string } {
  const raw = pdf.toString('latin1');
  const objects = new Map([...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((found) => [found[1]!, found[2]!]));
  const streamOf = (id: string): string => {
    const body = objects.get(id) ?? '';
    const from = body.indexOf('stream\n') + 'stream\n'.length;
    const bytes = Buffer.from(body.slice(from, body.lastIndexOf('\nendstream')), 'latin1');
    return body.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
  };
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const body of objects.values())
    for (const font of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font[2]!) ?? '');
      if (map) fonts.set(font[1]!, signsOf(streamOf(map[1]!)));
    }
  const pageBodies = [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body));
  const pages = pageBodies.map((body) => textOf(streamOf(/\/Contents (\d+) 0 R/.exec(body)![1]!), fonts));
  return { pages, raw };
}

function signsOf(cmap: string): ReadonlyMap<string, string> {
  const signs = new Map<string, string>();
  for (const [, from, , list] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    // A glyph may stand for several signs (ff): their codes stand side by side.
    const values = [...list!.matchAll(/<([0-9a-f ]*)>/gi)].map((one) =>
      Buffer.from(one[1]!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    );
    values.forEach((value, index) => signs.set((Number.parseInt(from!, 16) + index).toString(16).padStart(4, '0'), value));
  }
  return signs;
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const lines: string[] = [];
  let font: ReadonlyMap<string, string> = new Map();
  let lastY = '';
  for (const found of content.matchAll(/\/(F\d+) [\d.]+ Tf|1 0 0 1 [\d.-]+ ([\d.-]+) Tm|\[([^\]]*)\] TJ/g)) {
    if (found[1]) font = fonts.get(found[1]) ?? new Map();
    else if (found[2]) {
      if (found[2] !== lastY) lines.push('');
      lastY = found[2];
    } else {
      const codes = [...found[3]!.matchAll(/<([0-9a-f]+)>/gi)].flatMap((one) => one[1]!.match(/.{4}/g) ?? []);
      lines[lines.length - 1] += codes.map((code) => font.get(code.toLowerCase()) ?? '?').join('');
    }
  }
  return lines.join('\n');
}
