import { registerPerson } from '@makaverse/contract/identity-directory';
import { pageOf } from '@makaverse/contract/pages';
import { Button } from '@makaverse/ui/button';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { useGo } from '#lib/navigate.ts';
import { FormDialog } from './form-dialog.tsx';
import { PersonFieldset, type PersonFields } from './person-form.tsx';

const nobody: PersonFields = { name: '', email: '', phone: '' };

/** Registers a person and goes to his page, where he is given a position and sent his first link. */
export function RegisterPerson(): ReactNode {
  const { t } = useTranslation('directory');
  const go = useGo();
  const [isOpen, setIsOpen] = useState(false);
  const [fields, setFields] = useState(nobody);
  const register = useAct(registerPerson, { onDone: (person) => go(pageOf.person(person.id)) });
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('register.open')}</Button>
      {isOpen && (
        <FormDialog
          title={t('register.title')}
          submitText={t('register.submit')}
          isBusy={register.isPending}
          failure={register.error}
          onClose={() => setIsOpen(false)}
          onSubmit={() => register.mutate({ body: fields })}
        >
          <PersonFieldset fields={fields} onChange={setFields} />
        </FormDialog>
      )}
    </>
  );
}
