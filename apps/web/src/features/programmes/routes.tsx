import { pageOf } from '@makaverse/contract/pages';
import type { AnyRoute } from '@tanstack/react-router';
import { page, type Frames } from '#lib/page.tsx';

/** Pages of this feature. */
export function programmesRoutes({ framed }: Frames): { framed: AnyRoute[]; bare: AnyRoute[] } {
  const nominations = (): Promise<typeof import('./pages/nominations-page.tsx')> => import('./pages/nominations-page.tsx');
  const programmes = (): Promise<typeof import('./pages/programmes-page.tsx')> => import('./pages/programmes-page.tsx');
  const plan = (): Promise<typeof import('./pages/plan-page.tsx')> => import('./pages/plan-page.tsx');
  return {
    framed: [
      page(framed, pageOf.nominations(), nominations, 'NominationsPage'),
      page(framed, pageOf.nomination('$id'), nominations, 'NominationBesideListPage'),
      page(framed, pageOf.programmes(), programmes, 'ProgrammesPage'),
      page(framed, pageOf.programme('$id'), programmes, 'ProgrammeBesideListPage'),
      page(framed, pageOf.programmePlan('$id'), plan, 'PlanPage'),
    ],
    bare: [],
  };
}
