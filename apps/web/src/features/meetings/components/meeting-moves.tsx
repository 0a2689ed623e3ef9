import { callMeeting, cancelMeeting, changeMeeting, makeNextMeeting, type MeetingDetail } from '@makaverse/contract/meetings';
import { closeMeeting, startMeeting } from '@makaverse/contract/meetings-room';
import { pageOf } from '@makaverse/contract/pages';
import { Button } from '@makaverse/ui/button';
import { ConfirmDialog } from '@makaverse/ui/confirm-dialog';
import { Dialog } from '@makaverse/ui/dialog';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenAddressees, useAddresseeOptions } from '#lib/addressees.ts';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { useGo } from '#lib/navigate.ts';
import { WordsForm } from '#lib/words-form.tsx';
import { draftOf, spanOf, type MeetingDraft } from '../model/meeting-draft.ts';
import { MeetingForm } from './meeting-form.tsx';
import { NextMeetingForm } from './next-meeting-form.tsx';

type Opened = 'edit' | 'call' | 'cancel' | 'close' | 'next' | null;
const formId = 'meeting-fields';

/** The moves the reader may make with a meeting now. A refused close names every gap. */
export function MeetingMoves({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const { t } = useTranslation(['meetings', 'shell']);
  const go = useGo();
  const options = useAddresseeOptions();
  const [opened, setOpened] = useState<Opened>(null);
  const [draft, setDraft] = useState<MeetingDraft | null>(null);
  const shut = (): void => setOpened(null);
  const params = { id: meeting.id };
  const { version } = meeting;
  const change = useAct(changeMeeting, { onDone: shut });
  const call = useAct(callMeeting, { onDone: shut });
  const cancel = useAct(cancelMeeting, { onDone: shut });
  const start = useAct(startMeeting, {
    onDone: () =>
      go(meeting.mayDo.includes('clerk') && !meeting.mayDo.includes('run') ? pageOf.clerk(meeting.id) : pageOf.chair(meeting.id)),
  });
  const close = useAct(closeMeeting, { onDone: shut });
  const next = useAct(makeNextMeeting, { onDone: (made) => go(pageOf.meeting(made.id)) });
  const may = (move: MeetingDetail['mayDo'][number]): boolean => meeting.mayDo.includes(move);
  const sendChange = (): void => {
    if (!draft?.chair) return;
    change.mutate({
      params,
      body: {
        kind: draft.kind,
        title: draft.title,
        ...spanOf(draft),
        place: draft.place,
        link: draft.link || null,
        chairId: draft.chair.value,
        clerkIds: draft.clerks.map((clerk) => clerk.value),
        refreshOfId: meeting.refreshOf?.id ?? null,
        ...chosenAddressees(draft.invited),
        version,
      },
    });
  };
  return (
    <>
      <div className="app-buttons">
        {may('call') && (
          <Button tone="primary" onClick={() => setOpened('call')}>
            {t('moves.call')}
          </Button>
        )}
        {may('start') && (
          <Button
            tone={may('call') ? 'quiet' : 'primary'}
            isBusy={start.isPending}
            onClick={() => start.mutate({ params, body: { version } })}
          >
            {t('moves.start')}
          </Button>
        )}
        {may('close') && <Button onClick={() => setOpened('close')}>{t('moves.close')}</Button>}
        {may('edit') && (
          <Button
            onClick={() => {
              setDraft(draftOf(meeting, options));
              setOpened('edit');
            }}
          >
            {t('moves.edit')}
          </Button>
        )}
        {may('make-next') && <Button onClick={() => setOpened('next')}>{t('moves.next')}</Button>}
        {may('cancel') && (
          <Button tone="danger" onClick={() => setOpened('cancel')}>
            {t('moves.cancel')}
          </Button>
        )}
      </div>
      <FailureNotice failure={start.error ?? call.error ?? close.error} />
      <ConfirmDialog
        isOpen={opened === 'call'}
        onClose={shut}
        onConfirm={() => call.mutate({ params, body: { version } }, { onError: shut })}
        title={t('moves.callTitle')}
        confirmText={t('moves.call')}
        isBusy={call.isPending}
      >
        <p>{t('moves.callWords', { count: meeting.invitedUnits })}</p>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={opened === 'close'}
        onClose={shut}
        onConfirm={() => close.mutate({ params, body: { version } }, { onError: shut })}
        title={t('moves.closeTitle')}
        confirmText={t('moves.close')}
        isBusy={close.isPending}
        busyText={t('moves.closing')}
      >
        <p>{t('moves.closeWords', { count: meeting.directives })}</p>
      </ConfirmDialog>
      <Dialog isOpen={opened === 'cancel'} onClose={shut} title={t('moves.cancelTitle')}>
        <WordsForm
          draftKey={`cancel.${meeting.id}`}
          label={t('moves.cancelReason')}
          submitText={t('moves.cancel')}
          isBusy={cancel.isPending}
          onSubmit={(reason, sent) => cancel.mutate({ params, body: { reason, version } }, { onSuccess: sent })}
        />
        <FailureNotice failure={cancel.error} />
      </Dialog>
      <Dialog isOpen={opened === 'next'} onClose={shut} title={t('moves.nextTitle')}>
        <NextMeetingForm isBusy={next.isPending} onSubmit={(body) => next.mutate({ params, body })} />
        <FailureNotice failure={next.error} />
      </Dialog>
      {draft && (
        <Dialog
          isOpen={opened === 'edit'}
          onClose={shut}
          title={t('moves.edit')}
          size="large"
          actions={
            <Button type="submit" form={formId} tone="primary" isBusy={change.isPending} busyText={t('shell:act.saving')}>
              {t('shell:act.save')}
            </Button>
          }
        >
          <form
            id={formId}
            className="app-form"
            onSubmit={(event) => {
              event.preventDefault();
              sendChange();
            }}
          >
            <MeetingForm draft={draft} onChange={setDraft} />
            <FailureNotice failure={change.error} />
          </form>
        </Dialog>
      )}
    </>
  );
}
