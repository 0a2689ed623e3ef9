/** The small words every contract file is written in. */
import { z } from 'zod';

/** A record's id: UUID version 7, made by the application. */
export const id = z.uuid();

/** A civil date in WITA, `YYYY-MM-DD`, within the years an office works with. */
export const isoDate = z.iso.date().refine((value) => value >= '1945-08-17' && value <= '2199-12-31', { error: 'date-out-of-range' });

/** A moment, ISO 8601 with offset. */
export const instant = z.iso.datetime({ offset: true });

/** Required text: trimmed, not empty, at most `max` characters, without the NUL character PostgreSQL cannot store. */
export function words(max: number): z.ZodType<string, string> {
  return z.string().trim().min(1).max(max).refine(isStorable, { error: 'control-characters' });
}

/** Text that may be empty; same limits as {@link words}. */
export function optionalWords(max: number): z.ZodType<string, string> {
  return z.string().trim().max(max).refine(isStorable, { error: 'control-characters' });
}

// The C0 controls except tab, line feed and carriage return: never typed on purpose, and NUL breaks PostgreSQL text. Half a surrogate
// pair is no character, and PostgreSQL refuses it in JSON.
function isStorable(value: string): boolean {
  return value.isWellFormed() && !/[^\t\n\r\P{Cc}\u007F-\u009F]/u.test(value);
}

/** The number of the record's latest change; sent back with an edit so that nobody's words are overwritten unseen. */
export const version = z.number().int().min(1);

/** Path parameters of one record. */
export const byId = z.object({ id });

/** Paging: opaque cursor from the previous reply's `next`. */
export const paging = { limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().max(200).optional() };

/** A page of records; `next` is null on the last one. */
export function page<T extends z.ZodType>(item: T): z.ZodObject<{ items: z.ZodArray<T>; next: z.ZodNullable<z.ZodString> }> {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** A unit as it is named inside other records. */
export const unitBrief = z.object({ id, code: z.string(), kind: z.string(), name: z.string(), shortName: z.string() });
export type UnitBrief = z.infer<typeof unitBrief>;

/** A person as named inside other records: name and present office, nothing more. */
export const personBrief = z.object({ id, name: z.string(), title: z.string() });
export type PersonBrief = z.infer<typeof personBrief>;
