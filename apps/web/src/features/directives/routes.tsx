import type { AnyRoute } from '@tanstack/react-router';
import type { Frames } from '#lib/page.tsx';

/** Pages of this feature. */
export function directivesRoutes(_frames: Frames): { framed: AnyRoute[]; bare: AnyRoute[] } {
  return { framed: [], bare: [] };
}
