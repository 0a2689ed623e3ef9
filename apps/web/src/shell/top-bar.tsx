import { pageOf } from '@makaverse/contract/pages';
import { Button } from '@makaverse/ui/button';
import { Menu } from '@makaverse/ui/menu';
import { Search as SearchIcon } from 'lucide-react';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, currentLanguage } from '#lib/language.ts';
import { useSession } from '#lib/session.tsx';
import { useSignOut } from '#lib/sign-out.ts';
import { chooseTheme, currentTheme, type Theme } from '#lib/theme.ts';

const Finder = lazy(() => import('./finder.tsx').then((file) => ({ default: file.Finder })));
const Keys = lazy(() => import('./keys.tsx').then((file) => ({ default: file.Keys })));

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Search, and the menu of the person signed in. Ctrl/⌘ K searches, `?` shows the keys. */
export function TopBar(): ReactNode {
  const { t } = useTranslation('shell');
  const [opened, setOpened] = useState<'finder' | 'keys' | null>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) setOpened('finder');
      else if (event.key === '?' && !isTyping(event.target)) setOpened('keys');
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  const close = (): void => setOpened(null);
  return (
    <>
      <Button icon={<SearchIcon size={18} aria-hidden />} onClick={() => setOpened('finder')} aria-keyshortcuts="Control+K">
        {t('search.open')} <kbd className="mv-key app-wide">Ctrl K</kbd>
      </Button>
      <PersonMenu openKeys={() => setOpened('keys')} />
      <Suspense fallback={null}>
        {opened === 'finder' && <Finder onClose={close} />}
        {opened === 'keys' && <Keys onClose={close} />}
      </Suspense>
    </>
  );
}

function PersonMenu({ openKeys }: { readonly openKeys: () => void }): ReactNode {
  const { t } = useTranslation('shell');
  const { person } = useSession();
  const [theme, setTheme] = useState(currentTheme());
  const leave = useSignOut(() => location.assign(pageOf.signIn()));
  const light = (next: Theme): void => {
    chooseTheme(next);
    setTheme(next);
  };
  return (
    <Menu
      trigger={<span className="app-person">{person!.name}</span>}
      label={t('person.menu', { name: person!.name })}
      align="end"
      items={[
        { id: 'who', heading: person!.title },
        { id: 'account', label: t('person.account'), href: pageOf.account() },
        { id: 'keys', label: t('person.keys'), onSelect: openKeys },
        { id: 'line1', isLine: true },
        { id: 'language', heading: t('person.language') },
        { id: 'id', label: 'Bahasa Indonesia', isChecked: currentLanguage() === 'id', onSelect: () => void chooseLanguage('id') },
        { id: 'en', label: 'English', isChecked: currentLanguage() === 'en', onSelect: () => void chooseLanguage('en') },
        { id: 'theme', heading: t('person.theme') },
        ...(['system', 'light', 'dark'] as const).map((one) => ({
          id: one,
          label: t(`person.${one}`),
          isChecked: theme === one,
          onSelect: () => light(one),
        })),
        { id: 'line2', isLine: true },
        { id: 'out', label: t('person.signOut'), onSelect: () => leave.mutate() },
      ]}
    />
  );
}
