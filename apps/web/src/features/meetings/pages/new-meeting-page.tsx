import { addDays, witaDate } from '@makaverse/calendar';
import { draftMeeting } from '@makaverse/contract/meetings';
import { pageOf } from '@makaverse/contract/pages';
import { Button } from '@makaverse/ui/button';
import { PageHeading } from '@makaverse/ui/page-heading';
import { RadioGroup } from '@makaverse/ui/radio-group';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenAddressees } from '#lib/addressees.ts';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { useGo } from '#lib/navigate.ts';
import { useSession } from '#lib/session.tsx';
import { MeetingForm } from '../components/meeting-form.tsx';
import { spanOf, type MeetingDraft } from '../model/meeting-draft.ts';

type Template = 'rakorsus' | 'none';

/** A new meeting, from the Rakorsus template or from nothing; it is called from its own page. */
export function NewMeetingPage(): ReactNode {
  const { t } = useTranslation(['meetings', 'shell']);
  const session = useSession();
  const go = useGo();
  const [template, setTemplate] = useState<Template>('rakorsus');
  const me = { value: session.person!.id, label: session.person!.name, sub: session.person!.title };
  const [draft, setDraft] = useState<MeetingDraft>({
    kind: 'rakorsus',
    title: '',
    day: addDays(witaDate(new Date(session.now)), 7),
    from: '19:00',
    to: '23:30',
    place: '',
    link: '',
    chair: null,
    clerks: session.capabilities.includes('clerk') ? [me] : [],
    invited: [{ value: 'group:all-presenting', label: t('shell:group.all-presenting') }],
  });
  const create = useAct(draftMeeting, { onDone: (meeting) => go(pageOf.meeting(meeting.id)) });
  const send = (): void => {
    if (!draft.chair) return;
    create.mutate({
      body: {
        kind: draft.kind,
        title: draft.title,
        ...spanOf(draft),
        place: draft.place,
        link: draft.link || null,
        chairId: draft.chair.value,
        clerkIds: draft.clerks.map((clerk) => clerk.value),
        refreshOfId: null,
        ...chosenAddressees(draft.invited),
        template,
      },
    });
  };
  return (
    <>
      <PageHeading kicker={t('new.kicker')} title={t('new.heading')} sub={t('new.sub')} />
      <form
        className="app-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <RadioGroup
          legend={t('new.template')}
          options={[
            { value: 'rakorsus', label: t('new.rakorsus'), hint: t('new.rakorsusHint') },
            { value: 'none', label: t('new.none') },
          ]}
          value={template}
          onValueChange={setTemplate}
        />
        <MeetingForm draft={draft} onChange={setDraft} />
        <FailureNotice failure={create.error} />
        <Button type="submit" tone="primary" disabled={!draft.chair} isBusy={create.isPending} busyText={t('shell:act.saving')}>
          {t('new.send')}
        </Button>
      </form>
    </>
  );
}
