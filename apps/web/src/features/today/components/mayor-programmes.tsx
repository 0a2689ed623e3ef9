import { listStandings } from '@makaverse/contract/programmes-truth';
import { pageOf } from '@makaverse/contract/pages';
import { ButtonLink } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { Link } from '@makaverse/ui/link';
import { Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { ProgrammeStrip } from '#lib/programme-strip.tsx';
import { Shown } from '#lib/shown.tsx';

/** As many as are read in a glance; the rest stands one press away, in the same order. */
const mostShown = 10;

/** The programmes, worst first, and what moved in the week. */
export function MayorProgrammes(): ReactNode {
  const { t } = useTranslation('truth');
  const reading = useRead(listStandings, {}, { refetchMs: 60_000 });
  return (
    <Shown reading={reading}>
      {({ items, week }) => (
        <Section
          title={t('strip.title')}
          count={items.length}
          sub={[
            t('strip.worse', { count: week.worse }),
            t('strip.better', { count: week.better }),
            t('strip.moved', { count: week.promisesMoved }),
            t('strip.done', { count: week.milestonesDone }),
            t('strip.falling', { count: week.forecastsFalling }),
          ].join(', ')}
          actions={<ButtonLink href={pageOf.warRoom()}>{t('strip.wall')}</ButtonLink>}
        >
          {items.length === 0 ? (
            <EmptyState title={t('strip.none')} />
          ) : (
            <>
              <ProgrammeStrip items={items.slice(0, mostShown)} label={t('strip.title')} />
              {items.length > mostShown && (
                <p>
                  <Link href={pageOf.programmes()}>{t('strip.all', { count: items.length })}</Link>
                </p>
              )}
              <p>
                <Link href={pageOf.obstacles()}>{t('strip.register')}</Link>
              </p>
            </>
          )}
        </Section>
      )}
    </Shown>
  );
}
