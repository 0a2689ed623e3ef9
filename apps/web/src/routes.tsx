import { createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router';
import { pageOf } from '@makaverse/contract/pages';
import { directivesRoutes } from './features/directives/routes.tsx';
import { identityRoutes } from './features/identity/routes.tsx';
import { meetingsRoutes } from './features/meetings/routes.tsx';
import { programmesRoutes } from './features/programmes/routes.tsx';
import { todayRoutes } from './features/today/routes.tsx';
import type { Frames } from './lib/page.tsx';
import { Frame } from './shell/frame.tsx';
import { PageBroken, PageMissing } from './shell/page-trouble.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: PageMissing, errorComponent: PageBroken });
const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  component: Frame,
  errorComponent: PageBroken,
  notFoundComponent: PageMissing,
});
const bare = createRoute({ getParentRoute: () => root, id: 'bare', component: Outlet, errorComponent: PageBroken });
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: pageOf.today() });
  },
});

const frames: Frames = { framed, bare };
const features = [todayRoutes, meetingsRoutes, directivesRoutes, programmesRoutes, identityRoutes].map((make) => make(frames));
const tree = root.addChildren([
  home,
  framed.addChildren(features.flatMap((feature) => feature.framed)),
  bare.addChildren(features.flatMap((feature) => feature.bare)),
]);

/** Every page of the app; each feature brings its own. */
export const router = createRouter({ routeTree: tree, scrollRestoration: true, defaultPreload: false, defaultPendingMs: 300 });
