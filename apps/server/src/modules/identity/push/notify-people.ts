import type { Actor } from '#platform/actor';
import type { Transaction } from '#platform/context';
import type { NoticeKind } from './domain/notice-kind.ts';

/** Something asked of people, to be told on the devices they chose. */
export interface Notice {
  readonly personIds: readonly string[];
  readonly kind: NoticeKind;
  /** The page it opens, never one that opens without signing in: a notice lies about on a screen. */
  readonly href: string;
  /** How many things, where it speaks of several. */
  readonly count?: number;
}

/** The payload of one device's job. */
export interface DeviceNotice extends Omit<Notice, 'personIds'> {
  readonly deviceId: string;
}

/** Puts a notice into the queue; it leaves after the commit, and not at night. */
export function notifyPeople(tx: Transaction<Actor | null>, notice: Notice): void {
  if (notice.personIds.length > 0) tx.enqueue({ name: 'identity.notify', payload: { ...notice } });
}
