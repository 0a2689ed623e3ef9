import { pageOf } from '@makaverse/contract/pages';

/** Days the directory can be asked for; the contract's own limits. */
const firstDay = '1945-08-17';
/** The last day there is: what a unit is on it is its newest state, planned changes among them. */
export const lastDay = '2199-12-31';

/** The day in the address when it is one that can be asked for, else null. A date being typed passes through years like 0202. */
export function dayOfAddress(value: string | null): string | null {
  return value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= firstDay && value <= lastDay ? value : null;
}

/** A unit's page, seen on the same day as the page one comes from. */
export function unitPageOn(id: string, day: string | null): string {
  return day === null ? pageOf.unit(id) : `${pageOf.unit(id)}?tanggal=${day}`;
}

/** The directory, opened at a unit, on the same day. */
export function directoryAt(unitId: string | null, day: string | null): string {
  const query = new URLSearchParams({ ...(unitId !== null && { unit: unitId }), ...(day !== null && { tanggal: day }) });
  return query.size > 0 ? `${pageOf.directory()}?${query}` : pageOf.directory();
}
