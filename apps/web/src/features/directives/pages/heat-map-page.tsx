import { readHeatMap } from '@makaverse/contract/directives';
import { pageOf } from '@makaverse/contract/pages';
import { ButtonLink } from '@makaverse/ui/button';
import { EmptyState } from '@makaverse/ui/empty-state';
import { HeatMap } from '@makaverse/ui/heat-map';
import { PageHeading } from '@makaverse/ui/page-heading';
import { SkeletonTable } from '@makaverse/ui/skeleton';
import { TabLinks } from '@makaverse/ui/tabs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { heatProps } from '#lib/heat-props.ts';
import { useAddressValue } from '#lib/navigate.ts';
import { Shown } from '#lib/shown.tsx';

const kinds = ['presenting', 'kelurahan'] as const;

/** Units by directives, sorted by trouble; a table stands behind it. */
export function HeatMapPage(): ReactNode {
  const { t } = useTranslation(['directives', 'shell']);
  const [chosen] = useAddressValue('jenis');
  const kind = kinds.find((one) => one === chosen) ?? 'presenting';
  const reading = useRead(readHeatMap, { query: { kind } });
  return (
    <Shown reading={reading} skeleton={<SkeletonTable columns={8} rows={12} />}>
      {(heat) => {
        const late = heat.units.filter((unit) => unit.late > 0).length;
        return (
          <>
            <PageHeading
              kicker={t('heat.kicker')}
              title={t('heat.heading', { count: late, units: heat.units.length })}
              actions={<ButtonLink href={pageOf.directives()}>{t('heat.list')}</ButtonLink>}
            />
            <TabLinks
              label={t('heat.kinds')}
              links={kinds.map((one) => ({ href: `${pageOf.heatMap()}?jenis=${one}`, label: t(`heat.${one}`), isCurrent: one === kind }))}
            />
            {heat.units.length === 0 ? <EmptyState title={t('heat.empty')} /> : <HeatMap {...heatProps(heat, t)} />}
          </>
        );
      }}
    </Shown>
  );
}
