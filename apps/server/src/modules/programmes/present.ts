import { pageOf } from '@makaverse/contract/pages';
import type { PersonBrief, UnitBrief } from '@makaverse/contract/primitives';
import type { Nomination, NominationState, nominationStep, Programme } from '@makaverse/contract/programmes';
import type { z } from 'zod';
import type { Actor } from '#platform/actor';
import type { Language } from '#platform/language';
import { text } from '#platform/language';
import { rungOf } from '#modules/directives';
import { isLate, type Standing } from './domain/nomination.ts';
import { isReviewerPartial, mayReadNomination, mayReadReason, movesOf, type SeatFacts } from './policy.ts';
import type { NominationRow, NominationStepRow, ProgrammeRow } from './tables.ts';

/** What rows name by id only. */
export interface Names {
  readonly units: ReadonlyMap<string, UnitBrief>;
  readonly people: ReadonlyMap<string, PersonBrief>;
  /** Present heads of the units that nominate and of the reviewers' offices. */
  readonly heads: ReadonlyMap<string, string>;
}

/** Who reads, when and in which language. */
export interface Reader {
  readonly actor: Actor;
  readonly now: Date;
  readonly language: Language;
}

/** A row as the policy sees it. */
export function seatOf(row: NominationRow): SeatFacts {
  return {
    state: row.state,
    unitId: row.unit_id,
    personId: row.person_id,
    proposedById: row.proposed_by_id,
    reviewerId: row.reviewer_id,
    reviewerUnitId: row.reviewer_unit_id,
  };
}

/** A row as the domain sees it. */
export function standingOf(row: NominationRow, lastStepAt: Date): Standing {
  return {
    state: row.state,
    personId: row.person_id,
    suggestedId: row.suggested_id,
    reasons: row.reasons,
    proposedById: row.proposed_by_id,
    movedById: row.moved_by_id,
    since: row.since,
    dueAt: row.due_at,
    lastStepAt,
  };
}

/** The page of what the seat belongs to. */
export function subjectHref(row: Pick<NominationRow, 'seat_kind' | 'seat_id'>): string {
  return row.seat_kind === 'task' ? pageOf.task(row.seat_id) : pageOf.programme(row.seat_id);
}

/** Who reviews now: who heads the reviewer's office, or the person named where that office has no head. */
export function reviewerIdOf(row: Pick<NominationRow, 'reviewer_id' | 'reviewer_unit_id'>, heads: Names['heads']): string | null {
  return (row.reviewer_unit_id && heads.get(row.reviewer_unit_id)) ?? row.reviewer_id;
}

const owedByUnit: readonly NominationState[] = ['open', 'returned', 'declined', 'countered'];

/** From whom the step is due, in words. */
export function dueFrom(row: NominationRow, names: Names, language: Language): string {
  const named = (id: string | null | undefined): string | null => {
    const person = id ? names.people.get(id) : undefined;
    return person ? [person.name, person.title].filter(Boolean).join(', ') : null;
  };
  const own = (key: string, params = {}): string => text(language, `nominations.dueFrom.${key}`, params);
  if (owedByUnit.includes(row.state))
    return named(names.heads.get(row.unit_id)) ?? own('head', { unit: names.units.get(row.unit_id)?.name ?? '' });
  if (row.state === 'proposed')
    return isReviewerPartial(seatOf(row)) ? own('standIn') : (named(reviewerIdOf(row, names.heads)) ?? own('reviewer'));
  if (row.state === 'recommended') return own('mayor');
  return row.state === 'appointed' ? (named(row.person_id) ?? '') : '';
}

/** A nomination as whoever may read it sees it. */
export function presentNomination(row: NominationRow, names: Names, reader: Reader): Nomination {
  const person = (id: string | null): PersonBrief | null => (id === null ? null : (names.people.get(id) ?? null));
  return {
    id: row.id,
    seat: { kind: row.seat_kind, id: row.seat_id, unitId: row.unit_id },
    unit: names.units.get(row.unit_id)!,
    subject: { title: row.subject_title, href: subjectHref(row), number: row.subject_number },
    state: row.state,
    person: person(row.person_id),
    suggested: person(row.suggested_id),
    reasons: row.reasons,
    reviewer: person(reviewerIdOf(row, names.heads)),
    dueAt: row.due_at?.toISOString() ?? null,
    dueFrom: dueFrom(row, names, reader.language),
    isLate: isLate(row.due_at, reader.now),
    rung: row.due_at ? rungOf(row.due_at, reader.now).rung : 'none',
    mayDo: [...movesOf(reader.actor, seatOf(row))],
    version: row.version,
  };
}

/** A step; its reason only for whom it concerns. */
export function presentStep(row: NominationRow, step: NominationStepRow, names: Names, reader: Reader): z.infer<typeof nominationStep> {
  const isOpen = mayReadReason(reader.actor, seatOf(row), { byId: step.by_id, personId: step.person_id });
  const cause = step.cause && text(reader.language, `nominations.cause.${step.cause}`);
  return {
    at: step.at.toISOString(),
    action: step.action,
    by: (step.by_id && names.people.get(step.by_id)) || null,
    person: (step.person_id && names.people.get(step.person_id)) || null,
    reason: cause ?? (isOpen ? step.reason : null),
    workingDays: step.working_days,
    wasLate: step.was_late,
  };
}

/** A programme; how a seat is being filled only for whoever may read its nomination, the person in charge for all. */
export function presentProgramme(
  row: ProgrammeRow,
  seats: readonly { readonly unitId: string; readonly nomination: NominationRow | undefined }[],
  names: Names,
  reader: Reader,
): Programme {
  const reviewerId = reviewerIdOf(row, names.heads);
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    outcome: row.outcome,
    field: row.field,
    isExample: row.is_example,
    source: row.source,
    units: seats.flatMap(({ unitId, nomination }) => {
      const unit = names.units.get(unitId);
      if (!unit) return [];
      const isOpen = nomination !== undefined && mayReadNomination(reader.actor, seatOf(nomination));
      return [
        {
          ...unit,
          pic: (nomination?.state === 'accepted' && names.people.get(nomination.person_id!)) || null,
          nominationId: isOpen ? nomination.id : null,
          nominationState: isOpen ? nomination.state : null,
        },
      ];
    }),
    reviewer: (reviewerId && names.people.get(reviewerId)) || null,
    version: row.version,
  };
}
