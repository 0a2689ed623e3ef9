import { formatDate, formatTime, witaTime } from '@makaverse/calendar';
import { actualMinutes } from './actual-minutes.ts';
import type { Happened, HeldItem, MinutesText } from './happened.ts';

/** A sentence of the minutes by its name. */
export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

const longestHeading = 300;

/** The first words of the minutes, written from what happened; the clerk goes on from there. */
export function draftText(happened: Happened, say: Say): MinutesText {
  const numbers = Map.groupBy(happened.directives, (one) => one.agendaItemId);
  return {
    summary: summaryOf(happened, say),
    sections: happened.agenda.map((item) => ({
      heading: headingOf(item),
      body: bodyOf(
        item,
        (numbers.get(item.id) ?? []).map((one) => one.number),
        say,
      ),
      agendaItemId: item.id,
    })),
  };
}

/** How many came: everybody on the list, and the units that were invited and came. */
export function turnout(happened: Happened): { readonly people: number; readonly units: number } {
  return {
    people: happened.attendance.reduce((sum, unit) => sum + unit.people.length, 0),
    units: happened.invitedUnits - happened.absentUnits.length,
  };
}

function summaryOf(happened: Happened, say: Say): string {
  const { chair, absentUnits, invitedUnits, directives, refreshOf } = happened;
  const time = (instant: string): string => formatTime(new Date(instant), 'id');
  const chairName = chair.title === '' ? chair.name : `${chair.name}, ${chair.title}`;
  const sentences = [
    say('draft-opened', { from: time(happened.startedAt), chair: chairName, to: time(happened.closedAt) }),
    say('draft-turnout', turnout(happened)),
    absentUnits.length === 0 ? say('nobody-absent') : say('draft-absent', { absent: absentUnits.length, invited: invitedUnits }),
    directives.length === 0 ? say('no-directives') : say('draft-issued', { directives: directives.length }),
  ];
  if (refreshOf) sentences.push(say('draft-refresh-of', { title: refreshOf.title, day: formatDate(new Date(refreshOf.startsAt), 'id') }));
  return sentences.join(' ');
}

function headingOf({ number, title }: HeldItem): string {
  const heading = `${number}. ${title}`;
  // A cut through a pair of code units would leave half a character.
  return heading.length <= longestHeading ? heading : `${heading.slice(0, longestHeading - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function bodyOf(item: HeldItem, directives: readonly string[], say: Say): string {
  const { presenter, slot, notes, spans, kind } = item;
  const lines: string[] = [];
  if (presenter !== null) lines.push(say('draft-presenter', { unit: presenter }));
  if (spans.length > 0) lines.push(heldLine(item, say));
  else if (kind !== 'section') lines.push(say('draft-not-held'));
  for (const part of ['issue', 'solution', 'innovation'] as const)
    if (slot && slot[part] !== '') lines.push(say(`draft-${part}`, { words: slot[part] }));
  if (notes !== '') lines.push(say('draft-notes', { words: notes }));
  if (directives.length > 0) lines.push(say('draft-directives', { numbers: directives.join(', ') }));
  return lines.join('\n');
}

function heldLine({ spans, plannedMinutes }: HeldItem, say: Say): string {
  const clock = (instant: string): string => witaTime(new Date(instant)).replace(':', '.');
  const actual = actualMinutes(spans);
  const over = actual - plannedMinutes;
  return say('draft-held', {
    spans: spans.map((span) => say('draft-span', { from: clock(span.from), to: clock(span.to) })).join(', '),
    actual,
    planned: plannedMinutes,
    over: over > 0 && plannedMinutes > 0 ? say('draft-over', { count: over }) : '',
  });
}
