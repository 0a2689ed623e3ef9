import { addressOf } from '@makaverse/client/call';
import { exportObstacles, readRegister, type Awaited } from '@makaverse/contract/programmes-obstacles';
import { ButtonLink } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { PageHeading, Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { useId } from '#lib/page.tsx';
import { InPanel } from '#lib/panel.tsx';
import { useSession } from '#lib/session.tsx';
import { Shown } from '#lib/shown.tsx';
import { ObstacleList, Rupiah } from '../components/obstacles/obstacle-list.tsx';
import { ObstaclePanel } from '../components/obstacles/obstacle-panel.tsx';

/** What the city waits for, and from whom: open obstacles under the name of whoever can remove them, the costliest wait first. */
export function ObstaclesPage(): ReactNode {
  const { t } = useTranslation(['obstacles', 'shell']);
  const { person } = useSession();
  const reading = useRead(readRegister, {}, { topics: [`person:${person!.id}`], refetchMs: 60_000 });
  return (
    <Shown reading={reading}>
      {(register) => {
        const count = register.awaited.reduce((sum, one) => sum + one.obstacles.length, 0);
        return (
          <>
            <PageHeading
              kicker={t('register.kicker')}
              title={count === 0 ? t('register.none') : t('register.heading', { count, removers: register.awaited.length })}
              sub={
                <>
                  {t('daysLost', register.daysLost)}
                  {register.costSoFar > 0 && (
                    <>
                      {', '}
                      <Rupiah amount={register.costSoFar} />
                    </>
                  )}
                  {register.solvedThisWeek > 0 && `. ${t('register.solved', { count: register.solvedThisWeek })}`}
                </>
              }
              actions={<ButtonLink href={addressOf(exportObstacles)}>{t('shell:ui.downloadCsv')}</ButtonLink>}
            />
            {count === 0 ? (
              <EmptyState title={t('register.empty')} />
            ) : (
              <div className="obstacle-groups">
                {register.awaited.map((one) => (
                  <AwaitedGroup key={nameOf(one)} awaited={one} />
                ))}
              </div>
            )}
          </>
        );
      }}
    </Shown>
  );
}

const nameOf = ({ remover }: Awaited): string => (remover.kind === 'unit' ? remover.unit.name : remover.authority);

function AwaitedGroup({ awaited }: { readonly awaited: Awaited }): ReactNode {
  const { t } = useTranslation('obstacles');
  const name = nameOf(awaited);
  return (
    <Section
      title={t(awaited.remover.kind === 'unit' ? 'register.fromUnit' : 'register.fromOutside', { name })}
      count={awaited.obstacles.length}
      sub={
        <>
          {t('daysLost', awaited.daysLost)}
          {awaited.costSoFar > 0 && (
            <>
              {', '}
              <Rupiah amount={awaited.costSoFar} />
            </>
          )}
        </>
      }
    >
      <ObstacleList obstacles={awaited.obstacles} label={name} />
    </Section>
  );
}

/** The register with one obstacle open beside it. */
export function ObstacleBesideListPage(): ReactNode {
  const id = useId();
  return (
    <>
      <ObstaclesPage />
      <InPanel>
        <ObstaclePanel id={id} />
      </InPanel>
    </>
  );
}
