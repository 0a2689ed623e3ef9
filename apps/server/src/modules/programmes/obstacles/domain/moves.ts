import { addWorkingDays, endOfWorkingDay, witaDate, type CivilDate } from '@makaverse/calendar';
import type { ObstacleState } from '@makaverse/contract/programmes-obstacles';
import * as broken from './broken-rules.ts';
import { heightAt, highest, lowest, type ObstacleClock } from './clock.ts';

/** How an obstacle stands. */
export interface ObstacleStanding {
  readonly state: ObstacleState;
  readonly clock: ObstacleClock;
  readonly takenOn: { readonly byId: string; readonly untilOn: CivilDate } | null;
  readonly solvedOn: CivilDate | null;
}

/** Who takes an obstacle on gives a day within these working days: what takes longer is passed up, so that those above know of it. */
const mostWorkingDays = 20;

/** A reported obstacle lies with whoever can remove it from the first hour. */
export function reported(at: Date): ObstacleStanding {
  return { state: 'open', clock: { height: lowest, from: at, restsUntil: null }, takenOn: null, solvedOn: null };
}

/** Somebody on the present rung gives a day; the clock rests until it. Who gave one and missed it gives no second. */
export function takeOn(standing: ObstacleStanding, act: { byId: string; at: Date; untilOn: CivilDate }): ObstacleStanding {
  refuseSolved(standing);
  const height = heightAt(standing.clock, act.at);
  if (standing.state === 'taken-on' && height === standing.clock.height) throw new broken.AlreadyTakenOn();
  if (isWithAuthority(standing, act.at)) throw new broken.AnswerAwaited();
  const today = witaDate(act.at);
  if (act.untilOn < today || endOfWorkingDay(act.untilOn) <= act.at) throw new broken.DayPassed();
  if (act.untilOn > addWorkingDays(today, mostWorkingDays)) throw new broken.TakenOnTooLong(mostWorkingDays);
  return {
    ...standing,
    state: 'taken-on',
    clock: { height, from: act.at, restsUntil: endOfWorkingDay(act.untilOn) },
    takenOn: { byId: act.byId, untilOn: act.untilOn },
  };
}

function isWithAuthority({ state, clock }: ObstacleStanding, at: Date): boolean {
  return state === 'with-authority' && clock.restsUntil !== null && at <= clock.restsUntil;
}

/** It goes to the next rung at once. */
export function passUp(standing: ObstacleStanding, at: Date): ObstacleStanding {
  refuseSolved(standing);
  const height = heightAt(standing.clock, at);
  if (height === highest) throw new broken.NobodyAbove();
  return runningOn(standing, { height: height + 1, from: at, restsUntil: null });
}

/** The letter has left: the clock rests until its answer is due. */
export function letterSent(standing: ObstacleStanding, act: { at: Date; answerDueOn: CivilDate }): ObstacleStanding {
  refuseSolved(standing);
  const height = heightAt(standing.clock, act.at);
  return {
    ...standing,
    state: 'with-authority',
    clock: { height, from: act.at, restsUntil: endOfWorkingDay(act.answerDueOn) },
    takenOn: null,
  };
}

/** The answer is here: the city is to act again, on the rung where it was. */
export function letterAnswered(standing: ObstacleStanding, at: Date): ObstacleStanding {
  refuseSolved(standing);
  return runningOn(standing, { height: heightAt(standing.clock, at), from: at, restsUntil: null });
}

export function solve(standing: ObstacleStanding, at: Date): ObstacleStanding {
  refuseSolved(standing);
  const clock = { height: heightAt(standing.clock, at), from: at, restsUntil: null };
  return { ...standing, state: 'solved', clock, solvedOn: witaDate(at) };
}

/** Called solved too early: it lies again where it lay. */
export function reopen(standing: ObstacleStanding, at: Date): ObstacleStanding {
  if (standing.state !== 'solved') throw new broken.NotSolved();
  return runningOn(standing, { ...standing.clock, from: at });
}

function runningOn(standing: ObstacleStanding, clock: ObstacleClock): ObstacleStanding {
  return { ...standing, state: 'open', clock, takenOn: null, solvedOn: null };
}

function refuseSolved(standing: ObstacleStanding): void {
  if (standing.state === 'solved') throw new broken.AlreadySolved();
}
