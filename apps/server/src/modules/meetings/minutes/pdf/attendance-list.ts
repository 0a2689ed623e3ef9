import { formatDate, formatTime } from '@makaverse/calendar';
import type { Happened } from '../domain/happened.ts';
import { say } from './printed-minutes.ts';
import type { Role, Sheet, Style } from '#platform/pdf/sheet';
import { styles } from '#platform/pdf/styles';
import { drawTable } from './table.ts';

/** The daftar hadir: everybody who came, numbered through, unit after unit; then the invited units that did not come. */
export async function drawAttendance(sheet: Sheet, happened: Happened): Promise<void> {
  const put = async (role: Role, words: string, style: Style, align: 'left' | 'center'): Promise<void> => {
    const lines = sheet.lines(words, sheet.width, style);
    if (!sheet.hasRoom(lines.length * style.lineHeight)) await sheet.newPage();
    const element = sheet.open(role);
    sheet.draw(element, lines, { x: sheet.left, y: sheet.y, width: sheet.width, align }, style);
    sheet.close(element);
    sheet.y += lines.length * style.lineHeight;
  };
  await put('H1', say('attendance-heading'), styles.title, 'center');
  await put('P', happened.title, styles.strong, 'center');
  await put('P', formatDate(new Date(happened.startedAt), 'id'), styles.body, 'center');
  sheet.y += 8;
  const columns = [
    { heading: say('column-number'), share: 0.08, align: 'right' as const },
    { heading: say('column-name'), share: 0.34 },
    { heading: say('column-office'), share: 0.38 },
    { heading: say('column-came'), share: 0.2 },
  ];
  const people = happened.attendance.flatMap(({ unit, people }) => people.map((person) => ({ unit, ...person })));
  const rows = people.map((person, index) => {
    const came = formatTime(new Date(person.cameAt), 'id');
    const office =
      person.title === '' || person.title.includes(person.unit) ? person.title || person.unit : `${person.title}, ${person.unit}`;
    const when = person.leftAt === null ? came : say('left-at', { came, left: formatTime(new Date(person.leftAt), 'id') });
    return [`${index + 1}`, person.name, office, when];
  });
  await drawTable(sheet, columns, rows, { head: styles.tableHead, body: styles.table });
  sheet.y += 12;
  const absent = happened.absentUnits;
  if (absent.length === 0) return put('P', say('nobody-absent'), styles.body, 'left');
  await put('H2', say('absent-heading', { count: absent.length }), styles.strong, 'left');
  for (const unit of absent) await put('P', unit, styles.table, 'left');
}
