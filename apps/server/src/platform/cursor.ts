import { z } from 'zod';

/** A moment in a cursor. ISO 8601 knows a year 0, PostgreSQL does not. */
export const keyInstant = z.iso.datetime().refine((value) => value >= '0001', { error: 'cursor' });

/** The key of a list that runs from the newest to the oldest. */
export const newestKey = z.tuple([keyInstant, z.uuid()]);
export type NewestKey = z.infer<typeof newestKey>;

/** An opaque cursor out of a page's last key. */
export function toCursor(key: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key out of a cursor; null without one. @throws ZodError, an invalid input, when it is none of ours */
export function fromCursor<T extends z.ZodType>(cursor: string | undefined, key: T): z.output<T> | null {
  return cursor === undefined ? null : written.pipe(key).parse(cursor, { reportInput: false });
}

const written = z.base64url().transform((text, context): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    context.addIssue({ code: 'custom', message: 'cursor' });
    return z.NEVER;
  }
});
