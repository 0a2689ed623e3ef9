import { pageOf } from '@makaverse/contract/pages';

/** Pages that are only for who is not signed in, or for one moment. */
const doors: readonly string[] = [pageOf.signIn(), pageOf.setUp(), pageOf.redeemLink('').split('?')[0]!];
// Only its path is ever used, so any name will do; `.invalid` belongs to nobody (RFC 2606).
const nowhere = 'https://makaverse.invalid';

/**
 * Where to go after signing in: the page first asked for, today's page otherwise. An address that would lead out of this
 * application is not followed (CWE-601).
 */
export function destinationAfter(wanted: string | null): string {
  if (wanted === null || !wanted.startsWith('/') || !URL.canParse(wanted, nowhere)) return pageOf.today();
  const { origin, pathname, search, hash } = new URL(wanted, nowhere);
  if (origin !== nowhere || doors.includes(pathname) || pathname === '/' || pathname.startsWith('//')) return pageOf.today();
  return pathname + search + hash;
}
