import { inpText, type SectionRows } from './inp-text.ts';

/** One dry catchment on a canal, to see by what evaporates there: a climate file `c.dat`, days from one date to another (MM/DD/YYYY). */
export function climateTown(evaporation: string, unit: string, [from, to]: readonly [string, string], more: SectionRows = {}): string {
  return inpText(
    'Climate',
    {
      TEMPERATURE: 'FILE c.dat',
      EVAPORATION: evaporation,
      RAINGAGES: 'G VOLUME 0:10 1 TIMESERIES R',
      SUBCATCHMENTS: 'S G J 1 50 100 0.5 0',
      SUBAREAS: 'S 0.015 0.2 1.5 4 25 OUTLET',
      INFILTRATION: 'S 60 8 4 7 0',
      JUNCTIONS: 'J 0 4',
      OUTFALLS: 'SEA -0.2 FREE',
      CONDUITS: 'CANAL J SEA 250 0.022 0 0',
      XSECTIONS: 'CANAL RECT_OPEN 4 4 0 0',
      TIMESERIES: 'R 0:00 0',
      ...more,
    },
    {
      FLOW_UNITS: unit,
      START_DATE: from,
      REPORT_START_DATE: from,
      END_DATE: to,
      END_TIME: '00:00:00',
      REPORT_STEP: '06:00:00',
      ROUTING_STEP: 60,
      DRY_STEP: '01:00:00',
    },
  );
}
