import { witaDate } from '@makaverse/calendar';
import type { Context } from '#platform/context';
import { text } from '#platform/language';
import type { Download } from '#platform/module';
import { personBriefs } from '#modules/identity';
import type { KnownMeeting } from '../../queries/open-meeting.ts';
import type { MinutesRow } from '../../tables.ts';
import { printMinutes } from '../pdf/minutes-document.ts';
import { named } from './named.ts';

const longestTitleInName = 80;

/** A version as the paper it is: notulen with the daftar hadir. */
export async function minutesPdf(context: Context, { row }: KnownMeeting, version: MinutesRow): Promise<Download> {
  const people = await peopleOf(context, version);
  const { approved_by_id: approverId, approved_at: approvedAt } = version;
  const isByClerk = version.written_by_id !== null && version.written_by_id !== row.chair_id;
  const body = await printMinutes({
    version: {
      versionNumber: version.version_number,
      happened: version.happened,
      summary: version.summary,
      sections: version.sections,
    },
    digest: version.digest,
    writtenBy: isByClerk ? named(people.writing, version.written_by_id!) : null,
    writtenAt: version.written_at,
    approval:
      approverId === null || approvedAt === null
        ? null
        : { by: named(people.approving, approverId), at: approvedAt, isForChair: approverId !== row.chair_id },
  });
  const day = witaDate(new Date(version.happened.startedAt));
  const title = version.happened.title.slice(0, longestTitleInName).replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return { body, fileName: `${text('id', 'minutes.file-name', { day, title })}.pdf` };
}

// By the offices of the day on which each of them acted: the paper says the same for ever.
async function peopleOf(
  context: Context,
  version: MinutesRow,
): Promise<Record<'writing' | 'approving', Awaited<ReturnType<typeof personBriefs>>>> {
  const { written_by_id: writer, written_at: writtenAt, approved_by_id: approver, approved_at: approvedAt } = version;
  return {
    writing: await personBriefs(context.db, writer === null ? [] : [writer], writtenAt),
    approving: await personBriefs(context.db, approver === null ? [] : [approver], approvedAt ?? writtenAt),
  };
}
