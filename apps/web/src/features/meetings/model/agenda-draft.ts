import type { AgendaDraftItem, AgendaItem } from '@makaverse/contract/meetings';

/** One line of the agenda being arranged; minutes as typed. */
export interface AgendaLine {
  readonly id: string;
  readonly kind: AgendaItem['kind'];
  readonly title: string;
  readonly minutes: string;
  readonly presenterUnitId: string | null;
  readonly reason: string | null;
  readonly aboutHref: string | null;
}

/** The lines of an agenda as it stands. */
export function agendaDraft(agenda: readonly AgendaItem[]): AgendaLine[] {
  return agenda.map((item) => ({
    id: item.id,
    kind: item.kind,
    title: item.title,
    minutes: String(item.minutes),
    presenterUnitId: item.presenter?.id ?? null,
    reason: item.reason,
    aboutHref: item.aboutHref,
  }));
}

/** The lines as they are sent: what stands under a section belongs to it. */
export function draftItems(lines: readonly AgendaLine[]): AgendaDraftItem[] {
  let section: string | null = null;
  return lines.map((line) => {
    if (line.kind === 'section') section = line.id;
    const { minutes, ...rest } = line;
    return { ...rest, minutes: line.kind === 'section' ? 0 : Number(minutes), parentId: line.kind === 'section' ? null : section };
  });
}

/** Minutes of all points together; what is no number counts as none. */
export function minutesOf(lines: readonly AgendaLine[]): number {
  return lines.reduce((sum, line) => sum + (line.kind === 'section' ? 0 : Number(line.minutes) || 0), 0);
}

/** The lines with one moved up (-1) or down (1). */
export function moveLine(lines: readonly AgendaLine[], index: number, by: -1 | 1): AgendaLine[] {
  const moved = [...lines];
  const [line] = moved.splice(index, 1);
  moved.splice(index + by, 0, line!);
  return moved;
}
