import { pageOf } from '@makaverse/contract/pages';
import type { AnyRoute } from '@tanstack/react-router';
import { page, type Frames } from '#lib/page.tsx';

/** Pages of this feature. */
export function programmesRoutes({ framed, bare }: Frames): { framed: AnyRoute[]; bare: AnyRoute[] } {
  const nominations = (): Promise<typeof import('./pages/nominations-page.tsx')> => import('./pages/nominations-page.tsx');
  const programmes = (): Promise<typeof import('./pages/programmes-page.tsx')> => import('./pages/programmes-page.tsx');
  const plan = (): Promise<typeof import('./pages/plan-page.tsx')> => import('./pages/plan-page.tsx');
  const truth = (): Promise<typeof import('./pages/truth-page.tsx')> => import('./pages/truth-page.tsx');
  const promises = (): Promise<typeof import('./pages/promises-page.tsx')> => import('./pages/promises-page.tsx');
  const obstacles = (): Promise<typeof import('./pages/obstacles-page.tsx')> => import('./pages/obstacles-page.tsx');
  const warRoom = (): Promise<typeof import('./pages/war-room-page.tsx')> => import('./pages/war-room-page.tsx');
  const checkIn = (): Promise<typeof import('./pages/check-in-page.tsx')> => import('./pages/check-in-page.tsx');
  const evidenceFlag = (): Promise<typeof import('./pages/evidence-flag-page.tsx')> => import('./pages/evidence-flag-page.tsx');
  const boundaries = (): Promise<typeof import('./pages/boundaries-page.tsx')> => import('./pages/boundaries-page.tsx');
  const evidenceFlags = (): Promise<typeof import('./pages/evidence-flags-page.tsx')> => import('./pages/evidence-flags-page.tsx');
  return {
    framed: [
      page(framed, pageOf.nominations(), nominations, 'NominationsPage'),
      page(framed, pageOf.nomination('$id'), nominations, 'NominationBesideListPage'),
      page(framed, pageOf.programmes(), programmes, 'ProgrammesPage'),
      page(framed, pageOf.programme('$id'), programmes, 'ProgrammeBesideListPage'),
      page(framed, pageOf.checkIn('$id'), checkIn, 'CheckInPage'),
      page(framed, pageOf.evidenceFlags(), evidenceFlags, 'EvidenceFlagsPage'),
      page(framed, pageOf.evidenceFlag('$id'), evidenceFlag, 'EvidenceFlagPage'),
      page(framed, pageOf.programmePlan('$id'), plan, 'PlanPage'),
      page(framed, pageOf.programmeTruth('$id'), truth, 'TruthPage'),
      page(framed, pageOf.promises(), promises, 'PromisesPage'),
      page(framed, pageOf.boundaries(), boundaries, 'BoundariesPage'),
      page(framed, pageOf.obstacles(), obstacles, 'ObstaclesPage'),
      page(framed, pageOf.obstacle('$id'), obstacles, 'ObstacleBesideListPage'),
    ],
    bare: [page(bare, pageOf.checkInLink('$id'), checkIn, 'CheckInLinkPage'), page(bare, pageOf.warRoom(), warRoom, 'WarRoomPage')],
  };
}
