import { formatDate, formatInstant, formatTime, witaDate } from '@makaverse/calendar';
import { turnout } from '../domain/draft-text.ts';
import { drawAttendance } from './attendance-list.ts';
import { drawClosing } from './closing.ts';
import { heading, paragraphs } from '#platform/pdf/flow';
import { nameOf, say, type PrintedMinutes } from './printed-minutes.ts';
import { Sheet, type Role, type Style } from '#platform/pdf/sheet';
import { styles } from '#platform/pdf/styles';
import { drawTable } from './table.ts';

/** The time of a meeting; the day is named again when it went on past midnight. */
function timeOf(from: Date, to: Date): string {
  const end = witaDate(from) === witaDate(to) ? formatTime(to, 'id') : formatInstant(to, 'id');
  return say('time-range', { from: formatTime(from, 'id'), to: end });
}

/**
 * Prints minutes in the usual form of notulen with the daftar hadir after them, as a tagged PDF. Equal minutes give equal bytes: the
 * only date in the file is that of the version.
 */
export async function printMinutes(printed: PrintedMinutes): Promise<Buffer> {
  const { version, approval, writtenAt } = printed;
  const { happened } = version;
  const sheet = new Sheet({
    title: say('document-title', { title: happened.title }),
    author: happened.letterhead[0] ?? '',
    at: approval?.at ?? writtenAt,
  });
  await sheet.newPage();
  drawHead(sheet, printed);
  await drawFacts(sheet, printed);
  await heading(sheet, 'H2', say('part-summary'));
  await paragraphs(sheet, version.summary);
  await heading(sheet, 'H2', say('part-discussion'));
  for (const section of version.sections) {
    await heading(sheet, 'H3', section.heading);
    await paragraphs(sheet, section.body);
  }
  await heading(sheet, 'H2', say('part-directives'));
  await drawDirectives(sheet, printed);
  await drawClosing(sheet, printed);
  await sheet.newPage();
  await drawAttendance(sheet, happened);
  const footer = say(approval === null ? 'footer-draft' : 'footer', { version: version.versionNumber, title: happened.title });
  return sheet.finish({ left: footer, page: (page, pages) => say('page', { page, pages }) }, styles.foot);
}

function drawHead(sheet: Sheet, { version, approval }: PrintedMinutes): void {
  const centred = (role: Role, words: string, style: Style): void => {
    const lines = sheet.lines(words, sheet.width, style);
    const element = sheet.open(role);
    sheet.draw(element, lines, { x: sheet.left, y: sheet.y, width: sheet.width, align: 'center' }, style);
    sheet.close(element);
    sheet.y += lines.length * style.lineHeight;
  };
  for (const line of version.happened.letterhead) centred('P', line, styles.letterhead);
  sheet.y += 4;
  sheet.decorate((doc) => {
    doc.save().moveTo(sheet.left, sheet.y).lineTo(sheet.right, sheet.y).lineWidth(1.6).stroke();
    doc
      .moveTo(sheet.left, sheet.y + 3)
      .lineTo(sheet.right, sheet.y + 3)
      .lineWidth(0.5)
      .stroke()
      .restore();
  });
  sheet.y += 18;
  centred('H1', say('heading'), styles.title);
  if (approval === null) centred('P', say('draft-mark'), styles.strong);
  sheet.y += 10;
}

/** Day, time, place and people: labels and values in two columns, read as a table. */
async function drawFacts(sheet: Sheet, { version }: PrintedMinutes): Promise<void> {
  const { happened } = version;
  const [from, to] = [new Date(happened.startedAt), new Date(happened.closedAt)];
  const facts: (readonly [label: string, value: string])[] = [
    [say('fact-subject'), `${happened.title} (${say(`kind-${happened.kind}`)})`],
    [say('fact-day'), formatDate(from, 'id')],
    [say('fact-time'), timeOf(from, to)],
    [say('fact-place'), happened.place || say('no-place')],
    [say('fact-chair'), nameOf(happened.chair)],
    [say('fact-clerk'), happened.clerks.map(nameOf).join('\n')],
    [say('fact-people'), say('people', turnout(happened))],
  ];
  const earlier = happened.refreshOf;
  if (earlier) facts.push([say('fact-refresh-of'), `${earlier.title}, ${formatDate(new Date(earlier.startsAt), 'id')}`]);
  const labelWidth = 112;
  const table = sheet.open('Table');
  for (const [label, value] of facts) {
    const lines = sheet.lines(value, sheet.width - labelWidth, styles.body);
    if (!sheet.hasRoom(lines.length * styles.body.lineHeight)) await sheet.newPage();
    const row = sheet.open('TR', table);
    sheet.draw(sheet.open('TH', row), [label], { x: sheet.left, y: sheet.y, width: labelWidth }, styles.body);
    const valuePlace = { x: sheet.left + labelWidth, y: sheet.y, width: sheet.width - labelWidth };
    sheet.draw(sheet.open('TD', row), lines, valuePlace, styles.body);
    sheet.decorateLines([':'], { x: sheet.left + labelWidth - 10, y: sheet.y, width: 10 }, styles.body);
    sheet.close(row);
    sheet.y += Math.max(1, lines.length) * styles.body.lineHeight;
  }
  sheet.close(table);
}

async function drawDirectives(sheet: Sheet, { version }: PrintedMinutes): Promise<void> {
  const { directives } = version.happened;
  if (directives.length === 0) return paragraphs(sheet, say('no-directives'));
  const columns = [
    { heading: say('column-number'), share: 0.06, align: 'right' as const },
    { heading: say('column-words'), share: 0.33 },
    { heading: say('column-addressees'), share: 0.2 },
    { heading: say('column-deadline'), share: 0.12 },
    { heading: say('column-measure'), share: 0.14 },
    { heading: say('column-reviewer'), share: 0.15 },
  ];
  const rows = directives.map((one, index) => [
    `${index + 1}`,
    `${one.number}\n${one.words}`,
    one.addressees.join(', '),
    one.deadline === null ? '' : formatDate(one.deadline, 'id', 'short'),
    one.measure ?? '',
    one.reviewer?.title || one.reviewer?.name || '',
  ]);
  await drawTable(sheet, columns, rows, { head: styles.tableHead, body: styles.table });
}
