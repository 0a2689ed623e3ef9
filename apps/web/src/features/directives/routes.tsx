import { pageOf } from '@makaverse/contract/pages';
import type { AnyRoute } from '@tanstack/react-router';
import { page, type Frames } from '#lib/page.tsx';

/** Pages of this feature. */
export function directivesRoutes({ framed }: Frames): { framed: AnyRoute[]; bare: AnyRoute[] } {
  const list = (): Promise<typeof import('./pages/directives-page.tsx')> => import('./pages/directives-page.tsx');
  return {
    framed: [
      page(framed, pageOf.directives(), list, 'DirectivesPage'),
      page(framed, pageOf.directive('$id'), list, 'DirectiveBesideListPage'),
      page(framed, pageOf.heatMap(), () => import('./pages/heat-map-page.tsx'), 'HeatMapPage'),
      page(framed, pageOf.cascade('$id'), () => import('./pages/cascade-page.tsx'), 'CascadePage'),
      page(framed, pageOf.task('$id'), () => import('./pages/task-page.tsx'), 'TaskPage'),
    ],
    bare: [],
  };
}
