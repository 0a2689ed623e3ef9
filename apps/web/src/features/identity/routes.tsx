import { pageOf } from '@makaverse/contract/pages';
import type { AnyRoute } from '@tanstack/react-router';
import { page, type Frames } from '#lib/page.tsx';

// The page a mailed link opens is declared without its query; the token is read from the address.
const redeemPath = pageOf.redeemLink('').split('?')[0]!;

/** Pages of this feature: signing in stands alone on the screen, everything else in the frame. */
export function identityRoutes({ framed, bare }: Frames): { framed: AnyRoute[]; bare: AnyRoute[] } {
  return {
    framed: [
      page(framed, pageOf.directory(), () => import('./pages/directory-page.tsx'), 'DirectoryPage'),
      page(framed, pageOf.unit('$id'), () => import('./pages/unit-page.tsx'), 'UnitPage'),
      page(framed, pageOf.person('$id'), () => import('./pages/person-page.tsx'), 'PersonPage'),
      page(framed, pageOf.imports(), () => import('./pages/import-page.tsx'), 'ImportPage'),
      page(framed, pageOf.audit(), () => import('./pages/audit-page.tsx'), 'AuditPage'),
      page(framed, pageOf.account(), () => import('./pages/account-page.tsx'), 'AccountPage'),
      page(framed, pageOf.mailbox(), () => import('./pages/mailbox-page.tsx'), 'MailboxPage'),
    ],
    bare: [
      page(bare, pageOf.signIn(), () => import('./pages/sign-in-page.tsx'), 'SignInPage'),
      page(bare, pageOf.setUp(), () => import('./pages/set-up-page.tsx'), 'SetUpPage'),
      page(bare, redeemPath, () => import('./pages/redeem-link-page.tsx'), 'RedeemLinkPage'),
    ],
  };
}
