/** RFC 9457 problem details: the one shape of every refusal. */
import { z } from 'zod';

/** One wrong place in the input; `path` in dotted form (`agenda.3.minutes`). */
export const problemIssue = z.object({ path: z.string(), message: z.string() });

/** A gap that keeps something from being done, with the address where it is mended. */
export const gap = z.object({ code: z.string(), text: z.string(), href: z.string() });
export type Gap = z.infer<typeof gap>;

/** A refusal: `title` says what, `detail` why and what to do next, both in the caller's language. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  issues: z.array(problemIssue).optional(),
  gaps: z.array(gap).optional(),
  /** After a conflicting edit: the record as it stands now, so that both texts can be laid side by side. */
  current: z.unknown().optional(),
});
export type Problem = z.infer<typeof problem>;
