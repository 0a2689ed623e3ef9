import { changePerson, type PersonDetail } from '@makaverse/contract/identity-directory';
import { Button } from '@makaverse/ui/button';
import { useToast } from '@makaverse/ui/toast';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { ConflictNotice, currentAfterConflict } from '#lib/conflict-notice.tsx';
import { FormDialog } from './form-dialog.tsx';
import { PersonFieldset, type PersonFields } from './person-form.tsx';

type Kept = Pick<PersonDetail, 'name' | 'email' | 'phone'>;
const fieldsOf = (person: Kept): PersonFields => ({ name: person.name, email: person.email ?? '', phone: person.phone ?? '' });
const inWords = (fields: PersonFields): string => [fields.name, fields.email, fields.phone].filter(Boolean).join('\n');

/** Corrects a person's name and contact data. */
export function ChangePerson({ person }: { readonly person: PersonDetail }): ReactNode {
  const { t } = useTranslation('directory');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('person.change')}</Button>
      {isOpen && <ChangeForm person={person} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function ChangeForm({ person, onClose }: { readonly person: PersonDetail; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['directory', 'shell']);
  const toast = useToast();
  const [base, setBase] = useState(person.version);
  const [fields, setFields] = useState(() => fieldsOf(person));
  const change = useAct(changePerson, {
    onDone: () => {
      toast({ title: t('person.changed'), tone: 'good' });
      onClose();
    },
  });
  const newer = currentAfterConflict<PersonDetail>(change.error);
  const send = (version: number): void => change.mutate({ params: { id: person.id }, body: { ...fields, version } });
  return (
    <FormDialog
      title={t('person.changeTitle', { name: person.name })}
      submitText={t('shell:act.save')}
      isBusy={change.isPending}
      failure={change.error}
      conflict={
        newer && (
          <ConflictNotice
            yours={inWords(fields)}
            theirs={inWords(fieldsOf(newer))}
            onKeepMine={() => {
              setBase(newer.version);
              send(newer.version);
            }}
            onTakeTheirs={() => {
              setBase(newer.version);
              setFields(fieldsOf(newer));
              change.reset();
            }}
          />
        )
      }
      onClose={onClose}
      onSubmit={() => send(base)}
    >
      <PersonFieldset fields={fields} onChange={setFields} />
    </FormDialog>
  );
}
