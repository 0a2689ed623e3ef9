import { pageOf } from '@makaverse/contract/pages';
import type { AnyRoute } from '@tanstack/react-router';
import { page, type Frames } from '#lib/page.tsx';

/** Pages of this feature. */
export function todayRoutes({ framed }: Frames): { framed: AnyRoute[]; bare: AnyRoute[] } {
  return {
    framed: [
      page(framed, pageOf.today(), () => import('./pages/today-page.tsx'), 'TodayPage'),
      page(framed, pageOf.mayor(), () => import('./pages/mayor-page.tsx'), 'MayorPage'),
    ],
    bare: [],
  };
}
