import { pageOf } from '@makaverse/contract/pages';
import { Button } from '@makaverse/ui/button';
import { Section } from '@makaverse/ui/page-heading';
import { RadioGroup } from '@makaverse/ui/radio-group';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, currentLanguage } from '#lib/language.ts';
import { useSignOut } from '#lib/sign-out.ts';
import { chooseTheme, currentTheme, type Theme } from '#lib/theme.ts';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Language and theme on this device, and leaving it. */
export function MyDevice(): ReactNode {
  const { t } = useTranslation(['sign-in', 'shell']);
  const [theme, setTheme] = useState(currentTheme());
  const leave = useSignOut(() => location.assign(pageOf.signIn()));
  return (
    <>
      <Section title={t('account.looks.title')} sub={t('account.looks.sub')}>
        <div className="directory-form">
          <RadioGroup
            legend={t('account.looks.language')}
            options={[
              { value: 'id', label: 'Bahasa Indonesia' },
              { value: 'en', label: 'English' },
            ]}
            value={currentLanguage()}
            onValueChange={(language) => void chooseLanguage(language)}
            isInline
          />
          <RadioGroup
            legend={t('account.looks.theme')}
            options={themes.map((value) => ({ value, label: t(`shell:person.${value}`) }))}
            value={theme}
            onValueChange={(next) => {
              chooseTheme(next);
              setTheme(next);
            }}
            isInline
          />
        </div>
      </Section>
      <Section title={t('account.session.title')} sub={t('account.session.sub')}>
        <p>
          <Button isBusy={leave.isPending} onClick={() => leave.mutate()}>
            {t('account.session.out')}
          </Button>
        </p>
      </Section>
    </>
  );
}
