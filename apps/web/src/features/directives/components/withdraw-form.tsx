import { withdrawDirective, type Directive } from '@makaverse/contract/directives';
import { Button } from '@makaverse/ui/button';
import { Dialog } from '@makaverse/ui/dialog';
import { TextArea } from '@makaverse/ui/text-area';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';

const formId = 'withdraw-directive';

/** Strikes a directive that was kept by mistake; it stays readable with the reason. */
export function WithdrawForm({ directive }: { readonly directive: Directive }): ReactNode {
  const { t } = useTranslation(['directives', 'shell']);
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = useAct(withdrawDirective, { onDone: () => setIsOpen(false) });
  return (
    <>
      <Button tone="danger" onClick={() => setIsOpen(true)}>
        {t('withdraw.open')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('withdraw.title', { number: directive.number })}
        size="small"
        actions={
          <Button type="submit" form={formId} tone="danger" isBusy={withdraw.isPending} busyText={t('shell:act.sending')}>
            {t('withdraw.send')}
          </Button>
        }
      >
        <form
          id={formId}
          onSubmit={(event) => {
            event.preventDefault();
            withdraw.mutate({ params: { id: directive.id }, body: { reason, version: directive.version } });
          }}
        >
          <p>{t('withdraw.words')}</p>
          <TextArea label={t('withdraw.reason')} value={reason} onValueChange={setReason} required maxLength={1000} isWide />
          <FailureNotice failure={withdraw.error} />
        </form>
      </Dialog>
    </>
  );
}
