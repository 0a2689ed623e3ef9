import type { Directive } from '@makaverse/contract/directives';
import { pageOf } from '@makaverse/contract/pages';
import { Badge } from '@makaverse/ui/badge';
import { Button } from '@makaverse/ui/button';
import { Link } from '@makaverse/ui/link';
import { VisuallyHidden } from '@makaverse/ui/visually-hidden';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, timeOfDay } from '#lib/moments.ts';
import { addressedTo } from '../model/addressed-to.ts';

/** The evening's directives, newest first, each with its parts in a line and its gaps as links to where they are mended. */
export function ClerkDirectives(props: {
  readonly directives: readonly Directive[];
  readonly onEdit: ((directive: Directive) => void) | null;
}): ReactNode {
  const { directives, onEdit } = props;
  const { t } = useTranslation(['meeting-room', 'shell']);
  return (
    <ol className="clerk-list" reversed>
      {directives.map((one) => (
        <li key={one.id} className="clerk-directive">
          <p className="clerk-number">
            <Link href={pageOf.directive(one.id)}>{one.number}</Link>
            <time dateTime={one.spokenAt}>{timeOfDay(one.spokenAt)}</time>
          </p>
          <div className="clerk-said">
            <p className={one.state === 'withdrawn' ? 'clerk-struck' : undefined}>{one.words}</p>
            <p className="clerk-facts">
              {[
                addressedTo(one, {
                  limit: 4,
                  groupName: (group) => t(`shell:group.${group}`),
                  more: (count) => t('clerk.more', { count }),
                }),
                one.deadline && t('clerk.until', { day: dayInWords(one.deadline) }),
                one.reviewer && t('clerk.reviewedBy', { name: one.reviewer.name }),
                one.measure && t('clerk.measuredBy', { measure: one.measure }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {one.gaps.length > 0 && (
              <ul className="clerk-gaps">
                {one.gaps.map((gap) => (
                  <li key={gap.code + gap.href + gap.text}>
                    <Link href={gap.href}>{gap.text}</Link>
                  </li>
                ))}
              </ul>
            )}
          </div>
          <div className="clerk-state">
            {one.state === 'withdrawn' && <Badge>{t('clerk.withdrawn')}</Badge>}
            {one.state === 'draft' && one.gaps.length === 0 && <Badge tone="good">{t('clerk.whole')}</Badge>}
            {one.state === 'draft' && one.gaps.length > 0 && <Badge tone="waiting">{t('clerk.gaps', { count: one.gaps.length })}</Badge>}
            {onEdit && one.state === 'draft' && (
              <Button isSmall onClick={() => onEdit(one)}>
                {t('shell:act.edit')} <VisuallyHidden>{one.number}</VisuallyHidden>
              </Button>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
