import { ProblemError } from '@makaverse/client/call';
import { readSession } from '@makaverse/contract/identity-session';
import { addEvidence, addEvidenceByLink, sendCheckIn, sendCheckInByLink, type CheckIn } from '@makaverse/contract/programmes-check-in';
import { useSyncExternalStore } from 'react';
import { alone } from '#lib/alone.ts';
import { call, queryClient } from '#lib/api.ts';
import { afterFailure, type OutboxEntry } from '#lib/outbox.ts';
import { Outbox } from '#lib/outbox-sender.ts';
import { wayKey, type KeptPhoto, type Receipt, type Report, type ReportWay } from '../../model/check-in/report.ts';
import { photoStore } from './photo-store.ts';

// One key to a report: two windows on one device never write over each other's.
const waitingPrefix = 'makaverse.report.';
const receiptPrefix = 'makaverse.reported.';
const patienceMs = 20_000;
const photoPatienceMs = 90_000;

function stored(): OutboxEntry<Report>[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(waitingPrefix))
    .flatMap((key) => {
      const text = localStorage.getItem(key);
      return text === null ? [] : [JSON.parse(text) as OutboxEntry<Report>];
    });
}

function sendWords({ way, body }: Report): Promise<CheckIn> {
  const act = { idempotencyKey: body.id, signal: AbortSignal.timeout(patienceMs) };
  return way.kind === 'link'
    ? call(sendCheckInByLink, { params: { token: way.token }, body, ...act })
    : call(sendCheckIn, { params: { id: way.programmeId }, body: { ...body, unitId: way.unitId }, ...act });
}

async function sendPhoto(way: ReportWay, checkInId: string, photo: KeptPhoto, file: Blob): Promise<void> {
  const body = { id: photo.id, ...(photo.takenAt && { takenAt: photo.takenAt }), ...photo.place };
  const act = { body, file, fileName: 'foto.jpg', idempotencyKey: photo.id, signal: AbortSignal.timeout(photoPatienceMs) };
  if (way.kind === 'link') await call(addEvidenceByLink, { params: { token: way.token }, ...act });
  else await call(addEvidence, { params: { id: checkInId }, ...act });
}

/** The words first, then each photo; what arrived is taken off this device, so that another try goes on where this one broke off. */
async function send(report: OutboxEntry<Report>): Promise<Receipt> {
  const kept = await sendWords(report);
  let refusedPhotos = 0;
  for (const photo of report.photos) {
    const file = await photoStore.get(photo.id);
    if (!file) continue;
    try {
      await sendPhoto(report.way, kept.id, photo, file);
    } catch (error) {
      // A photo the server cannot read must not hold back the report; a network that fails must.
      if (!(error instanceof ProblemError) || afterFailure(report, error).refusal === null) throw error;
      refusedPhotos += 1;
    }
    await photoStore.remove(photo.id);
  }
  const photos = report.photos.length - refusedPhotos;
  const receipt: Receipt = { id: kept.id, wayKey: wayKey(report.way), at: kept.at, photos, refusedPhotos };
  localStorage.setItem(receiptPrefix + receipt.wayKey, JSON.stringify(receipt));
  void queryClient.invalidateQueries();
  return receipt;
}

/** Reports on their way to the server. */
export const reportOutbox = new Outbox<Report, Receipt>({
  read: stored,
  write: (entry) => localStorage.setItem(waitingPrefix + entry.id, JSON.stringify(entry)),
  remove: (id) => localStorage.removeItem(waitingPrefix + id),
  send,
  mayGo: async () => {
    const { person } = await call(readSession, { signal: AbortSignal.timeout(patienceMs) });
    return ({ way }) => way.kind === 'link' || way.personId === person?.id;
  },
  alone: (work) => alone('makaverse.report', work),
  later: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  nowMs: () => Date.now(),
});

addEventListener('online', () => void reportOutbox.wake());
addEventListener('storage', (event) => {
  if (event.key === null || event.key.startsWith(waitingPrefix)) reportOutbox.refresh();
});
void reportOutbox.wake();

/** The reports of one way that still wait here, and the receipt of the last that arrived. */
export function useReports(way: ReportWay): {
  readonly waiting: readonly OutboxEntry<Report>[];
  readonly receipt: Receipt | null;
  readonly isSending: boolean;
} {
  const view = useSyncExternalStore(reportOutbox.subscribe, reportOutbox.view);
  const key = wayKey(way);
  const waiting = view.entries.filter((entry) => wayKey(entry.way) === key);
  const text = localStorage.getItem(receiptPrefix + key);
  return {
    waiting,
    receipt: text === null ? null : (JSON.parse(text) as Receipt),
    isSending: waiting.some((entry) => entry.id === view.sendingId),
  };
}
