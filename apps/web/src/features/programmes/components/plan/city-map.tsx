import { listMapAreas } from '@makaverse/contract/programmes-areas';
import type { Geometry } from '@makaverse/contract/programmes-plan';
import { SkeletonText } from '@makaverse/ui/skeleton';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { Shown } from '#lib/shown.tsx';

const PlacesMap = lazy(() => import('./places-map.tsx'));

/** The map with its note, as soon as the areas are read. */
export function CityMap(props: {
  readonly places: readonly { readonly id: string; readonly geometry: Geometry }[];
  readonly activeKey: string | null;
  readonly onPick: ((corner: readonly [number, number]) => void) | null;
}): ReactNode {
  const { t } = useTranslation('plan');
  const areas = useRead(listMapAreas, {});
  const shown = useMemo(
    () => props.places.map((one, index) => ({ key: one.id, number: index + 1, geometry: one.geometry })),
    [props.places],
  );
  return (
    <Shown reading={areas}>
      {({ items, box, official }) => (
        <figure className="plan-map-figure">
          <Suspense fallback={<SkeletonText lines={10} />}>
            <PlacesMap areas={items} box={box} places={shown} activeKey={props.activeKey} onPick={props.onPick} />
          </Suspense>
          <figcaption className="mv-figure-caption">
            {official && t('place.official', { source: official.source, count: official.areas })}{' '}
            {items.some((area) => area.kind === 'kelurahan' && !area.boundary) && t(official ? 'place.restIndicative' : 'place.indicative')}
          </figcaption>
        </figure>
      )}
    </Shown>
  );
}
