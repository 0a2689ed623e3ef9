import { fillSlot, type AgendaItem } from '@makaverse/contract/meetings';
import { Button } from '@makaverse/ui/button';
import { TextArea } from '@makaverse/ui/text-area';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { ConflictNotice, currentAfterConflict } from '#lib/conflict-notice.tsx';
import { useDraft } from '#lib/draft.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';

/** The presenting unit's issue, solution and innovation; kept on the device while it is written. */
export function SlotForm({ item }: { readonly item: AgendaItem }): ReactNode {
  const { t } = useTranslation(['meetings', 'shell']);
  const [issue, setIssue, forgetIssue] = useDraft(`slot.${item.id}.issue`, item.slot?.issue ?? '');
  const [solution, setSolution, forgetSolution] = useDraft(`slot.${item.id}.solution`, item.slot?.solution ?? '');
  const [innovation, setInnovation, forgetInnovation] = useDraft(`slot.${item.id}.innovation`, item.slot?.innovation ?? '');
  const [base, setBase] = useState(item.version);
  const fill = useAct(fillSlot, { onDone: (saved) => setBase(saved.version) });
  const newer = currentAfterConflict<AgendaItem>(fill.error);
  const send = (version: number): void => fill.mutate({ params: { id: item.id }, body: { issue, solution, innovation, version } });
  return (
    <details>
      <summary>{t('slot.fill')}</summary>
      <form
        className="app-form"
        onSubmit={(event) => {
          event.preventDefault();
          send(base);
        }}
      >
        <TextArea label={t('slot.issue')} value={issue} onValueChange={setIssue} maxLength={4000} isWide />
        <TextArea label={t('slot.solution')} value={solution} onValueChange={setSolution} maxLength={4000} isWide />
        <TextArea label={t('slot.innovation')} value={innovation} onValueChange={setInnovation} maxLength={4000} isWide />
        {newer ? (
          <ConflictNotice
            yours={[issue, solution, innovation].join('\n')}
            theirs={[newer.slot?.issue, newer.slot?.solution, newer.slot?.innovation].join('\n')}
            onKeepMine={() => send(newer.version)}
            onTakeTheirs={() => {
              forgetIssue();
              forgetSolution();
              forgetInnovation();
              setBase(newer.version);
              fill.reset();
            }}
          />
        ) : (
          <FailureNotice failure={fill.error} />
        )}
        <Button type="submit" tone="primary" isBusy={fill.isPending} busyText={t('shell:act.saving')}>
          {t('shell:act.save')}
        </Button>
      </form>
    </details>
  );
}
