import { TextInput } from '@makaverse/ui/text-input';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What is written down of a person. */
export interface PersonFields {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** The three fields of a person. */
export function PersonFieldset(props: { readonly fields: PersonFields; readonly onChange: (fields: PersonFields) => void }): ReactNode {
  const { t } = useTranslation('directory');
  const { fields, onChange } = props;
  return (
    <>
      <TextInput
        label={t('person.name')}
        hint={t('person.nameHint')}
        value={fields.name}
        onValueChange={(name) => onChange({ ...fields, name })}
        required
        maxLength={200}
        autoComplete="off"
        isWide
      />
      <TextInput
        label={t('person.email')}
        hint={t('person.emailHint')}
        type="email"
        value={fields.email}
        onValueChange={(email) => onChange({ ...fields, email })}
        required
        maxLength={254}
        autoComplete="off"
        isWide
      />
      <TextInput
        label={t('person.phone')}
        type="tel"
        value={fields.phone}
        onValueChange={(phone) => onChange({ ...fields, phone })}
        maxLength={30}
        autoComplete="off"
        isOptional
        isWide
      />
    </>
  );
}
