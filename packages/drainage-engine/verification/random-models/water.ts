import type { Draft } from './draft.ts';

/** Intensities of a storm, mm/h, one each interval: a burst with a shoulder. */
function storm(draft: Draft, peak: number, intervals: number): number[] {
  const { dice } = draft;
  const top = dice.between(0.2, 0.7) * intervals;
  return Array.from({ length: intervals }, (_, at) => {
    const side = at < top ? at / top : (intervals - at) / (intervals - top);
    return peak * (0.1 + 0.9 * Math.max(0, side) ** 3) * dice.between(0.8, 1.2);
  });
}

const minutes = (value: number): string => `${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}`;

/** A gauge of any format with one or more storms in `hours`. */
function drawGauge(draft: Draft, name: string, peak: number, hours: number): void {
  const { dice } = draft;
  const form = dice.weighted({ INTENSITY: 4, VOLUME: 3, CUMULATIVE: 1.5 });
  const interval = dice.one([5, 5, 6, 10, 15, 15, 30, 60]);
  const series = draft.name('RAIN');
  draft.add('RAINGAGES', name, form, minutes(interval), draft.isOdd(0.3) ? 1.2 : 1, 'TIMESERIES', series);
  const storms = Math.max(1, Math.round(hours / dice.between(10, 40)));
  const perDay = Math.max(1, Math.round(60 / interval));
  let total = 0;
  let begins = dice.happens(0.5) ? 0 : interval * dice.whole(0, perDay);
  for (let at = 0; at < storms; at += 1) {
    const length = Math.max(3, Math.round((dice.between(0.7, 5) * 60) / interval));
    const values = storm(draft, peak * (at === 0 ? 1 : dice.between(0.3, 0.9)), length);
    values.forEach((rate, index) => {
      const fallen = (rate * interval) / 60;
      const value = form === 'INTENSITY' ? rate : form === 'VOLUME' ? fallen : total + fallen;
      total += fallen;
      draft.add('TIMESERIES', series, minutes(begins + index * interval), draft.rain(value));
    });
    if (form !== 'CUMULATIVE') draft.add('TIMESERIES', series, minutes(begins + length * interval), 0);
    begins += interval * (length + 1 + Math.round((dice.between(2, 30) * 60) / interval));
  }
}

/** Catchments of the nodes, with soils and surfaces. */
export function drawCatchments(draft: Draft, peak: number, hours: number): void {
  const { dice, style, scale } = draft;
  const method = dice.weighted({ HORTON: 4, GREEN_AMPT: 3, CURVE_NUMBER: 3, MODIFIED_HORTON: 1, MODIFIED_GREEN_AMPT: 1 });
  draft.options['INFILTRATION'] = method;
  const places = draft.nodes.filter((node) => node.land > 0 && dice.happens(style.catchments));
  if (places.length === 0) return;
  const gauges = Array.from({ length: dice.happens(0.8) ? 1 : 2 }, () => draft.name('GAGE'));
  for (const gauge of gauges) drawGauge(draft, gauge, peak, hours);
  const names: string[] = [];
  for (const place of places) {
    const name = draft.name('S');
    const onto = names.length > 0 && draft.isOdd(0.15) ? names.at(-1)! : place.name;
    names.push(name);
    const width = Math.sqrt(place.land * 10_000) * dice.between(0.4, 2);
    draft.add('SUBCATCHMENTS', name, dice.one(gauges), onto, draft.land(place.land), dice.one([0, 10, 25, 35, 50, 60, 75, 90, 100]),
      draft.length(width), dice.scaled(0.2, 8).toFixed(2), 0); // prettier-ignore
    const route = draft.isOdd(0.4) ? dice.one(['PERVIOUS', 'IMPERVIOUS', 'OUTLET']) : 'OUTLET';
    // Onto paved ground without any depression storage SWMM loses the water.
    draft.add('SUBAREAS', name, dice.one([0.01, 0.012, 0.015, 0.02]), dice.one([0.1, 0.15, 0.24, 0.3]), draft.rain(dice.between(0.5, 2.5)),
      draft.rain(dice.between(1.5, 8)), dice.one([0, 25, 25, 50, route === 'IMPERVIOUS' ? 50 : 100]), route, ...(route === 'OUTLET' ? [] : [dice.one([100, 50, 30])])); // prettier-ignore
    draft.add('INFILTRATION', name, ...soil(draft, method));
  }
  if (dice.happens(0.4)) drawEvaporation(draft, hours);
  if (draft.isOdd(0.2)) {
    // Not of the rain: SWMM reads the first two values of a gauge before the month's factor. Nor less evaporation: it goes below none.
    draft.add('ADJUSTMENTS', 'CONDUCTIVITY', ...Array.from({ length: 12 }, () => dice.between(0.7, 1.3).toFixed(2)));
    draft.add(
      'ADJUSTMENTS',
      'EVAPORATION',
      ...Array.from({ length: 12 }, () => (dice.between(0, 0.5) * (scale.isMetric ? 1 : 1 / 25.4)).toFixed(4)),
    );
  }
}

