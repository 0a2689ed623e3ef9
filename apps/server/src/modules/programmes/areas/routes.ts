import * as endpoints from '@makaverse/contract/programmes-areas';
import { command, query, type Route } from '#platform/module';
import { importBoundaries, previewBoundaries, removeBoundaries } from './commands/import-boundaries.ts';
import { mapAreas } from './queries/map-areas.ts';

/** The city's areas on the map, and their official boundaries. */
export const areaRoutes: readonly Route[] = [
  query(endpoints.listMapAreas, (context) => mapAreas(context)),
  command(endpoints.previewBoundaries, (tx, { file }) => previewBoundaries(tx, { file })),
  command(endpoints.importBoundaries, (tx, { body, file }) => importBoundaries(tx, { ...body, file })),
  command(endpoints.removeBoundaries, (tx) => removeBoundaries(tx)),
];
