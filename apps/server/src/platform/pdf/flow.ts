import type { Sheet } from './sheet.ts';
import { styles } from './styles.ts';

/** Sets a heading; it never stands alone at the foot of a page. */
export async function heading(sheet: Sheet, role: 'H2' | 'H3', words: string): Promise<void> {
  const style = role === 'H2' ? styles.part : styles.strong;
  const lines = sheet.lines(words, sheet.width, style);
  if (!sheet.hasRoom((lines.length + 3) * style.lineHeight)) await sheet.newPage();
  else sheet.y += role === 'H2' ? 14 : 6;
  const element = sheet.open(role);
  sheet.draw(element, lines, { x: sheet.left, y: sheet.y, width: sheet.width }, style);
  sheet.close(element);
  sheet.y += lines.length * style.lineHeight + (role === 'H2' ? 2 : 0);
}

/** Sets paragraphs over as many pages as they need. */
export async function paragraphs(sheet: Sheet, words: string): Promise<void> {
  for (const paragraph of words.split(/\r?\n/)) {
    const lines = sheet.lines(paragraph, sheet.width, styles.body);
    const element = sheet.open('P');
    for (let from = 0; from < lines.length;) {
      if (!sheet.hasRoom(styles.body.lineHeight)) await sheet.newPage();
      const fitting = Math.floor((sheet.bottom - sheet.y) / styles.body.lineHeight);
      const slice = lines.slice(from, from + fitting);
      sheet.draw(element, slice, { x: sheet.left, y: sheet.y, width: sheet.width }, styles.body);
      sheet.y += slice.length * styles.body.lineHeight;
      from += slice.length;
    }
    sheet.close(element);
  }
}
