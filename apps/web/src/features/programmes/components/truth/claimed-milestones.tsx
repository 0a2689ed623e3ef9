import { confirmMilestone, sendMilestoneBack, type ClaimedMilestone } from '@makaverse/contract/programmes-truth';
import { Button } from '@makaverse/ui/button';
import { Section } from '@makaverse/ui/page-heading';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { dayInWords } from '#lib/moments.ts';
import { WordsForm } from '#lib/words-form.tsx';

/** Milestones that are said to be done; they count when the reviewer has confirmed them. */
export function ClaimedMilestones({ claimed }: { readonly claimed: readonly ClaimedMilestone[] }): ReactNode {
  const { t } = useTranslation('truth');
  return (
    <Section title={t('claimed.title')} count={claimed.length} sub={t('claimed.sub')}>
      <ol className="truth-list">
        {claimed.map((one) => (
          <li key={one.id}>
            <p>
              <strong>{`${one.position}. ${one.title}`}</strong>
            </p>
            <p className="truth-when">
              {t('claimed.when', { on: dayInWords(one.reportedOn), name: one.by?.name ?? '—', planned: dayInWords(one.plannedOn) })}
            </p>
            {one.mayJudge && <Judgement milestone={one} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Judgement({ milestone }: { readonly milestone: ClaimedMilestone }): ReactNode {
  const { t } = useTranslation(['truth', 'shell']);
  const [isReturning, setIsReturning] = useState(false);
  const confirm = useAct(confirmMilestone);
  const sendBack = useAct(sendMilestoneBack);
  const params = { id: milestone.id };
  const { version } = milestone;
  return (
    <>
      <div className="app-buttons">
        <Button
          tone="primary"
          isBusy={confirm.isPending}
          busyText={t('shell:act.sending')}
          onClick={() => confirm.mutate({ params, body: { version } })}
        >
          {t('claimed.confirm')}
        </Button>
        <Button aria-expanded={isReturning} onClick={() => setIsReturning(!isReturning)}>
          {t('claimed.sendBack')}
        </Button>
      </div>
      {isReturning && (
        <WordsForm
          draftKey={`milestone.${milestone.id}.back`}
          label={t('claimed.reason')}
          submitText={t('claimed.sendBack')}
          isBusy={sendBack.isPending}
          onSubmit={(reason) => sendBack.mutate({ params, body: { version, reason } })}
        />
      )}
      <FailureNotice failure={confirm.error ?? sendBack.error} />
    </>
  );
}
