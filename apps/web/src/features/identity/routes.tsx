import type { AnyRoute } from '@tanstack/react-router';
import type { Frames } from '#lib/page.tsx';

/** Pages of this feature. */
export function identityRoutes(_frames: Frames): { framed: AnyRoute[]; bare: AnyRoute[] } {
  return { framed: [], bare: [] };
}
