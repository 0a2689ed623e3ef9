import { addressOf, ProblemError } from '@makaverse/client/call';
import { readMeeting } from '@makaverse/contract/meetings';
import { approveMinutes, editMinutes, readMinutes, readMinutesPdf, writeMinutes } from '@makaverse/contract/meetings-room';
import { pageOf } from '@makaverse/contract/pages';
import { Badge } from '@makaverse/ui/badge';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { PageHeading, Section } from '@makaverse/ui/page-heading';
import { Select } from '@makaverse/ui/select';
import { SkeletonText } from '@makaverse/ui/skeleton';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useAct, useRead } from '#lib/api.ts';
import { FailureNotice, FailureState } from '#lib/failure-notice.tsx';
import { momentInWords } from '#lib/moments.ts';
import { useAddressValue } from '#lib/navigate.ts';
import { useId } from '#lib/page.tsx';
import '../components/meetings.css';
import { MinutesForm } from '../components/minutes-form.tsx';

type Minutes = z.infer<typeof import('@makaverse/contract/meetings-room').minutes>;

/** The minutes of a meeting: drafted from what happened, edited, approved by the chair, kept in versions. */
export function MinutesPage(): ReactNode {
  const { t } = useTranslation(['meetings', 'shell']);
  const id = useId();
  const [chosen, choose] = useAddressValue('versi');
  const meeting = useRead(readMeeting, { params: { id } });
  const reading = useRead(
    readMinutes,
    { params: { id }, query: chosen ? { versionNumber: Number(chosen) } : {} },
    { topics: [`meeting:${id}`] },
  );
  const write = useAct(writeMinutes, { onDone: () => choose(null) });
  const mayWrite = meeting.data?.mayDo.includes('write-minutes') ?? false;
  const mayApprove = meeting.data?.mayDo.includes('approve-minutes') ?? false;
  if (reading.data) {
    return (
      <MinutesView
        minutes={reading.data}
        title={meeting.data?.title ?? ''}
        mayWrite={mayWrite}
        mayApprove={mayApprove}
        onVersion={choose}
        startNew={mayWrite && reading.data.state === 'approved' ? () => write.mutate({ params: { id } }) : null}
      />
    );
  }
  const isMissing = reading.error instanceof ProblemError && reading.error.problem.status === 404;
  if (reading.error && !isMissing) return <FailureState failure={reading.error} retry={() => void reading.refetch()} />;
  if (!reading.error) return <SkeletonText lines={12} hasHeading />;
  return (
    <>
      <PageHeading kicker={meeting.data?.title} title={t('minutes.none')} />
      <EmptyState
        title={t('minutes.noneWords')}
        action={
          mayWrite && (
            <Button
              tone="primary"
              isBusy={write.isPending}
              busyText={t('minutes.writing')}
              onClick={() => write.mutate({ params: { id } })}
            >
              {t('minutes.write')}
            </Button>
          )
        }
      />
      <FailureNotice failure={write.error} />
    </>
  );
}

function MinutesView(props: {
  readonly minutes: Minutes;
  readonly title: string;
  readonly mayWrite: boolean;
  readonly mayApprove: boolean;
  readonly onVersion: (version: string | null) => void;
  readonly startNew: (() => void) | null;
}): ReactNode {
  const { minutes, title, mayWrite, mayApprove, onVersion, startNew } = props;
  const { t } = useTranslation(['meetings', 'shell']);
  const [isEditing, setIsEditing] = useState(false);
  const params = { id: minutes.meetingId };
  const approve = useAct(approveMinutes);
  const edit = useAct(editMinutes, { onDone: () => setIsEditing(false) });
  const isDraft = minutes.state === 'draft';
  return (
    <>
      <PageHeading
        kicker={title}
        title={
          minutes.approvedBy && minutes.approvedAt
            ? t('minutes.approved', { name: minutes.approvedBy.name, when: momentInWords(minutes.approvedAt) })
            : t('minutes.draft')
        }
        sub={<Badge tone={isDraft ? 'waiting' : 'good'}>{t('minutes.version', { number: minutes.versionNumber })}</Badge>}
        actions={
          <>
            <ButtonLink href={addressOf(readMinutesPdf, { params, query: { versionNumber: minutes.versionNumber } })} target="_blank">
              {t('minutes.pdf')}
            </ButtonLink>
            <ButtonLink href={pageOf.meeting(minutes.meetingId)}>{t('refresh.meeting')}</ButtonLink>
          </>
        }
      />
      <div className="app-buttons">
        {isDraft && mayApprove && (
          <Button tone="primary" isBusy={approve.isPending} onClick={() => approve.mutate({ params, body: { version: minutes.version } })}>
            {t('minutes.approve')}
          </Button>
        )}
        {isDraft && mayWrite && !isEditing && <Button onClick={() => setIsEditing(true)}>{t('minutes.edit')}</Button>}
        {startNew && <Button onClick={startNew}>{t('minutes.new')}</Button>}
        {minutes.versions.length > 1 && (
          <Select
            label={t('minutes.versions')}
            options={minutes.versions.map((one) => ({
              value: String(one.versionNumber),
              label: t('minutes.versionAt', { number: one.versionNumber, when: momentInWords(one.at) }),
            }))}
            value={String(minutes.versionNumber)}
            onValueChange={onVersion}
          />
        )}
      </div>
      <FailureNotice failure={approve.error} />
      {isEditing ? (
        <MinutesForm minutes={minutes} edit={edit} onCancel={() => setIsEditing(false)} />
      ) : (
        <article className="minutes">
          {minutes.summary && <p className="mv-spoken">{minutes.summary}</p>}
          {minutes.sections.map((section, index) => (
            <Section key={section.heading + String(index)} title={section.heading}>
              <p className="minutes-body">{section.body}</p>
            </Section>
          ))}
        </article>
      )}
    </>
  );
}
