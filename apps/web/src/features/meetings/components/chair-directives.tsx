import type { Directive } from '@makaverse/contract/directives';
import { pageOf } from '@makaverse/contract/pages';
import { Badge } from '@makaverse/ui/badge';
import { Link } from '@makaverse/ui/link';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addressedTo } from '../model/addressed-to.ts';

/** The latest directives as they arrive, newest first, each saying whether something is still missing. */
export function ChairDirectives({ directives }: { readonly directives: readonly Directive[] }): ReactNode {
  const { t } = useTranslation(['meeting-room', 'shell']);
  if (directives.length === 0) return <p className="mv-muted">{t('chair.noDirectives')}</p>;
  return (
    <ol className="chair-directives" aria-live="polite">
      {directives.map((one) => (
        <li key={one.id}>
          <p className="chair-said">
            <Link href={pageOf.directive(one.id)}>{one.number}</Link> {one.words}
          </p>
          <p className="mv-muted">
            {addressedTo(one, { limit: 3, groupName: (group) => t(`shell:group.${group}`), more: (count) => t('clerk.more', { count }) })}{' '}
            {one.gaps.length > 0 ? (
              <Badge tone="waiting">{t('clerk.gaps', { count: one.gaps.length })}</Badge>
            ) : (
              <Badge tone="good">{t('clerk.whole')}</Badge>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
