import { pageOf } from '@makaverse/contract/pages';
import { readToday } from '@makaverse/contract/today';
import { AppFrame, type RailItem } from '@makaverse/ui/app-frame';
import { Link } from '@makaverse/ui/link';
import { SkeletonText } from '@makaverse/ui/skeleton';
import { Outlet } from '@tanstack/react-router';
import { Suspense, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { useGo, usePath } from '#lib/navigate.ts';
import { PanelProvider } from '#lib/panel.tsx';
import { useSession } from '#lib/session.tsx';
import { Banner } from './banner.tsx';
import { places } from './rail-items.tsx';
import { TopBar } from './top-bar.tsx';
import { useArrivalFocus } from './use-arrival-focus.ts';

/** The frame around every page for somebody signed in; whoever is not goes to the sign-in page and comes back here after it. */
export function Frame(): ReactNode {
  const session = useSession();
  const go = useGo();
  const path = usePath();
  const isOut = session.person === null;
  useEffect(() => {
    if (isOut) go(session.needsSetup ? pageOf.setUp() : `${pageOf.signIn()}?ke=${encodeURIComponent(path)}`, { replace: true });
  }, [isOut]);
  useArrivalFocus(path);
  return isOut ? null : <SignedInFrame path={path} />;
}

function SignedInFrame({ path }: { readonly path: string }): ReactNode {
  const { t } = useTranslation('shell');
  const session = useSession();
  const today = useRead(readToday, {}, { topics: [`person:${session.person!.id}`], refetchMs: 60_000 });
  const count = today.data?.asks.length ?? 0;
  const items: RailItem[] = places
    .filter((place) => (!place.needs || session.capabilities.includes(place.needs)) && (!place.isDemoOnly || session.demo !== null))
    .map((place) => ({
      to: place.to,
      label: t(`nav.${place.key}`),
      icon: place.icon,
      isCurrent: path === place.to || path.startsWith(`${place.to}/`),
      ...(place.key === 'today' && count > 0 && { count, countText: t('nav.waiting', { count }) }),
    }));
  return (
    <PanelProvider>
      {(panel) => (
        <AppFrame
          brand={
            <Link href={pageOf.today()} className="app-brand">
              {t('name')}
            </Link>
          }
          items={items}
          banner={<Banner />}
          top={<TopBar />}
          panel={panel}
        >
          <Suspense fallback={<SkeletonText lines={8} hasHeading />}>
            <Outlet />
          </Suspense>
        </AppFrame>
      )}
    </PanelProvider>
  );
}
