import { paragraphs } from '#platform/pdf/flow';
import { Sheet, type Role, type Style } from '#platform/pdf/sheet';
import { styles } from '#platform/pdf/styles';
import { say } from './draft-letter.ts';
import type { PrintedLetter } from './printed-letter.ts';

const labelWidth = 80;
const signatureHeight = 110;

/** The letter as a tagged PDF. Equal letters give equal bytes: the only date in the file is that of its writing. */
export async function letterPdf(letter: PrintedLetter): Promise<Buffer> {
  const sheet = new Sheet({ title: letter.title, author: letter.letterhead[0] ?? '', at: letter.at });
  await sheet.newPage();
  const put = (role: Role, words: string, style: Style, align: 'left' | 'center' | 'right' = 'left'): void => {
    const lines = sheet.lines(words, sheet.width, style);
    const element = sheet.open(role);
    sheet.draw(element, lines, { x: sheet.left, y: sheet.y, width: sheet.width, align }, style);
    sheet.close(element);
    sheet.y += lines.length * style.lineHeight;
  };
  for (const line of letter.letterhead) put('P', line, styles.letterhead, 'center');
  sheet.y += 4;
  sheet.decorate((doc) => doc.save().moveTo(sheet.left, sheet.y).lineTo(sheet.right, sheet.y).lineWidth(1.6).stroke().restore());
  sheet.y += 14;
  if (letter.draftMark !== null) put('P', letter.draftMark, styles.strong, 'center');
  put('P', letter.placeAndDay, styles.body, 'right');
  sheet.y += 8;
  drawFacts(sheet, letter);
  sheet.y += 14;
  for (const line of letter.addressee) put('P', line, styles.body);
  sheet.y += 10;
  for (const words of letter.paragraphs) {
    await paragraphs(sheet, words);
    sheet.y += 6;
  }
  // Nobody signs an empty sheet: the signature stays with the last lines or takes a page of its own with them.
  if (!sheet.hasRoom(signatureHeight)) await sheet.newPage();
  sheet.y += 20;
  drawSignature(sheet, letter);
  return sheet.finish({ left: letter.title, page: (page, pages) => say('page', { page, pages }) }, styles.foot);
}

function drawFacts(sheet: Sheet, { facts }: PrintedLetter): void {
  const table = sheet.open('Table');
  for (const [label, value] of facts) {
    const width = sheet.width - labelWidth;
    const lines = sheet.lines(value, width, styles.body);
    const row = sheet.open('TR', table);
    sheet.draw(sheet.open('TH', row), [label], { x: sheet.left, y: sheet.y, width: labelWidth }, styles.body);
    sheet.decorateLines([':'], { x: sheet.left + labelWidth - 10, y: sheet.y, width: 10 }, styles.body);
    sheet.draw(sheet.open('TD', row), lines, { x: sheet.left + labelWidth, y: sheet.y, width }, styles.body);
    sheet.close(row);
    sheet.y += Math.max(1, lines.length) * styles.body.lineHeight;
  }
  sheet.close(table);
}

function drawSignature(sheet: Sheet, { signature: { office, name } }: PrintedLetter): void {
  const x = sheet.left + sheet.width / 2;
  const width = sheet.width / 2;
  for (const [words, style, gap] of [
    [office, styles.body, 56],
    [name, styles.strong, 0],
  ] as const) {
    const lines = sheet.lines(words, width, style);
    const element = sheet.open('P');
    sheet.draw(element, lines, { x, y: sheet.y, width }, style);
    sheet.close(element);
    sheet.y += lines.length * style.lineHeight + gap;
  }
}
