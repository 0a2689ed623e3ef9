import type { RefreshAgenda } from '@makaverse/contract/meetings-room';
import { digestOf } from '#platform/audit';
import type { Transaction } from '#platform/context';
import { RefreshContradiction } from '../domain/broken-rules.ts';
import { findContradiction, type Steering } from '../domain/draw.ts';
import { lockRefresh } from '../queries/open-refresh.ts';
import { refreshAgendaOf } from '../queries/refresh-agenda.ts';
import { refreshTopics } from '../queries/refresh-troubles.ts';
import { keepSteering } from './keep-steering.ts';

/** Pins, drops, orders, gives other minutes. An agenda that was adopted before stays, but is to be adopted anew. */
export async function steerRefresh(tx: Transaction, asked: { id: string; steering: Steering; version: number }): Promise<RefreshAgenda> {
  const { id, steering } = asked;
  const refresh = await lockRefresh(tx, id, asked.version);
  const { topics } = await refreshTopics(tx, refresh);
  const contradiction = findContradiction(topics, steering);
  if (contradiction) throw new RefreshContradiction(contradiction, steering.minutesGiven);
  const version = asked.version + 1;
  await keepSteering(tx, { meetingId: id, steering, adoptedAt: null, version });
  tx.audit({
    action: 'refresh.steered',
    object: 'meeting',
    objectId: id,
    data: { ...steering, drops: steering.drops.map((one) => ({ key: one.key, reason: digestOf(one.reason) })) },
  });
  tx.touch(`meeting:${id}`);
  return refreshAgendaOf(tx, { ...refresh, steering: { ...steering, adopted_at: null, version } });
}
