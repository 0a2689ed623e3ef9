import type { PlanPlace, ProgrammePlan } from '@makaverse/contract/programmes-plan';
import { Button } from '@makaverse/ui/button';
import { DataTable, type Column } from '@makaverse/ui/data-table';
import { EmptyState } from '@makaverse/ui/empty-state';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cornersOf, writeCorner } from '../../model/plan/place-drafts.ts';
import { CityMap } from './city-map.tsx';
import { PlacesEditor } from './places-editor.tsx';
import { isListKept } from './use-plan-rows.ts';

/** Where the programme works: on the map, and the same as a list with coordinates. */
export function PlacesPart({ plan }: { readonly plan: ProgrammePlan }): ReactNode {
  const { t } = useTranslation('plan');
  const [isWriting, setIsWriting] = useState(plan.mayPlan && isListKept('places', plan.programmeId));
  const write = plan.mayPlan && !isWriting && <Button onClick={() => setIsWriting(true)}>{t('place.write')}</Button>;
  if (isWriting) return <PlacesEditor plan={plan} onLeave={() => setIsWriting(false)} />;
  if (plan.places.length === 0)
    return (
      <EmptyState title={t('place.empty')} action={write}>
        {t('place.emptyWords')}
      </EmptyState>
    );
  return (
    <div className="plan-figures">
      {write && <div className="app-buttons">{write}</div>}
      <CityMap places={plan.places} activeKey={null} onPick={null} />
      <PlaceTable places={plan.places} />
    </div>
  );
}

function PlaceTable({ places }: { readonly places: readonly PlanPlace[] }): ReactNode {
  const { t } = useTranslation('plan');
  const numbered = places.map((place, index) => ({ ...place, number: index + 1 }));
  const columns: readonly Column<(typeof numbered)[number]>[] = [
    { key: 'number', heading: t('milestone.number'), value: (row) => row.number, isNumeric: true, width: '4rem' },
    { key: 'name', heading: t('place.name'), value: (row) => row.name },
    { key: 'kind', heading: t('place.kind'), value: (row) => t(`place.kinds.${row.geometry.type}`) },
    { key: 'area', heading: t('place.area'), value: (row) => (row.area ? t(`place.by.${row.area.by}`, { name: row.area.name }) : '') },
    {
      key: 'corners',
      heading: t('place.corners'),
      value: (row) => {
        const corners = cornersOf(row.geometry);
        const rest = corners.length - 3;
        return corners.slice(0, 3).map(writeCorner).join(' · ') + (rest > 0 ? t('place.more', { count: rest }) : '');
      },
    },
  ];
  return <DataTable caption={t('place.list')} columns={columns} rows={numbered} rowId={(row) => row.id} csvName="lokasi" />;
}
