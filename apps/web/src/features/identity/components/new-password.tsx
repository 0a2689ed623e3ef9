import { Checkbox } from '@makaverse/ui/checkbox';
import { TextInput } from '@makaverse/ui/text-input';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A password to be set: typed once and shown on wish, which fails less often than typing it twice blindly (NIST SP 800-63B, 3.1.1.2). */
export function NewPassword(props: { readonly value: string; readonly onValueChange: (value: string) => void }): ReactNode {
  const { t } = useTranslation('sign-in');
  const [isShown, setShown] = useState(false);
  return (
    <div className="mv-stack-tight">
      <TextInput
        label={t('newPassword.label')}
        hint={t('newPassword.hint')}
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={200}
        spellCheck={false}
        autoCapitalize="none"
        value={props.value}
        onValueChange={props.onValueChange}
      />
      <Checkbox label={t('newPassword.show')} isChecked={isShown} onCheckedChange={setShown} />
    </div>
  );
}
