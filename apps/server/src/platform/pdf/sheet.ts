import { setImmediate as nextTurn } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { breakLines, paragraphsOf } from './break-lines.ts';
import { faceName, faces, runsOf, type Weight } from './faces.ts';

/** How a piece of text is set. */
export interface Style {
  readonly weight: Weight;
  readonly size: number;
  readonly lineHeight: number;
}

/** What stands at the foot of every page. */
export interface Footer {
  readonly left: string;
  readonly page: (page: number, pages: number) => string;
}

/** Structure types of ISO 32000-1, 14.8.4, as far as our papers need them. */
export type Role = 'P' | 'H1' | 'H2' | 'H3' | 'Table' | 'TR' | 'TH' | 'TD';

/** An element of the structure that screen readers read. */
export interface Element {
  readonly role: Role;
  readonly struct: ReturnType<InstanceType<typeof PDFDocument>['struct']>;
}

/** Where lines go. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

const a4 = { width: 595.28, height: 841.89 };
const replacement = '\uFFFD';

/** A tagged A4 document that grows downwards, page after page. Coordinates in points from the top left corner. */
export class Sheet {
  readonly left = 68;
  readonly right = a4.width - 54;
  readonly top = 56;
  readonly bottom = a4.height - 68;
  y = 56;
  readonly #doc: InstanceType<typeof PDFDocument>;
  readonly #root: Element['struct'];
  readonly #chunks: Buffer[] = [];

  /** `at` is the document's date: with a fixed one, equal content gives equal bytes. */
  constructor(options: { title: string; author: string; at: Date }) {
    // The metadata stream is XML and the title goes into it as it is.
    const title = options.title.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('&', '＆');
    this.#doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'id-ID',
      displayTitle: true,
      bufferPages: true,
      autoFirstPage: false,
      info: { Title: title, Author: options.author, Creator: 'Makaverse', Producer: 'Makaverse', CreationDate: options.at },
    });
    this.#doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    for (const face of faces) this.#doc.registerFont(face.name, face.bytes);
    this.#root = this.#doc.struct('Document');
    this.#doc.addStructure(this.#root);
  }

  get width(): number {
    return this.right - this.left;
  }

  /** Whether this much still fits on the page. */
  hasRoom(height: number): boolean {
    return this.y + height <= this.bottom;
  }

  /** Begins a page; lets other requests have their turn, because a long paper takes a while. */
  async newPage(): Promise<void> {
    await nextTurn();
    this.#doc.addPage();
    this.y = this.top;
  }

  /** Opens a structure element under another, or under the document. */
  open(role: Role, parent?: Element): Element {
    const struct = this.#doc.struct(role, (role === 'TH' ? { scope: 'Column' } : {}) as never);
    (parent?.struct ?? this.#root).add(struct);
    return { role, struct };
  }

  /** Nothing more will be added to it. */
  close(element: Element): void {
    element.struct.end();
  }

  /** Lines of a text in a width, paragraph after paragraph; an empty paragraph is an empty line. */
  lines(text: string, width: number, style: Style): string[] {
    const measure = (piece: string): number => this.widthOf(piece, style);
    return paragraphsOf(text).flatMap((paragraph) => (paragraph === '' ? [''] : breakLines(paragraph, width, measure)));
  }

  widthOf(text: string, style: Style): number {
    let width = 0;
    for (const run of runsOf(text)) {
      this.#doc.font(faceName(style.weight, run.part ?? 'latin')).fontSize(style.size);
      width += this.#doc.widthOfString(run.part === null ? replacement.repeat(Array.from(run.text).length) : run.text);
    }
    return width;
  }

  /** Draws lines at a place, as content of an element that is open. */
  draw(element: Element, lines: readonly string[], place: Place, style: Style): void {
    element.struct.add(this.#doc.markStructureContent(element.role));
    this.#drawLines(lines, place, style);
    this.#doc.endMarkedContent();
  }

  /** Draws what only helps the eye: screen readers pass over it. */
  decorate(draw: (doc: InstanceType<typeof PDFDocument>) => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' });
    draw(this.#doc);
    this.#doc.endMarkedContent();
  }

  /** As {@link draw}, for the eye only. */
  decorateLines(lines: readonly string[], place: Place, style: Style): void {
    this.decorate(() => this.#drawLines(lines, place, style));
  }

  #drawLines(lines: readonly string[], place: Place, style: Style): void {
    lines.forEach((line, index) => {
      const free = place.width - this.widthOf(line, style);
      let x = place.x + (place.align === 'center' ? free / 2 : place.align === 'right' ? free : 0);
      for (const run of runsOf(line)) {
        const drawn = run.part === null ? replacement.repeat(Array.from(run.text).length) : run.text;
        this.#doc.font(faceName(style.weight, run.part ?? 'latin')).fontSize(style.size);
        // A script the font lacks is drawn as replacement signs, but read and copied as it was written.
        if (run.part === null) this.#doc.markContent('Span', { actual: run.text });
        this.#doc.text(drawn, x, place.y + index * style.lineHeight, { lineBreak: false });
        if (run.part === null) this.#doc.endMarkedContent();
        x += this.#doc.widthOfString(drawn);
      }
    });
  }

  /** Puts the footers on and gives the document's bytes. */
  async finish(footer: Footer, style: Style): Promise<Buffer> {
    this.#root.end();
    const { count } = this.#doc.bufferedPageRange();
    const y = a4.height - 44;
    for (let page = 0; page < count; page += 1) {
      this.#doc.switchToPage(page);
      this.#doc.markContent('Artifact', { type: 'Pagination' });
      const label = footer.page(page + 1, count);
      const labelWidth = this.widthOf(label, style);
      const [left = ''] = this.lines(footer.left, this.width - labelWidth - 20, style);
      this.#drawLines([left], { x: this.left, y, width: this.width }, style);
      this.#drawLines([label], { x: this.left, y, width: this.width, align: 'right' }, style);
      this.#doc.endMarkedContent();
    }
    const done = new Promise<Buffer>((resolve) => this.#doc.on('end', () => resolve(Buffer.concat(this.#chunks))));
    this.#doc.end();
    return done;
  }
}
