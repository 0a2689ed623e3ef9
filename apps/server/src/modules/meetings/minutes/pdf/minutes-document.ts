import { formatDate, formatInstant, formatTime, witaDate } from '@makaverse/calendar';
import { text } from '#platform/language';
import { turnout } from '../domain/draft-text.ts';
import type { MinutesVersion, NamedPerson } from '../domain/happened.ts';
import { drawAttendance } from './attendance-list.ts';
import { Sheet, type Role, type Style } from './sheet.ts';
import { styles } from './styles.ts';
import { drawTable } from './table.ts';

/** Everything the printed minutes show. */
export interface PrintedMinutes {
  readonly version: MinutesVersion;
  /** SHA-256 of the version's content, as the audit log holds it once it is approved. */
  readonly digest: string;
  readonly writtenBy: NamedPerson | null;
  readonly writtenAt: Date;
  /** `isForChair`: by who held the chair's power to. */
  readonly approval: { readonly by: NamedPerson; readonly at: Date; readonly isForChair: boolean } | null;
}

// Minutes of a city's meeting are an official paper; they are in Indonesian (UU 24/2009 art. 27) whoever prints them.
const say = (key: string, params: Readonly<Record<string, string | number>> = {}): string => text('id', `minutes.${key}`, params);
const nameOf = (person: NamedPerson): string => (person.title === '' ? person.name : `${person.name}, ${person.title}`);

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
  await heading(sheet, 'H2', say('part-closing'));
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
    sheet.close(row);
    sheet.y += Math.max(1, lines.length) * styles.body.lineHeight;
  }
  sheet.close(table);
}

async function heading(sheet: Sheet, role: 'H2' | 'H3', words: string): Promise<void> {
  const style = role === 'H2' ? styles.part : styles.strong;
  const lines = sheet.lines(words, sheet.width, style);
  // A heading never stands alone at the foot of a page.
  if (!sheet.hasRoom((lines.length + 3) * style.lineHeight)) await sheet.newPage();
  else sheet.y += role === 'H2' ? 14 : 6;
  const element = sheet.open(role);
  sheet.draw(element, lines, { x: sheet.left, y: sheet.y, width: sheet.width }, style);
  sheet.close(element);
  sheet.y += lines.length * style.lineHeight + (role === 'H2' ? 2 : 0);
}

async function paragraphs(sheet: Sheet, words: string): Promise<void> {
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

async function drawDirectives(sheet: Sheet, { version }: PrintedMinutes): Promise<void> {
  const { directives } = version.happened;
  if (directives.length === 0) return paragraphs(sheet, say('no-directives'));
  const columns = [
    { heading: say('column-number'), share: 0.08 },
    { heading: say('column-words'), share: 0.34 },
    { heading: say('column-addressees'), share: 0.2 },
    { heading: say('column-deadline'), share: 0.12 },
    { heading: say('column-measure'), share: 0.14 },
    { heading: say('column-reviewer'), share: 0.12 },
  ];
  const rows = directives.map((one) => [
    one.number,
    one.words,
    one.addressees.join(', '),
    one.deadline === null ? '' : formatDate(one.deadline, 'id', 'short'),
    one.measure ?? '',
    one.reviewer?.title || one.reviewer?.name || '',
  ]);
  await drawTable(sheet, columns, rows, { head: styles.tableHead, body: styles.table });
}

/** The end of the meeting and the two who answer for the paper, kept together on one page. */
async function drawClosing(sheet: Sheet, { version, digest, writtenBy, writtenAt, approval }: PrintedMinutes): Promise<void> {
  const { happened } = version;
  const closedAt = new Date(happened.closedAt);
  await paragraphs(sheet, say('closing', { time: formatTime(closedAt, 'id'), day: formatDate(closedAt, 'id') }));
  const width = sheet.width / 2 - 10;
  const clerk = writtenBy ?? happened.clerks[0] ?? null;
  const chair = approval?.by ?? happened.chair;
  const block = (role: string, state: string, person: NamedPerson | null): string[] =>
    [role, '', state, '', person?.name ?? '', person?.title ?? ''].flatMap((line) =>
      line === '' ? [''] : sheet.lines(line, width, styles.body),
    );
  const left = block(say('clerk'), say('written-at', { at: formatInstant(writtenAt, 'id', 'day') }), clerk);
  const approved = approval === null ? say('not-approved') : say('approved-at', { at: formatInstant(approval.at, 'id', 'day') });
  // Who approves in the chair's place signs in his name (atas nama).
  const chairRole = approval?.isForChair ? say('on-behalf', { title: happened.chair.title || happened.chair.name }) : say('chair');
  const right = block(chairRole, approved, chair);
  const place = sheet.lines(
    say('signed-place', { city: happened.city, day: formatDate(approval?.at ?? writtenAt, 'id', 'day') }),
    width,
    styles.body,
  );
  const seal = sheet.lines(say('digest', { version: version.versionNumber, digest }), sheet.width, styles.foot);
  const height = (Math.max(left.length, right.length) + place.length + 1) * styles.body.lineHeight + 40;
  if (!sheet.hasRoom(height)) await sheet.newPage();
  sheet.y += styles.body.lineHeight;
  const put = (lines: readonly string[], x: number, y: number, style: Style = styles.body): void => {
    const element = sheet.open('P');
    sheet.draw(element, lines, { x, y, width: x === sheet.left ? sheet.width : width }, style);
    sheet.close(element);
  };
  const rightX = sheet.left + width + 20;
  put(place, rightX, sheet.y);
  sheet.y += place.length * styles.body.lineHeight;
  put(left, sheet.left, sheet.y);
  put(right, rightX, sheet.y);
  sheet.y += Math.max(left.length, right.length) * styles.body.lineHeight + 16;
  put(seal, sheet.left, sheet.y, styles.foot);
  sheet.y += seal.length * styles.foot.lineHeight;
}
