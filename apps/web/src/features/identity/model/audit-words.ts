import { witaDate } from '@makaverse/calendar';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import { pageOf } from '@makaverse/contract/pages';
import type { PersonBrief } from '@makaverse/contract/primitives';
import type { listAudit } from '@makaverse/contract/system';

/** A line of the log. */
export type AuditLine = ReplyOf<typeof listAudit>['items'][number];

/** What is looked for in the log; an empty part asks for nothing. Days are WITA, both included. */
export interface AuditFilter {
  /** `system` is what nobody did: jobs and deadlines. */
  readonly actorId: string;
  readonly object: string;
  readonly from: string;
  readonly to: string;
}
/** The filter that lets everything through. */
export const anything: AuditFilter = { actorId: '', object: '', from: '', to: '' };

/** Whether a line is what is looked for. */
export function matchesAudit(line: AuditLine, filter: AuditFilter): boolean {
  if (filter.actorId === 'system' ? line.actor !== null || isOwnDeed(line) : filter.actorId !== '' && line.actor?.id !== filter.actorId)
    return false;
  if (filter.object !== '' && line.object !== filter.object) return false;
  const day = witaDate(new Date(line.at));
  return (filter.from === '' || day >= filter.from) && (filter.to === '' || day <= filter.to);
}

/** Everybody who did something in these lines, by name. */
export function actorsIn(lines: readonly AuditLine[]): readonly PersonBrief[] {
  const byId = new Map(lines.flatMap((line) => (line.actor ? [[line.actor.id, line.actor] as const] : [])));
  return [...byId.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'id'));
}

/** Kinds of records these lines speak of. */
export function objectsIn(lines: readonly AuditLine[]): readonly string[] {
  return [...new Set(lines.map((line) => line.object))].toSorted();
}

const places: Readonly<Record<string, (id: string) => string>> = {
  unit: pageOf.unit,
  person: pageOf.person,
  meeting: pageOf.meeting,
  directive: (id) => pageOf.directive(id),
  task: pageOf.task,
  programme: pageOf.programme,
  nomination: pageOf.nomination,
  obstacle: pageOf.obstacle,
  boundaries: () => pageOf.boundaries(),
  import: (id) => `${pageOf.imports()}?berkas=${id}`,
};

/** The page of a record in the log; undefined for what has no page of its own. */
export function recordPage(object: string, objectId: string): string | undefined {
  return places[object]?.(objectId);
}

/** The newest number missing from lines numbered downwards; null when none is. A line was then taken out of the database. */
export function firstGap(seqs: readonly number[]): number | null {
  const at = seqs.findIndex((seq, index) => index > 0 && seqs[index - 1] !== seq + 1);
  return at === -1 ? null : seqs[at - 1]! - 1;
}

/** What a person did before being anybody to the server: the line names nobody as its author, and the person as its object. */
export function isOwnDeed(line: AuditLine): boolean {
  return line.actor === null && line.object === 'person' && /^(session|password)\./.test(line.action);
}
