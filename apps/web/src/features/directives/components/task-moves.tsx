import { acknowledgeTask, cascadeTask, confirmTask, reopenTask, reportTask, type Task } from '@makaverse/contract/directives';
import { listUnits } from '@makaverse/contract/identity-directory';
import { Button } from '@makaverse/ui/button';
import { MultiCombobox, type ComboboxOption } from '@makaverse/ui/combobox';
import { Section } from '@makaverse/ui/page-heading';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { useSession } from '#lib/session.tsx';
import { WordsForm } from '#lib/words-form.tsx';

const speaking = ['head', 'deputy', 'secretary'];

/** What the reader may do with a task now: his unit acknowledges, passes on and reports; the reviewer or the unit above confirms. */
export function TaskMoves({ task, reviewerId }: { readonly task: Task; readonly reviewerId: string | null }): ReactNode {
  const { t } = useTranslation(['directives', 'shell']);
  const { person, holdings } = useSession();
  const acknowledge = useAct(acknowledgeTask);
  const report = useAct(reportTask);
  const confirm = useAct(confirmTask);
  const reopen = useAct(reopenTask);
  const params = { id: task.id };
  const speaks =
    holdings.some((holding) => holding.unit.id === task.unit.id && speaking.includes(holding.kind)) || task.pic?.id === person?.id;
  const mayJudge = task.step === 'reported' && !speaks && (task.parentId !== null || reviewerId === person?.id);
  return (
    <>
      {speaks && !task.acknowledgement && task.sentAt && (
        <Section title={t('moves.acknowledge')}>
          <WordsForm
            draftKey={`acknowledge.${task.id}`}
            label={t('moves.acknowledgeLabel')}
            hint={t('moves.acknowledgeHint')}
            submitText={t('moves.acknowledgeSend')}
            isBusy={acknowledge.isPending}
            onSubmit={(words, sent) => acknowledge.mutate({ params, body: { words } }, { onSuccess: sent })}
          />
          <FailureNotice failure={acknowledge.error} />
        </Section>
      )}
      {speaks && task.acknowledgement && !task.doneAt && task.below.total === 0 && <PassOn task={task} />}
      {speaks && task.acknowledgement && !task.report && (
        <Section title={t('moves.report')}>
          <WordsForm
            draftKey={`report.${task.id}`}
            label={t('moves.reportLabel')}
            hint={t('moves.reportHint')}
            submitText={t('moves.reportSend')}
            isBusy={report.isPending}
            onSubmit={(words, sent) => report.mutate({ params, body: { words } }, { onSuccess: sent })}
          />
          <FailureNotice failure={report.error} />
        </Section>
      )}
      {mayJudge && (
        <Section title={t('moves.judge')}>
          <Button tone="primary" isBusy={confirm.isPending} onClick={() => confirm.mutate({ params })}>
            {t('moves.confirm')}
          </Button>
          <WordsForm
            draftKey={`reopen.${task.id}`}
            label={t('moves.reopenLabel')}
            submitText={t('moves.reopen')}
            isBusy={reopen.isPending}
            onSubmit={(reason, sent) => reopen.mutate({ params, body: { reason } }, { onSuccess: sent })}
          />
          <FailureNotice failure={confirm.error ?? reopen.error} />
        </Section>
      )}
    </>
  );
}

function PassOn({ task }: { readonly task: Task }): ReactNode {
  const { t } = useTranslation(['directives', 'shell']);
  const below = useRead(listUnits, { query: { parentId: task.unit.id } });
  const [chosen, setChosen] = useState<readonly ComboboxOption[]>([]);
  const pass = useAct(cascadeTask);
  const options = (below.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name }));
  if (options.length === 0) return null;
  return (
    <Section title={t('moves.passOn')} sub={t('moves.passOnHint')}>
      <form
        className="app-form"
        onSubmit={(event) => {
          event.preventDefault();
          pass.mutate({ params: { id: task.id }, body: { unitIds: chosen.map((one) => one.value) } });
        }}
      >
        <MultiCombobox label={t('moves.passOnTo')} options={options} values={chosen} onValuesChange={setChosen} isWide />
        <div className="app-buttons">
          <Button onClick={() => setChosen(options)}>{t('moves.passOnAll', { count: options.length })}</Button>
          <Button type="submit" tone="primary" disabled={chosen.length === 0} isBusy={pass.isPending} busyText={t('shell:act.sending')}>
            {t('moves.passOnSend')}
          </Button>
        </div>
        <FailureNotice failure={pass.error} />
      </form>
    </Section>
  );
}
