import type { AgendaDraftItem, MeetingDetail } from '@makaverse/contract/meetings';
import { witaDate } from '@makaverse/calendar';
import type { Transaction } from '#platform/context';
import { NotAllowed } from '#platform/errors';
import { text } from '#platform/language';
import { unitTree } from '#modules/identity';
import { mayDraftMeeting } from '../../policy.ts';
import { meetingDetailById } from '../../queries/meeting-views.ts';
import { rakorsusAgenda } from '../domain/rakorsus-agenda.ts';
import { resolveFields, type ResolvedFields, type SaidFields } from './resolve-fields.ts';
import { writeAgenda } from './write-agenda.ts';
import { auditedFields, fieldColumns, writeInvited } from './write-meeting.ts';

const minuteMs = 60_000;
const groupKeys = ['basic-service', 'non-basic-service', 'optional-affairs', 'support', 'territorial', 'enterprise'];

/** Drafts a meeting, from nothing or from a template; nobody hears of it until it is called. */
export async function draftMeeting(tx: Transaction, said: SaidFields & { readonly template: 'none' | 'rakorsus' }): Promise<MeetingDetail> {
  if (!mayDraftMeeting(tx.actor, said.kind)) throw new NotAllowed();
  const { template, ...saidFields } = said;
  const fields = await resolveFields(tx, saidFields);
  const id = await insertDraft(tx, fields);
  if (template === 'rakorsus') await writeAgenda(tx, id, await rakorsusItems(tx, fields));
  tx.audit({ action: 'meeting.drafted', object: 'meeting', objectId: id, data: { ...auditedFields(fields), template } });
  tx.touch(`meeting:${id}`);
  return meetingDetailById(tx, id);
}

/** Writes a draft with its clerks and invited units. */
export async function insertDraft(tx: Transaction, fields: ResolvedFields): Promise<string> {
  const id = tx.newId();
  await tx.db
    .insertInto('meetings.meeting')
    .values({
      id,
      ...fieldColumns(fields),
      state: 'draft',
      created_by_id: tx.actor.personId,
      called_at: null,
      started_at: null,
      closed_at: null,
      cancelled_at: null,
      cancel_reason: null,
      created_at: tx.now,
    })
    .execute();
  await writeInvited(tx, id, fields);
  return id;
}

// The agenda is written in the language of the city, not of whoever drafts it: everybody reads it.
async function rakorsusItems(tx: Transaction, fields: ResolvedFields): Promise<AgendaDraftItem[]> {
  const tree = await unitTree(tx.db, witaDate(tx.now));
  const invited = new Set(fields.invited.map((one) => one.unitId));
  const units = tree
    .all()
    .flatMap((unit) =>
      unit.presentingGroup !== null && invited.has(unit.id) ? [{ id: unit.id, name: unit.name, group: unit.presentingGroup }] : [],
    );
  return rakorsusAgenda({
    units,
    minutes: Math.floor((fields.endsAt.getTime() - fields.startsAt.getTime()) / minuteMs),
    words: {
      opening: text('id', 'meetings.template.opening'),
      closing: text('id', 'meetings.template.closing'),
      groupTitles: Object.fromEntries(groupKeys.map((key) => [key, text('id', `meetings.template.${key}`)])),
    },
    newId: () => tx.newId(),
  });
}
