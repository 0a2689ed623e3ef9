import { listDirectives, type Directive } from '@makaverse/contract/directives';
import { readSession } from '@makaverse/contract/identity-session';
import { keepDirective } from '@makaverse/contract/meetings-room';
import { useSyncExternalStore } from 'react';
import { alone } from '#lib/alone.ts';
import { call, queryClient } from '#lib/api.ts';
import { Outbox, type OutboxView } from '#lib/outbox-sender.ts';
import { useSession } from '#lib/session.tsx';
import type { ClerkEntry, ClerkLine } from '../model/clerk-entry.ts';

// One key to an entry: two windows on one device never write over each other's.
const prefix = 'makaverse.outbox.';
const patienceMs = 20_000;

function stored(): ClerkEntry[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const text = localStorage.getItem(key);
      return text === null ? [] : [JSON.parse(text) as ClerkEntry];
    });
}

/** Lines on their way to the server. Lives as long as the page is open, also while another part of it is shown. */
export const outbox = new Outbox<ClerkLine, Directive>({
  read: stored,
  write: (entry) => localStorage.setItem(prefix + entry.id, JSON.stringify(entry)),
  remove: (id) => localStorage.removeItem(prefix + id),
  send: async (entry) => {
    const directive = await call(keepDirective, {
      params: { id: entry.meetingId },
      body: entry.body,
      idempotencyKey: entry.id,
      signal: AbortSignal.timeout(patienceMs),
    });
    void queryClient.invalidateQueries({ queryKey: [listDirectives.id] });
    return directive;
  },
  mayGo: async () => {
    const { person } = await call(readSession, { signal: AbortSignal.timeout(patienceMs) });
    return (entry) => entry.personId === person?.id;
  },
  alone: (work) => alone('makaverse.outbox', work),
  later: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  nowMs: () => Date.now(),
});

addEventListener('online', () => void outbox.wake());
addEventListener('storage', (event) => {
  if (event.key === null || event.key.startsWith(prefix)) outbox.refresh();
});
void outbox.wake();

/** The reader's own lines of one meeting that are not yet kept, and those kept in this visit. */
export function useOutbox(meetingId: string): OutboxView<ClerkLine, Directive> {
  const personId = useSession().person?.id;
  const view = useSyncExternalStore(outbox.subscribe, outbox.view);
  return {
    entries: view.entries.filter((entry) => entry.meetingId === meetingId && entry.personId === personId),
    sent: view.sent.filter((directive) => directive.meetingId === meetingId),
    sendingId: view.sendingId,
  };
}
