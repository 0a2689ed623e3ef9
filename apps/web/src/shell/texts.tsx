import { UiTextsProvider, type UiTexts } from '@makaverse/ui/texts';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Gives the components their few own words, in the language shown. */
export function Texts({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation('shell');
  const texts = useMemo<UiTexts>(() => {
    const plain = t('ui', { returnObjects: true, label: '' }) as unknown as Omit<UiTexts, 'remove'>;
    return { ...plain, remove: (label) => t('ui.remove', { label }) };
  }, [t]);
  return <UiTextsProvider texts={texts}>{children}</UiTextsProvider>;
}
