import { endPosition, type Holding } from '@makaverse/contract/identity-directory';
import { Button } from '@makaverse/ui/button';
import { DateInput } from '@makaverse/ui/date-time-inputs';
import { useToast } from '@makaverse/ui/toast';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FormDialog } from './form-dialog.tsx';
import { spokenDay } from './unit-fieldset.tsx';
import { useDay } from './use-day.ts';

/** Ends a position on a day; whoever holds no other can then no longer sign in. */
export function EndPosition({ holding }: { readonly holding: Holding }): ReactNode {
  const { t } = useTranslation('directory');
  const { today } = useDay();
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const [to, setTo] = useState(today);
  const end = useAct(endPosition, {
    onDone: () => {
      setIsOpen(false);
      toast({ title: t('end.done', { name: holding.person.name, title: holding.title }), tone: 'good' });
    },
  });
  return (
    <>
      <Button isSmall onClick={() => setIsOpen(true)} aria-label={t('end.openFor', { name: holding.person.name, title: holding.title })}>
        {t('end.open')}
      </Button>
      {isOpen && (
        <FormDialog
          title={t('end.title', { name: holding.person.name, title: holding.title })}
          submitText={t('end.submit')}
          tone="danger"
          isBusy={end.isPending}
          failure={end.error}
          onClose={() => setIsOpen(false)}
          onSubmit={() => end.mutate({ params: { id: holding.positionId }, body: { to } })}
        >
          <p>{t('end.words')}</p>
          <DateInput
            label={t('end.to')}
            hint={t('end.toHint')}
            value={to}
            onValueChange={setTo}
            spoken={spokenDay(to)}
            min={holding.from}
            required
          />
        </FormDialog>
      )}
    </>
  );
}
