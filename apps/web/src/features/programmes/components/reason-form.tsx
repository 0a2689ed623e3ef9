import { Button } from '@makaverse/ui/button';
import { TextArea } from '@makaverse/ui/text-area';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '#lib/draft.ts';

/** A reason that must be given; kept on the device until it is sent. */
export function ReasonForm(props: {
  readonly draftKey: string;
  readonly label: string;
  readonly submitText: string;
  readonly isBusy: boolean;
  readonly onSubmit: (reason: string) => void;
}): ReactNode {
  const { t } = useTranslation('shell');
  const [reason, setReason] = useDraft(props.draftKey, '');
  return (
    <form
      className="app-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit(reason);
      }}
    >
      <TextArea label={props.label} value={reason} onValueChange={setReason} required maxLength={2000} isWide />
      <Button type="submit" tone="primary" isBusy={props.isBusy} busyText={t('act.sending')}>
        {props.submitText}
      </Button>
    </form>
  );
}
