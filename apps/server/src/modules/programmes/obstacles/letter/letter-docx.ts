import { AlignmentType, BorderStyle, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { PrintedLetter } from './printed-letter.ts';

/** Twentieths of a point, in which DOCX measures. */
const twip = (points: number): number => points * 20;
const font = 'Arial';
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/** The letter as a document an office can still change. */
export async function letterDocx(letter: PrintedLetter): Promise<Buffer> {
  const document = new Document({
    title: letter.title,
    creator: 'Makaverse',
    styles: { default: { document: { run: { font, size: 22 }, paragraph: { spacing: { after: twip(6) } } } } },
    sections: [
      {
        properties: { page: { size: { width: twip(595.3), height: twip(841.9) } } },
        children: [
          ...letter.letterhead.map((line, index) => centred(line, index === 0 ? 28 : 24, index === letter.letterhead.length - 1)),
          ...(letter.draftMark === null ? [] : [centred(letter.draftMark, 20, false)]),
          new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { before: twip(12) }, children: [new TextRun(letter.placeAndDay)] }),
          factsTable(letter),
          ...letter.addressee.map(
            (line, index) => new Paragraph({ spacing: { before: index === 0 ? twip(12) : 0 }, children: [new TextRun(line)] }),
          ),
          ...letter.paragraphs.map(
            (words) =>
              new Paragraph({
                alignment: AlignmentType.JUSTIFIED,
                indent: { firstLine: twip(28) },
                spacing: { before: twip(6) },
                children: [new TextRun(words)],
              }),
          ),
          ...signature(letter),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function centred(words: string, size: number, isLast: boolean): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    ...(isLast && { border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 18, space: 4, color: 'auto' } } }),
    children: [new TextRun({ text: words, bold: true, size })],
  });
}

function factsTable({ facts }: PrintedLetter): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: noBorders,
    columnWidths: [twip(80), twip(12), twip(360)],
    rows: facts.map(
      ([label, value]) =>
        new TableRow({
          children: [label, ':', value].map((words) => new TableCell({ borders: noBorders, children: [new Paragraph(words)] })),
        }),
    ),
  });
}

function signature({ signature: { office, name } }: PrintedLetter): Paragraph[] {
  const left = twip(250);
  return [
    new Paragraph({ indent: { left }, keepNext: true, spacing: { before: twip(24), after: twip(60) }, children: [new TextRun(office)] }),
    new Paragraph({ indent: { left }, children: [new TextRun({ text: name, bold: true })] }),
  ];
}