function soil(draft: Draft, method: string): (string | number)[] {
  const { dice } = draft;
  if (method === 'CURVE_NUMBER') return [dice.whole(55, 95), 0.5, dice.one([4, 7, 10])];
  if (method.endsWith('GREEN_AMPT'))
    return [draft.rain(dice.between(30, 300)), draft.rain(dice.scaled(0.5, 60)), dice.between(0.1, 0.4).toFixed(2)];
  const least = dice.scaled(0.5, 25);
  // With a largest volume the modified method takes up nothing in SWMM 5.2.2.
  const hasLimit = draft.isOdd(0.3) && method === 'HORTON';
  return [
    draft.rain(least * dice.between(3, 10)),
    draft.rain(least),
    dice.between(2, 6).toFixed(2),
    dice.one([4, 7, 10]),
    hasLimit ? draft.rain(dice.between(10, 60)) : 0,
  ];
}

function drawEvaporation(draft: Draft, hours: number): void {
  const { dice } = draft;
  const kind = dice.weighted({ CONSTANT: 4, MONTHLY: 2, TIMESERIES: 1 });
  const rate = (): string => draft.rain(dice.between(1, 8));
  if (kind === 'CONSTANT') draft.add('EVAPORATION', 'CONSTANT', rate());
  else if (kind === 'MONTHLY') draft.add('EVAPORATION', 'MONTHLY', ...Array.from({ length: 12 }, rate));
  else {
    const series = draft.name('EVAP');
    for (let hour = 0; hour <= hours + 24; hour += 12) draft.add('TIMESERIES', series, hour, rate());
    draft.add('EVAPORATION', 'TIMESERIES', series);
  }
  draft.add('EVAPORATION', 'DRY_ONLY', dice.happens(0.4) ? 'YES' : 'NO');
}

/** Dry weather flows with patterns, and hydrographs with scale, baseline and its pattern. */
export function drawInflows(draft: Draft, designFlow: (land: number) => number, hours: number): void {
  const { dice, style } = draft;
  const places = draft.nodes.filter((node) => node.land > 0);
  const factors = (count: number): string[] => Array.from({ length: count }, () => dice.between(0.4, 1.7).toFixed(3));
  const patterns =
    style.dryWeather > 0 || style.inflows > 0
      ? [draft.name('HOURLY'), draft.name('DAILY'), draft.name('WEEKEND'), draft.name('MONTHLY')]
      : [];
  if (patterns.length > 0) {
    const [hourly, daily, weekend, monthly] = patterns as [string, string, string, string];
    const day = factors(24);
    for (let at = 0; at < 24; at += 6) draft.add('PATTERNS', hourly, at === 0 ? 'HOURLY' : '', ...day.slice(at, at + 6));
    draft.add('PATTERNS', daily, 'DAILY', ...factors(7));
    draft.add('PATTERNS', weekend, 'WEEKEND', ...factors(24));
    draft.add('PATTERNS', monthly, 'MONTHLY', ...factors(12));
  }
  places.forEach((place, index) => {
    if (dice.happens(style.dryWeather)) {
      const chosen = patterns.filter(() => dice.happens(0.5)).map((name) => `"${name}"`);
      draft.add('DWF', place.name, 'FLOW', draft.flow(place.land * dice.between(0.0003, 0.003)), ...chosen);
    }
    // The uppermost node of a model without rain always has water.
    if (!dice.happens(style.inflows) && !(index === places.length - 1 && style.catchments + style.dryWeather === 0)) return;
    const series = draft.name('FLOW');
    const scale = draft.isOdd(0.4) ? dice.between(0.5, 1.5) : 1;
    const peak = designFlow(place.land) * dice.between(1, 6);
    const start = dice.between(0, 1.5);
    const rise = dice.between(0.2, 2);
    const fall = dice.between(0.5, 4);
    const base = dice.one([0, 0.02, 0.1]) * peak;
    for (const [hour, flow] of [[0, base], [start, base], [start + rise, peak], [start + rise + fall, base], [Math.max(hours + 1, 12), base]] as const) {
      draft.add('TIMESERIES', series, hour.toFixed(3), draft.flow(flow / scale));
    } // prettier-ignore
    const baseline = draft.isOdd(0.3) ? draft.flow(0.05 * peak) : 0;
    draft.add(
      'INFLOWS',
      place.name,
      'FLOW',
      series,
      'FLOW',
      1.0,
      scale.toFixed(3),
      baseline,
      ...(baseline !== 0 && dice.happens(0.5) ? [dice.one(patterns)] : []),
    );
  });
}
