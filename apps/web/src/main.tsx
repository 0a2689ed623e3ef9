import '@makaverse/ui/styles.css';
import './shell/shell.css';
import { LinkProvider } from '@makaverse/ui/link';
import { SkeletonText } from '@makaverse/ui/skeleton';
import { ToastProvider } from '@makaverse/ui/toast';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterContextProvider, RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from '#lib/api.ts';
import { FailureState } from '#lib/failure-notice.tsx';
import { startLanguage } from '#lib/language.ts';
import { RouterLink } from '#lib/router-link.tsx';
import { SessionProvider } from '#lib/session.tsx';
import { showTheme } from '#lib/theme.ts';
import { router } from './routes.tsx';
import { Texts } from './shell/texts.tsx';

showTheme();
await startLanguage();
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Texts>
        <ToastProvider>
          <Suspense fallback={<SkeletonText lines={8} hasHeading />}>
            <RouterContextProvider router={router}>
              <LinkProvider component={RouterLink}>
                <SessionProvider
                  waiting={<SkeletonText lines={8} hasHeading />}
                  failed={(error, retry) => <FailureState failure={error} retry={retry} />}
                >
                  <RouterProvider router={router} />
                </SessionProvider>
              </LinkProvider>
            </RouterContextProvider>
          </Suspense>
        </ToastProvider>
      </Texts>
    </QueryClientProvider>
  </StrictMode>,
);
