import { foundUnit } from '@makaverse/contract/identity-directory';
import { Button } from '@makaverse/ui/button';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pageOf } from '@makaverse/contract/pages';
import { useAct } from '#lib/api.ts';
import { useGo } from '#lib/navigate.ts';
import { emptyUnit } from '../model/unit-fields.ts';
import { FormDialog } from './form-dialog.tsx';
import { UnitFieldset } from './unit-fieldset.tsx';
import { useDay } from './use-day.ts';

/** Founds a unit, under another where one is named, and goes to its page. */
export function FoundUnit({ parentId }: { readonly parentId: string | null }): ReactNode {
  const { t } = useTranslation('directory');
  const { today } = useDay();
  const go = useGo();
  const [isOpen, setIsOpen] = useState(false);
  const [fields, setFields] = useState(() => emptyUnit(parentId));
  const [from, setFrom] = useState(today);
  const found = useAct(foundUnit, { onDone: (unit) => go(pageOf.unit(unit.id)) });
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t(parentId === null ? 'found.open' : 'found.openBelow')}</Button>
      {isOpen && (
        <FormDialog
          title={t('found.title')}
          submitText={t('found.submit')}
          isBusy={found.isPending}
          failure={found.error}
          onClose={() => setIsOpen(false)}
          onSubmit={() => found.mutate({ body: { ...fields, validFrom: from } })}
        >
          <UnitFieldset fields={fields} onChange={setFields} from={from} onFromChange={setFrom} fromHint={t('found.fromHint')} />
        </FormDialog>
      )}
    </>
  );
}
