import type { LinkProps } from '@makaverse/ui/link';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

/** A link inside the app: an ordinary anchor whose plain click the router follows without loading the page anew. */
export function RouterLink({ href, onClick, ...rest }: LinkProps): ReactNode {
  const router = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const isOurs = href.startsWith('/') && !href.startsWith('/api/') && !rest.target && rest.download === undefined;
    if (event.defaultPrevented || !isPlain || !isOurs) return;
    event.preventDefault();
    router.history.push(href);
  };
  return <a {...rest} href={href} onClick={follow} />;
}
