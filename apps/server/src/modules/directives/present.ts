import type { Directive, Task } from '@makaverse/contract/directives';
import { pageOf } from '@makaverse/contract/pages';
import type { PersonBrief, UnitBrief } from '@makaverse/contract/primitives';
import type { Gap } from '@makaverse/contract/problem';
import { text, type Language } from '#platform/language';
import { lacksOf, mendingPlace, type Lack, type Parts } from './domain/completeness.ts';
import { lateFor, type TimedTask } from './domain/lateness.ts';
import { stepOf } from './domain/task-moves.ts';
import type { AddresseeRow, DirectiveRow, TaskRow } from './tables.ts';

/** Units and people by id, as other records name them. */
export interface Named {
  readonly units: ReadonlyMap<string, UnitBrief>;
  readonly people: ReadonlyMap<string, PersonBrief>;
}

/** A directive's row as the domain judges its completeness. */
export function partsOf(row: DirectiveRow, addressees: readonly AddresseeRow[]): Parts {
  return {
    givenById: row.given_by_id,
    deadline: row.deadline,
    measure: row.measure,
    reviewerId: row.reviewer_id,
    addressees: addressees.map((one) => ({ unitId: one.unit_id, picId: one.pic_id, nominationDueOn: one.nomination_due_on })),
  };
}

/** A task's row as the domain judges its steps and terms. */
export function timedTask(row: TaskRow): TimedTask {
  return {
    sentAt: row.sent_at,
    seenAt: row.seen_at,
    acknowledgedAt: row.acknowledged_at,
    namedAt: row.named_at,
    picId: row.pic_id,
    reportedAt: row.reported_at,
    doneAt: row.done_at,
    acknowledgeBy: row.acknowledge_by,
    nominateBy: row.nominate_by,
    deadlineAt: row.deadline_at,
  };
}

const namesShown = 3;

/** A missing part in words, with the place where it is given. With a number it can stand on its own in a list of many directives. */
export function presentGap(lack: Lack, where: { directiveId: string; number?: string; units: Named['units']; language: Language }): Gap {
  const names = lack.unitIds.map((id) => where.units.get(id)?.shortName ?? id);
  const shown = names.slice(0, namesShown).join(', ');
  const more = names.length - namesShown;
  const list = more > 0 ? text(where.language, 'directives.andMore', { names: shown, count: more }) : shown;
  const words = text(where.language, `directives.gaps.${lack.part}`, { count: names.length, names: list });
  return {
    code: `no-${lack.part}`,
    text: where.number === undefined ? words : `${where.number}: ${words}`,
    href: pageOf.directive(where.directiveId, mendingPlace[lack.part]),
  };
}

/** A directive with all it needs to be read. */
export function presentDirective(
  row: DirectiveRow,
  known: Named & { addressees: readonly AddresseeRow[]; progress: Directive['progress'] | undefined; language: Language },
): Directive {
  const { addressees, units, people, language } = known;
  const progress = known.progress ?? { tasks: 0, acknowledged: 0, accepted: 0, done: 0, late: 0 };
  const personOf = (id: string | null): PersonBrief | null => (id === null ? null : (people.get(id) ?? null));
  const lacks = row.state === 'draft' ? lacksOf(partsOf(row, addressees)) : [];
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    words: row.words,
    meetingId: row.meeting_id,
    agendaItemId: row.agenda_item_id,
    programmeId: row.programme_id,
    givenBy: personOf(row.given_by_id),
    spokenAt: row.spoken_at.toISOString(),
    deadline: row.deadline,
    measure: row.measure,
    reviewer: personOf(row.reviewer_id),
    addresseeGroups: row.groups,
    addressees: addressees.map((one) => ({
      unitId: one.unit_id,
      picId: one.pic_id,
      nominationDueOn: one.nomination_due_on,
      unit: units.get(one.unit_id)!,
      pic: personOf(one.pic_id),
    })),
    isCascading: row.is_cascading,
    gaps: lacks.map((lack) => presentGap(lack, { directiveId: row.id, units, language })),
    isLate: progress.late > 0,
    progress,
    version: row.version,
  };
}

/** One unit's part of a directive. */
export function presentTask(row: TaskRow, known: Named & { below: Task['below'] | undefined; now: Date }): Task {
  const { units, people, now } = known;
  const facts = timedTask(row);
  const late = lateFor(facts, now);
  const said = (words: string | null, byId: string | null, at: Date | null): Task['report'] => {
    const by = byId === null ? undefined : people.get(byId);
    return words !== null && by && at ? { words, by, at: at.toISOString() } : null;
  };
  return {
    id: row.id,
    directiveId: row.directive_id,
    parentId: row.parent_id,
    unit: units.get(row.unit_id)!,
    step: stepOf(facts),
    isLate: late !== null,
    lateFor: late && { step: late.step, dueAt: late.dueAt.toISOString(), workingDays: late.workingDays },
    pic: row.pic_id === null ? null : (people.get(row.pic_id) ?? null),
    nominationDueOn: row.nomination_due_on,
    acknowledgeBy: row.acknowledge_by.toISOString(),
    deadline: row.deadline,
    sentAt: row.sent_at.toISOString(),
    seenAt: row.seen_at?.toISOString() ?? null,
    acknowledgement: said(row.acknowledgement, row.acknowledged_by_id, row.acknowledged_at),
    report: said(row.report, row.reported_by_id, row.reported_at),
    doneAt: row.done_at?.toISOString() ?? null,
    below: known.below ?? { total: 0, acknowledged: 0, done: 0, late: 0 },
    version: row.version,
  };
}
