import type { TaskStep } from '@makaverse/contract/directives';
import * as broken from './broken-rules.ts';

/** What has happened to a task so far; its step follows from this and is kept nowhere. */
export interface TaskFacts {
  readonly sentAt: Date | null;
  readonly seenAt: Date | null;
  readonly acknowledgedAt: Date | null;
  /** The unit proposed a person. */
  readonly namedAt: Date | null;
  /** The person who agreed to answer for it. */
  readonly picId: string | null;
  readonly reportedAt: Date | null;
  readonly doneAt: Date | null;
}

type Fact = 'sent' | 'seen' | 'acknowledged' | 'named' | 'accepted' | 'reported' | 'done';
export type TaskMove = 'send' | 'see' | 'acknowledge' | 'name' | 'accept' | 'vacate' | 'pass-on' | 'report' | 'send-back' | 'confirm';

interface Rule {
  readonly after: readonly Fact[];
  readonly notAfter: readonly Fact[];
}

/**
 * The whole life of a task, to be read aloud: "report: after it was sent and acknowledged, not after it was reported or done".
 * Acknowledging and naming a person go their ways side by side; reporting and confirming come after.
 */
export const moves: Readonly<Record<TaskMove, Rule>> = {
  send: { after: [], notAfter: ['sent'] },
  see: { after: ['sent'], notAfter: ['seen'] },
  acknowledge: { after: ['sent'], notAfter: ['acknowledged'] },
  name: { after: ['sent'], notAfter: ['done'] },
  accept: { after: ['sent'], notAfter: ['done'] },
  vacate: { after: ['sent'], notAfter: ['done'] },
  'pass-on': { after: ['sent', 'acknowledged'], notAfter: ['done'] },
  report: { after: ['sent', 'acknowledged'], notAfter: ['done', 'reported'] },
  'send-back': { after: ['sent', 'reported'], notAfter: ['done'] },
  confirm: { after: ['sent', 'reported'], notAfter: ['done'] },
};

const holds: Readonly<Record<Fact, (facts: TaskFacts) => boolean>> = {
  sent: (facts) => facts.sentAt !== null,
  seen: (facts) => facts.seenAt !== null,
  acknowledged: (facts) => facts.acknowledgedAt !== null,
  named: (facts) => facts.namedAt !== null,
  accepted: (facts) => facts.picId !== null,
  reported: (facts) => facts.reportedAt !== null,
  done: (facts) => facts.doneAt !== null,
};

const farthestFirst: readonly Fact[] = ['done', 'reported', 'accepted', 'named', 'acknowledged', 'seen', 'sent'];

/** How far a task has come: the farthest of what has happened. */
export function stepOf(facts: TaskFacts): TaskStep {
  return farthestFirst.find((fact) => holds[fact](facts)) ?? 'drafted';
}

/** Whether a move is possible now. */
export function isPossible(facts: TaskFacts, move: TaskMove): boolean {
  const { after, notAfter } = moves[move];
  return after.every((fact) => holds[fact](facts)) && !notAfter.some((fact) => holds[fact](facts));
}

/** Refuses an impossible move by the first thing that stands in its way. */
export function refuseImpossible(facts: TaskFacts, move: TaskMove): void {
  const { after, notAfter } = moves[move];
  const inTheWay = notAfter.find((fact) => holds[fact](facts));
  if (inTheWay) throw alreadyThere(inTheWay);
  const wanting = after.find((fact) => !holds[fact](facts));
  if (wanting) throw notYetThere(wanting);
}

function alreadyThere(fact: Fact): Error {
  if (fact === 'done') return new broken.TaskAlreadyDone();
  if (fact === 'reported') return new broken.TaskAlreadyReported();
  return fact === 'acknowledged' ? new broken.TaskAlreadyAcknowledged() : new broken.TaskAlreadySeen();
}

function notYetThere(fact: Fact): Error {
  if (fact === 'acknowledged') return new broken.TaskNotAcknowledged();
  return fact === 'reported' ? new broken.TaskNotReported() : new broken.TaskNotSent();
}
