import { createRoute, lazyRouteComponent, useParams, type AnyRoute } from '@tanstack/react-router';

/** Declares a page that is loaded when it is first opened. */
export function page<M extends Record<string, unknown>>(
  parent: AnyRoute,
  path: string,
  load: () => Promise<M>,
  name: keyof M & string,
): AnyRoute {
  return createRoute({ getParentRoute: () => parent, path, component: lazyRouteComponent(load, name) });
}

/** The `$id` of the page's address. */
export function useId(): string {
  return (useParams({ strict: false }) as { id: string }).id;
}

/** The two frames a page can stand in: with rail and bars, or alone on the screen (the room's screen, sign-in). */
export interface Frames {
  readonly framed: AnyRoute;
  readonly bare: AnyRoute;
}
