import { Button } from '@makaverse/ui/button';
import { Dialog } from '@makaverse/ui/dialog';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';

/** A form that is answered before going on; what the server refused stands under its fields. */
export function FormDialog(props: {
  readonly title: string;
  readonly submitText: string;
  readonly tone?: 'primary' | 'danger';
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  /** In place of the failure: two texts of which one is to be chosen. */
  readonly conflict?: ReactNode;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('shell');
  const form = useId();
  const refusal = useRef<HTMLDivElement>(null);
  const { failure, conflict } = props;
  // A long form hides what was said under its last field.
  useEffect(() => {
    if (failure !== null) refusal.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={props.title}
      canDismiss={!props.isBusy}
      actions={
        <>
          <Button onClick={props.onClose}>{t('act.cancel')}</Button>
          <Button type="submit" form={form} tone={props.tone ?? 'primary'} isBusy={props.isBusy} busyText={t('act.saving')}>
            {props.submitText}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="directory-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!props.isBusy) props.onSubmit();
        }}
      >
        {props.children}
        <div ref={refusal}>{conflict ?? <FailureNotice failure={failure} />}</div>
      </form>
    </Dialog>
  );
}
