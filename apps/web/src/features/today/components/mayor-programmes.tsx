import type { listStandings } from '@makaverse/contract/programmes-truth';
import type { ReplyOf } from '@makaverse/contract/endpoint';
import { pageOf } from '@makaverse/contract/pages';
import { ButtonLink } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Link } from '@makaverse/ui/link';
import { Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgrammeStrip } from '#lib/programme-strip.tsx';
import { Shown, type Reading } from '#lib/shown.tsx';

/** As many as are read in a glance; the rest stands one press away, in the same order. */
export const mostProgrammes = 10;

/** The programmes, worst first, and what moved in the week. */
export function MayorProgrammes({ reading }: { readonly reading: Reading<ReplyOf<typeof listStandings>> }): ReactNode {
  const { t } = useTranslation('truth');
  return (
    <Shown reading={reading}>
      {({ items, count: { all, troubled, withoutPlan }, week }) => {
        const rest = [
          ['alike', troubled - items.length],
          ['calm', all - troubled],
          ['withoutPlan', withoutPlan],
        ] as const;
        return (
          <Section
            title={t('strip.title')}
            count={all}
            sub={[
              t('strip.worse', { count: week.worse }),
              t('strip.better', { count: week.better }),
              t('strip.moved', { count: week.promisesMoved }),
              t('strip.done', { count: week.milestonesDone }),
              t('strip.falling', { count: week.forecastsFalling }),
            ].join(', ')}
            actions={<ButtonLink href={pageOf.warRoom()}>{t('strip.wall')}</ButtonLink>}
          >
            {all === 0 ? (
              <EmptyState title={t('strip.none')} />
            ) : (
              <>
                <ProgrammeStrip items={items} label={t('strip.title')} />
                <p>
                  {rest.filter(([, count]) => count > 0).map(([what, count]) => `${t(`strip.${what}`, { count })} `)}
                  <Link href={pageOf.programmes()}>{t('strip.all', { count: all })}</Link>
                </p>
                <p>
                  <Link href={pageOf.obstacles()}>{t('strip.register')}</Link>
                </p>
              </>
            )}
          </Section>
        );
      }}
    </Shown>
  );
}
