import { formatDate, formatInstant, formatTime } from '@makaverse/calendar';
import type { NamedPerson } from '../domain/happened.ts';
import { heading, paragraphs } from '#platform/pdf/flow';
import { say, type PrintedMinutes } from './printed-minutes.ts';
import type { Sheet, Style } from '#platform/pdf/sheet';
import { styles } from '#platform/pdf/styles';

const roomForHeading = 60;

/** The end of the meeting and the two who answer for the paper; all of it on one page, so that nobody signs an empty sheet. */
export async function drawClosing(sheet: Sheet, printed: PrintedMinutes): Promise<void> {
  const { version, digest } = printed;
  const { happened } = version;
  const closedAt = new Date(happened.closedAt);
  const closing = say('closing', { time: formatTime(closedAt, 'id'), day: formatDate(closedAt, 'id') });
  const width = sheet.width / 2 - 10;
  const rows = signatureRows(sheet, printed, width);
  const rowHeights = rows.map((row) => Math.max(...row.map((lines) => lines.length)) * styles.body.lineHeight);
  const seal = sheet.lines(say('digest', { version: version.versionNumber, digest }), sheet.width, styles.foot);
  const gap = styles.body.lineHeight;
  const gapAfter = [0, gap / 2, gap, 0, gap];
  const total = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);
  const signed = total(rowHeights) + total(gapAfter);
  const height =
    roomForHeading +
    sheet.lines(closing, sheet.width, styles.body).length * styles.body.lineHeight +
    gap +
    signed +
    seal.length * styles.foot.lineHeight;
  if (!sheet.hasRoom(height)) await sheet.newPage();
  await heading(sheet, 'H2', say('part-closing'));
  await paragraphs(sheet, closing);
  sheet.y += gap;
  const put = (lines: readonly string[], place: { x: number; y: number; width: number }, style: Style): void => {
    if (lines.length === 0) return;
    const element = sheet.open('P');
    sheet.draw(element, lines, place, style);
    sheet.close(element);
  };
  // Read down each column, drawn row by row so that the names stand on one line.
  for (const side of [0, 1] as const) {
    let y = sheet.y;
    rows.forEach((row, index) => {
      put(row[side], { x: sheet.left + side * (width + 20), y, width }, styles.body);
      y += rowHeights[index]! + gapAfter[index]!;
    });
  }
  sheet.y += signed;
  put(seal, { x: sheet.left, y: sheet.y, width: sheet.width }, styles.foot);
  sheet.y += seal.length * styles.foot.lineHeight;
}

type SignatureRow = readonly [left: readonly string[], right: readonly string[]];

function signatureRows(sheet: Sheet, printed: PrintedMinutes, width: number): readonly SignatureRow[] {
  const { version, writtenBy, writtenAt, approval } = printed;
  const { happened } = version;
  const at = (moment: Date): string => formatInstant(moment, 'id', 'day');
  const clerk: NamedPerson | null = writtenBy ?? happened.clerks[0] ?? null;
  const chair = approval?.by ?? happened.chair;
  // Who approves in the chair's place signs in his name (atas nama).
  const chairRole = approval?.isForChair ? say('on-behalf', { title: happened.chair.title || happened.chair.name }) : say('chair');
  const texts: readonly (readonly [string, string])[] = [
    ['', say('signed-place', { city: happened.city, day: formatDate(approval?.at ?? writtenAt, 'id', 'day') })],
    [say('clerk'), chairRole],
    [say('written-at', { at: at(writtenAt) }), approval === null ? say('not-approved') : say('approved-at', { at: at(approval.at) })],
    [clerk?.name ?? '', chair.name],
    [clerk?.title ?? '', chair.title],
  ];
  const linesOf = (words: string): string[] => (words === '' ? [] : sheet.lines(words, width, styles.body));
  return texts.map(([left, right]) => [linesOf(left), linesOf(right)]);
}
