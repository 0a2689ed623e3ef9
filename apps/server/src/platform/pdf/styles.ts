import type { Style } from './sheet.ts';

/** The sizes of printed papers, in points. */
export const styles = {
  letterhead: { weight: 'bold', size: 13, lineHeight: 17 },
  title: { weight: 'bold', size: 15, lineHeight: 22 },
  part: { weight: 'bold', size: 11.5, lineHeight: 17 },
  strong: { weight: 'bold', size: 10, lineHeight: 14.5 },
  body: { weight: 'regular', size: 10, lineHeight: 14.5 },
  tableHead: { weight: 'bold', size: 8.5, lineHeight: 11.5 },
  table: { weight: 'regular', size: 8.5, lineHeight: 11.5 },
  foot: { weight: 'regular', size: 7.5, lineHeight: 10 },
} as const satisfies Readonly<Record<string, Style>>;
