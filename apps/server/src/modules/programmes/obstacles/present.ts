import { daysBetween, witaDate } from '@makaverse/calendar';
import type { PersonBrief, UnitBrief } from '@makaverse/contract/primitives';
import type { Letter, Obstacle, ObstacleDetail, Remover } from '@makaverse/contract/programmes-obstacles';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import type { CarryingFacts } from '../carrying/policy.ts';
import { dueAt, heightAt, highest, lateSince, liesSince, rungAt } from './domain/clock.ts';
import { daysLostTo } from './domain/days-lost.ts';
import type { ObstacleStanding } from './domain/moves.ts';
import { obstacleMovesOf, type ObstacleFacts } from './policy.ts';
import { clockOf } from './queries/delays.ts';
import type { LetterRow, ObstacleRow, ObstacleStepRow } from './tables.ts';

/** What rows name by id only. */
export interface ObstacleNames {
  readonly programmes: ReadonlyMap<string, { readonly id: string; readonly number: number; readonly name: string }>;
  readonly milestones: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, UnitBrief>;
  readonly people: ReadonlyMap<string, PersonBrief>;
  readonly letters: ReadonlyMap<string, LetterRow>;
  readonly carrying: ReadonlyMap<string, CarryingFacts>;
  /** Who holds a rung for an obstacle now, the first of them named. */
  readonly holdersOf: (row: ObstacleRow, height: number) => readonly string[];
}

/** A row as the policy sees it. */
export function obstacleFacts(row: ObstacleRow, carrying: CarryingFacts): ObstacleFacts {
  return { unitId: row.unit_id, removerUnitId: row.remover_unit_id, reportedById: row.reported_by_id, carrying };
}

/** A row as the domain sees it. */
export function obstacleStanding(row: ObstacleRow): ObstacleStanding {
  const takenOn =
    row.taken_on_by_id === null || row.taken_on_until === null ? null : { byId: row.taken_on_by_id, untilOn: row.taken_on_until };
  return { state: row.state, clock: clockOf(row), takenOn, solvedOn: row.solved_on };
}

/** Whether the date given has passed or the rung it was given on is left behind, so that a new one may be given. */
function isClimbing(row: ObstacleRow, now: Date): boolean {
  const isOverdueAnswer = row.state === 'with-authority' && row.rests_until !== null && now > row.rests_until;
  return isOverdueAnswer || heightAt(clockOf(row), now) > row.height;
}

/** An obstacle as whoever may read it sees it. */
export function presentObstacle(row: ObstacleRow, names: ObstacleNames, reader: Pick<Context, 'actor' | 'now' | 'language'>): Obstacle {
  const { now, actor, language } = reader;
  const clock = clockOf(row);
  const isSolved = row.state === 'solved';
  const height = isSolved ? row.height : heightAt(clock, now);
  const letter = names.letters.get(row.id);
  const today = witaDate(now);
  const delay = {
    sinceOn: row.since_on,
    solvedOn: row.solved_on,
    sentOn: letter?.sent_on ?? null,
    answeredOn: letter?.answered_on ?? null,
  };
  const unitName = (id: string): string => names.units.get(id)?.name ?? '';
  const holder = names.holdersOf(row, height)[0];
  const rung = rungAt(height);
  const takenOnBy = names.people.get(row.taken_on_by_id ?? '');
  return {
    id: row.id,
    programme: names.programmes.get(row.programme_id)!,
    unit: names.units.get(row.unit_id)!,
    milestone: row.milestone_id === null ? null : { id: row.milestone_id, title: names.milestones.get(row.milestone_id) ?? '' },
    words: row.words,
    sinceOn: row.since_on,
    costPerDay: row.cost_per_day,
    remover: removerOf(row, names),
    state: row.state,
    rung,
    lies: {
      person: names.people.get(holder ?? '') ?? null,
      office: text(language, `obstacles.offices.${rung}`, { unit: unitName(row.remover_unit_id ?? row.unit_id) }),
    },
    since: (isSolved ? row.clock_from : liesSince(clock, now)).toISOString(),
    dueAt: isSolved ? null : dueAt(clock, now).toISOString(),
    lateSince: isSolved ? null : (lateSince(clock, now)?.toISOString() ?? null),
    takenOn: row.state === 'taken-on' && takenOnBy && row.taken_on_until ? { by: takenOnBy, untilOn: row.taken_on_until } : null,
    daysLost: daysLostTo([delay], today),
    costSoFar: row.cost_per_day === null ? null : row.cost_per_day * Math.max(0, daysBetween(row.since_on, row.solved_on ?? today)),
    solvedOn: row.solved_on,
    mayDo: [
      ...obstacleMovesOf(actor, obstacleFacts(row, names.carrying.get(row.programme_id)!), {
        state: row.state,
        height: Math.min(height, highest),
        isClimbing: isClimbing(row, now),
        letter: !letter ? 'none' : letter.answered_on ? 'answered' : letter.sent_on ? 'sent' : 'written',
      }),
    ],
    version: row.version,
  };
}

function removerOf(row: ObstacleRow, names: ObstacleNames): Remover {
  if (row.remover_unit_id === null) return { kind: 'outside', authority: row.authority ?? '' };
  return { kind: 'unit', unit: names.units.get(row.remover_unit_id)! };
}

function presentLetter(row: LetterRow): Letter {
  return {
    addressee: row.addressee,
    subject: row.subject,
    legalBasis: row.legal_basis,
    body: row.body,
    number: row.number,
    sentOn: row.sent_on,
    answerDueOn: row.answer_due_on,
    answeredOn: row.answered_on,
    answer: row.answer,
  };
}

/** An obstacle with its steps, oldest first, and its letter. */
export function presentObstacleDetail(
  row: ObstacleRow,
  steps: readonly ObstacleStepRow[],
  names: ObstacleNames,
  reader: Pick<Context, 'actor' | 'now' | 'language'>,
): ObstacleDetail {
  const letter = names.letters.get(row.id);
  return {
    ...presentObstacle(row, names, reader),
    reportedBy: names.people.get(row.reported_by_id)!,
    letter: letter ? presentLetter(letter) : null,
    steps: steps.map((step) => ({
      at: step.at.toISOString(),
      action: step.action,
      by: names.people.get(step.by_id ?? '') ?? null,
      rung: rungAt(step.height),
      words: step.words,
      untilOn: step.until_on,
    })),
  };
}
