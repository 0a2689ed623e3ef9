import { Button } from '@makaverse/ui/button';
import { ConfirmDialog } from '@makaverse/ui/confirm-dialog';
import { TextArea } from '@makaverse/ui/text-area';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#lib/api.ts';
import { currentAfterConflict } from '#lib/conflict-notice.tsx';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { MergeNotice } from './merge-notice.tsx';
import type { PlanRows } from './use-plan-rows.ts';

/** What stands around every list of the plan while it is written: the reason for the leadership, what was refused, save and leave. */
export function PlanEditorForm(props: {
  readonly children: ReactNode;
  readonly written: PlanRows;
  /** What the columns are called. */
  readonly headings: Readonly<Record<string, string>>;
  /** Asks for a reason, where the baseline may change. */
  readonly reason?: { readonly value: string; readonly onChange: (value: string) => void } | undefined;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  readonly onSave: () => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { t } = useTranslation(['plan', 'shell']);
  const { written, failure } = props;
  const [isAsking, setIsAsking] = useState(false);
  const leave = (): void => {
    written.forget();
    props.onLeave();
  };
  return (
    <form
      className="plan-editor-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave();
      }}
    >
      <MergeNotice written={written} headings={props.headings} />
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
      {/* Somebody else's save is told, and merged, above. */}
      <FailureNotice failure={currentAfterConflict(failure) ? null : failure} />
      <div className="app-buttons">
        <Button type="submit" tone="primary" disabled={written.clashes.length > 0} isBusy={props.isBusy} busyText={t('shell:act.sending')}>
          {t('grid.save')}
        </Button>
        <Button onClick={() => (written.isChanged ? setIsAsking(true) : leave())}>{t('grid.leave')}</Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={leave}
        title={t('merge.leave')}
        confirmText={t('merge.drop')}
        tone="danger"
      >
        {t('merge.leaveWords')}
      </ConfirmDialog>
    </form>
  );
}
