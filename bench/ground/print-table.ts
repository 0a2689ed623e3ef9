import { cpus, loadavg } from 'node:os';
import type { Measured } from './measured.ts';

const headings = ['promise', 'measured', 'target', ''] as const;

/** The lines as an aligned table that stays readable in a README. */
export function tableOf(lines: readonly Measured[]): string {
  const rows = [headings, ...lines.map((line) => [line.promise, line.measured, line.target, verdict(line)])];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lineOf = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd();
  const [head, ...body] = rows.map(lineOf);
  return [
    head,
    widths
      .map((width) => '-'.repeat(width))
      .join('  ')
      .trimEnd(),
    ...body,
  ].join('\n');
}

function verdict({ isKept }: Measured): string {
  if (isKept === null) return '';
  return isKept ? 'kept' : 'MISSED';
}

/** Which machine it was and how busy; numbers of a busy machine say less. */
export function machineLine(loadBefore: readonly number[]): string {
  const [cpu] = cpus();
  const load = (values: readonly number[]): string => (values[0] ?? 0).toFixed(2);
  return `${cpus().length} x ${cpu?.model.trim() ?? 'unknown processor'}, Node ${process.version}, load ${load(loadBefore)} before, ${load(loadavg())} after, ${new Date().toISOString()}`;
}
