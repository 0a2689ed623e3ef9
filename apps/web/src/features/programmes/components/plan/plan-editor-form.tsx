import { Button } from '@makaverse/ui/button';
import { TextArea } from '@makaverse/ui/text-area';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';

/** What stands around every list of the plan while it is written: the reason for the leadership, what was refused, save and leave. */
export function PlanEditorForm(props: {
  readonly children: ReactNode;
  /** Asks for a reason, where the baseline may change. */
  readonly reason?: { readonly value: string; readonly onChange: (value: string) => void } | undefined;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  readonly onSave: () => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { t } = useTranslation(['plan', 'shell']);
  return (
    <form
      className="plan-editor-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave();
      }}
    >
      {props.children}
      {props.reason && (
        <TextArea
          label={t('grid.reason')}
          hint={t('grid.reasonHint')}
          isOptional
          value={props.reason.value}
          onValueChange={props.reason.onChange}
          maxLength={2000}
        />
      )}
      <FailureNotice failure={props.failure} />
      <div className="app-buttons">
        <Button type="submit" tone="primary" isBusy={props.isBusy} busyText={t('shell:act.sending')}>
          {t('grid.save')}
        </Button>
        <Button onClick={props.onLeave}>{t('grid.leave')}</Button>
      </div>
    </form>
  );
}
