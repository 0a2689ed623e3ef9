import { adoptRefresh, readRefresh, steerRefresh, type Candidate, type RefreshAgenda } from '@makaverse/contract/meetings-room';
import { readMeeting } from '@makaverse/contract/meetings';
import { pageOf } from '@makaverse/contract/pages';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Notice } from '@makaverse/ui/notice';
import { PageHeading } from '@makaverse/ui/page-heading';
import { TextInput } from '@makaverse/ui/text-input';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { currentAfterConflict } from '#lib/conflict-notice.tsx';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { useGo } from '#lib/navigate.ts';
import { useId } from '#lib/page.tsx';
import { Shown } from '#lib/shown.tsx';
import { AgendaColumn } from '../components/agenda-column.tsx';
import { CandidateList } from '../components/candidate-list.tsx';
import { useKeptOrder } from '../components/use-kept-order.ts';
import { steeringOf, withDrop, withPin, type Steering } from '../model/steering.ts';
import '../components/refresh.css';

/** The refresh agenda that wrote itself: every candidate with its reason on the left, what fits the minutes drawn to scale on the right. */
export function RefreshPage(): ReactNode {
  const id = useId();
  const meeting = useRead(readMeeting, { params: { id } }, { topics: [`meeting:${id}`] });
  const reading = useRead(readRefresh, { params: { id } }, { topics: [`meeting:${id}`] });
  return <Shown reading={reading}>{(agenda) => <RefreshView meetingId={id} title={meeting.data?.title ?? ''} agenda={agenda} />}</Shown>;
}

function RefreshView(props: { readonly meetingId: string; readonly title: string; readonly agenda: RefreshAgenda }): ReactNode {
  const { meetingId, title, agenda } = props;
  const { t } = useTranslation(['meetings', 'shell']);
  const go = useGo();
  const params = { id: meetingId };
  const [minutes, setMinutes] = useState<string | null>(null);
  const steer = useAct(steerRefresh);
  const adopt = useAct(adoptRefresh, { onDone: () => go(pageOf.meeting(meetingId)) });
  const send = (steering: Steering, then: { onSuccess?: () => void; onSettled?: () => void } = {}): void =>
    steer.mutate({ params, body: { ...steering, version: agenda.version } }, then);
  const now = steeringOf(agenda);
  const drawn = agenda.order.filter((key) => agenda.candidates.some((one) => one.key === key && one.isSelected));
  const { order, move } = useKeptOrder(drawn, steer.isPending, (keys, settled) =>
    send({ ...now, order: [...keys] }, { onSettled: settled }),
  );
  const selected = order.flatMap((key) => agenda.candidates.filter((one) => one.key === key));
  const rest = agenda.candidates.filter((one) => !one.isSelected);
  const moves = agenda.maySteer
    ? {
        pin: (one: Candidate) => send(withPin(now, one.key, !one.isPinned)),
        drop: (one: Candidate, reason: string | null) => send(withDrop(now, one.key, reason)),
        move: (one: Candidate, by: -1 | 1) => move(one.key, by),
      }
    : null;
  return (
    <>
      <PageHeading
        kicker={title}
        title={t('refresh.heading', { count: selected.length, used: agenda.minutesUsed, given: agenda.minutesGiven })}
        sub={rest.length > 0 ? t('refresh.left', { count: rest.length }) : t('refresh.allFit')}
        actions={<ButtonLink href={pageOf.meeting(meetingId)}>{t('refresh.meeting')}</ButtonLink>}
      />
      {agenda.isAdopted && <Notice tone="good">{t('refresh.adopted')}</Notice>}
      {moves && (
        <form
          className="refresh-tools"
          onSubmit={(event) => {
            event.preventDefault();
            // Only now: minutes typed while another move is on its way stay in the field.
            send({ ...now, minutesGiven: Number(minutes ?? agenda.minutesGiven) }, { onSuccess: () => setMinutes(null) });
          }}
        >
          <TextInput
            label={t('refresh.minutes')}
            value={minutes ?? String(agenda.minutesGiven)}
            onValueChange={setMinutes}
            isNumeric
            inputMode="numeric"
          />
          <Button type="submit" isBusy={steer.isPending} disabled={minutes === null}>
            {t('refresh.recount')}
          </Button>
          <Button
            tone="primary"
            isBusy={adopt.isPending}
            disabled={selected.length === 0 || agenda.isAdopted || steer.isPending}
            onClick={() => adopt.mutate({ params, body: { version: agenda.version } })}
          >
            {t('refresh.adopt')}
          </Button>
        </form>
      )}
      <FailureNotice failure={currentAfterConflict(steer.error) ? null : (steer.error ?? adopt.error)} />
      {currentAfterConflict(steer.error) !== null && <Notice tone="late">{t('refresh.changed')}</Notice>}
      {agenda.candidates.length === 0 ? (
        <EmptyState title={t('refresh.none')} />
      ) : (
        <div className="refresh-both">
          <AgendaColumn selected={selected} minutesGiven={agenda.minutesGiven} moves={moves} isBusy={steer.isPending} />
          <CandidateList title={t('refresh.outside')} candidates={rest} moves={moves} isBusy={steer.isPending} />
        </div>
      )}
    </>
  );
}
