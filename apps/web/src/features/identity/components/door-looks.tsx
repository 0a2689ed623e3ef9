import { Button } from '@makaverse/ui/button';
import { Menu } from '@makaverse/ui/menu';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, currentLanguage } from '#lib/language.ts';
import { chooseTheme, currentTheme, type Theme } from '#lib/theme.ts';

const languages = [
  { key: 'id', name: 'Bahasa Indonesia' },
  { key: 'en', name: 'English' },
] as const;
const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Language and theme for who has no menu of his own yet. */
export function DoorLooks(): ReactNode {
  const { t } = useTranslation('sign-in');
  const [theme, setTheme] = useState(currentTheme());
  return (
    <div className="identity-door-looks">
      <div role="group" aria-label={t('door.language')} className="mv-row">
        {languages.map(({ key, name }) => (
          <Button
            key={key}
            tone="link"
            isSmall
            lang={key}
            aria-pressed={currentLanguage() === key}
            onClick={() => void chooseLanguage(key)}
          >
            {name}
          </Button>
        ))}
      </div>
      <Menu
        trigger={t('door.theme')}
        align="end"
        items={themes.map((one) => ({
          id: one,
          label: t(`door.${one}`),
          isChecked: theme === one,
          onSelect: () => {
            chooseTheme(one);
            setTheme(one);
          },
        }))}
      />
    </div>
  );
}
