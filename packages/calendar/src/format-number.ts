import type { Language } from './language.ts';

/** `exact` for tables, `short` for running text and headings. */
export type RupiahStyle = 'exact' | 'short';

/** Thrown when a number to be shown is NaN or infinite. */
export class NumberNotFinite extends Error {
  readonly code = 'number-not-finite';

  constructor(value: number) {
    super(`${value} cannot be shown as a number.`);
    this.name = 'NumberNotFinite';
  }
}

/** Indonesian groups with dots and puts a comma before decimals; English the other way round. */
const MARKS: Readonly<Record<Language, { readonly group: string; readonly decimal: string }>> = {
  id: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
};

/** Beyond this, numbers in JavaScript have lost their digits, and `toFixed` turns to exponents. */
const LARGEST = 1e15;

/**
 * A number with grouped thousands; decimals are rounded half away from zero on the decimal text, and zeros at their end left out.
 *
 * @param decimals most decimals shown, 0 to 6; 2 unless told
 * @throws NumberNotFinite
 * @example formatNumber(1432189.5, 'id') // '1.432.189,5'
 * @example formatNumber(0.356, 'en', 2) // '0.36'
 */
export function formatNumber(value: number, language: Language, decimals: number = 2): string {
  if (!Number.isFinite(value)) throw new NumberNotFinite(value);
  if (Math.abs(value) >= LARGEST) return groupDigits(BigInt(Math.round(value)).toString(), language);
  const [whole = '0', fraction = ''] = roundedText(Math.abs(value), decimals).split('.');
  const rest = fraction.replace(/0+$/, '');
  const digits = groupDigits(whole, language) + (rest === '' ? '' : MARKS[language].decimal + rest);
  return value < 0 && digits !== '0' ? `-${digits}` : digits;
}

/** `toFixed` rounds the binary value, so 1.005 would become 1.00; shifting the decimal text rounds what the reader sees. */
function roundedText(value: number, decimals: number): string {
  const text = String(value);
  if (text.includes('e')) return value.toFixed(decimals);
  return Number(`${Math.round(Number(`${text}e${decimals}`))}e-${decimals}`).toFixed(decimals);
}

function groupDigits(digits: string, language: Language): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, MARKS[language].group);
}

const SCALES: readonly { readonly size: number; readonly id: string; readonly en: string }[] = [
  { size: 1e12, id: 'triliun', en: 'trillion' },
  { size: 1e9, id: 'miliar', en: 'billion' },
  { size: 1e6, id: 'juta', en: 'million' },
  { size: 1e3, id: 'ribu', en: 'thousand' },
];

/**
 * An amount of money in rupiah.
 *
 * @param amount rupiah; sen, where there are any, as decimals
 * @param style `short` names the scale and keeps two decimals below ten, one above
 * @throws NumberNotFinite
 * @example formatRupiah(20_500_000_000, 'id') // 'Rp 20.500.000.000'
 * @example formatRupiah(20_500_000_000, 'id', 'short') // 'Rp 20,5 miliar'
 * @example formatRupiah(20_500_000_000, 'en', 'short') // 'Rp 20.5 billion'
 */
export function formatRupiah(amount: number, language: Language, style: RupiahStyle = 'exact'): string {
  const size = Math.abs(amount);
  const sign = amount < 0 ? '-' : '';
  if (style === 'short') {
    // Ask each scale whether the rounded figure reaches 1, so that 999.999.999 becomes "1 miliar", not "1.000 juta".
    const scale = SCALES.find((candidate) => shortFigure(size / candidate.size) >= 1);
    if (scale !== undefined) {
      return `${sign}Rp ${formatNumber(shortFigure(size / scale.size), language)} ${scale[language]}`;
    }
  }
  return `${sign}Rp ${formatNumber(size, language)}`;
}

function shortFigure(value: number): number {
  const step = value < 10 ? 100 : 10;
  // A figure may climb to the larger scale only where the smaller one would print 1.000: 999,9 juta stays as it is.
  return value < 1 ? Math.round(value * 10_000) / 10_000 : Math.round(value * step) / step;
}
