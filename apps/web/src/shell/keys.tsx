import { Dialog } from '@makaverse/ui/dialog';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The keys that work everywhere. */
export function Keys({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('shell');
  const keys: readonly (readonly [string, string])[] = [
    ['Ctrl K', t('keys.search')],
    ['?', t('keys.this')],
    ['↑ ↓', t('keys.move')],
    ['Enter', t('keys.open')],
    [t('keys.filterKey'), t('keys.filter')],
    ['Esc', t('keys.close')],
  ];
  return (
    <Dialog isOpen onClose={onClose} title={t('keys.title')} size="small">
      <dl className="app-keys">
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd className="mv-key">{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
