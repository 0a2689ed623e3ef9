import { largestRupiah } from '@makaverse/contract/programmes-plan';

const months = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'];
const english: Readonly<Record<string, string>> = { may: 'mei', aug: 'agu', ags: 'agu', agt: 'agu', oct: 'okt', dec: 'des', nop: 'nov' };

/** A date as people and spreadsheets write it (31-03-2022, 31/3/2022, 31 Mar 2022, 2022-03-31) as `YYYY-MM-DD`; null where it is none. */
export function readDate(written: string): string | null {
  const text = written.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return civilDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (figures) return civilDate(Number(figures[3]), Number(figures[2]), Number(figures[1]));
  const words = /^(\d{1,2})[- ]([a-z]{3,})[- ](\d{4})$/.exec(text);
  if (!words) return null;
  const short = words[2]!.slice(0, 3);
  const month = months.indexOf(english[short] ?? short);
  return month === -1 ? null : civilDate(Number(words[3]), month + 1, Number(words[1]));
}

function civilDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1946 && year <= 2199;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/** "31-03-2022", as it is typed into a cell. */
export function writeDate(iso: string): string {
  return iso.split('-').toReversed().join('-');
}

/** A number with Indonesian or English signs for thousands and decimals; null where it is none. */
export function readNumber(written: string): number | null {
  const text = written.replaceAll(/[\s\u00a0]|rp\.?/gi, '').replace(/^\((.*)\)$/, '-$1');
  const sign = decimalSign(text);
  const plain = sign === null ? text.replaceAll(/[.,]/g, '') : text.replaceAll(sign === ',' ? '.' : ',', '').replace(sign, '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Which of "." and "," is the decimal sign: the later of two, a single comma, or a single point not before exactly three figures. */
function decimalSign(text: string): '.' | ',' | null {
  const [point, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
  if (point !== -1 && comma !== -1) return point > comma ? '.' : ',';
  const sign = comma === -1 ? '.' : ',';
  const parts = text.split(sign);
  if (parts.length !== 2) return null;
  return sign === '.' && parts[1]!.length === 3 ? null : sign;
}

/** Whole rupiah; cents that are nothing are dropped. null where it is no amount we keep. */
export function readRupiah(written: string): number | null {
  const value = readNumber(written);
  return value !== null && Number.isInteger(value) && value >= 0 && value <= largestRupiah ? value : null;
}

/** "1.250.000" as it is typed into a cell. */
export function writeRupiah(amount: number): string {
  return String(amount).replaceAll(/\B(?=(\d{3})+$)/g, '.');
}

/** A decimal as it is typed into a cell: with a comma. */
export function writeNumber(value: number): string {
  return String(value).replace('.', ',');
}

/** "1; 3" or "1, 3" as numbers; null where one of them is none. */
export function readPositions(written: string): number[] | null {
  const parts = written.split(/[;,\s]+/).filter(Boolean);
  const numbers = parts.map(Number);
  return numbers.every((one) => Number.isInteger(one) && one >= 1 && one <= 200) ? [...new Set(numbers)] : null;
}
