import type { MapArea } from '@makaverse/contract/programmes-areas';
import type { Geometry } from '@makaverse/contract/programmes-plan';
import { Notice } from '@makaverse/ui/notice';
import { LngLatBounds, Map as MapLibre, Marker, NavigationControl, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
// The worker as a file of our own: our Content-Security-Policy lets no worker be made from a text.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { cityStyle } from './city-style.ts';

setWorkerUrl(workerUrl);

/** A shape on the map, numbered as in the list beside it. */
interface ShownPlace {
  readonly key: string;
  readonly number: number;
  readonly geometry: Geometry;
}
interface MapProps {
  readonly areas: readonly MapArea[];
  readonly box: readonly [number, number, number, number];
  readonly places: readonly ShownPlace[];
  readonly activeKey: string | null;
  readonly onPick: ((corner: readonly [number, number]) => void) | null;
}

/** The city with the places on it. Loaded only where it is looked at; the list beside it says and does the same. */
export default function PlacesMap(props: MapProps): ReactNode {
  const { t } = useTranslation('plan');
  const place = useRef<HTMLDivElement>(null);
  const [cannotDraw, setCannotDraw] = useState(false);
  const pick = useRef(props.onPick);
  pick.current = props.onPick;
  const map = useCityMap({ place, areas: props.areas, box: props.box, pick, onTrouble: () => setCannotDraw(true) });
  usePlaces(map, props.places, props.activeKey);
  if (cannotDraw) return <Notice title={t('place.noMap')}>{t('place.noMapWords')}</Notice>;
  return (
    <div ref={place} className={props.onPick ? 'plan-map plan-map-picking' : 'plan-map'} role="application" aria-label={t('place.map')} />
  );
}

/** Where most of the city is: the outermost kecamatan on each side, which may be islands, do not count. */
function heartOf(areas: readonly MapArea[]): [number, number, number, number] {
  const points = areas.filter((area) => area.kind === 'kecamatan').map((area) => area.point);
  const [lons, lats] = ([0, 1] as const).map((axis) =>
    points
      .map((point) => point[axis])
      .toSorted((a, b) => a - b)
      .slice(1, -1),
  );
  return [lons![0]! - 0.02, lats![0]! - 0.02, lons!.at(-1)! + 0.02, lats!.at(-1)! + 0.02];
}

function useCityMap(given: {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly areas: MapProps['areas'];
  readonly box: MapProps['box'];
  readonly pick: RefObject<MapProps['onPick']>;
  readonly onTrouble: () => void;
}): MapLibre | null {
  const { place, areas, box, pick } = given;
  const [ready, setReady] = useState<MapLibre | null>(null);
  const trouble = useRef(given.onTrouble);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let map: MapLibre;
    try {
      const [west, south, east, north] = box;
      map = new MapLibre({
        container: element,
        style: cityStyle(areas, element),
        bounds: heartOf(areas),
        maxBounds: [west - 0.2, south - 0.2, east + 0.2, north + 0.2],
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        fadeDuration: 0,
      });
    } catch {
      // No WebGL on this device: the list says the same.
      trouble.current();
      return undefined;
    }
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    const names = areas.filter((area) => area.kind === 'kecamatan');
    for (const area of names) new Marker({ element: label('plan-map-area', area.name) }).setLngLat(area.point).addTo(map);
    map.on('click', (event) => pick.current?.([event.lngLat.lng, event.lngLat.lat]));
    map.once('load', () => setReady(map));
    return () => {
      setReady(null);
      map.remove();
    };
  }, [place, areas, box, pick]);
  return ready;
}

function usePlaces(map: MapLibre | null, places: readonly ShownPlace[], activeKey: string | null): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (map === null) return undefined;
    const features = places.map((one) => ({
      type: 'Feature' as const,
      properties: { isActive: one.key === activeKey },
      geometry: one.geometry,
    }));
    void map.getSource<GeoJSONSource>('places')?.setData({ type: 'FeatureCollection', features });
    const bounds = new LngLatBounds();
    const markers = places.map((one) => {
      const corners =
        one.geometry.type === 'Point' ? [one.geometry.coordinates] : one.geometry.coordinates.flat(one.geometry.type === 'Polygon' ? 1 : 0);
      for (const corner of corners as [number, number][]) bounds.extend(corner);
      return new Marker({ element: label('plan-map-place', String(one.number)), offset: [0, -18] })
        .setLngLat(corners[0] as [number, number])
        .addTo(map);
    });
    if (isFirst.current && !bounds.isEmpty()) map.fitBounds(bounds, { padding: 80, maxZoom: 13, animate: false });
    isFirst.current = false;
    return () => markers.forEach((marker) => marker.remove());
  }, [map, places, activeKey]);
}

function label(className: string, words: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = words;
  element.ariaHidden = 'true';
  return element;
}
