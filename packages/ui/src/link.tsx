import { createContext, useContext, type AnchorHTMLAttributes, type ComponentType, type ReactNode } from 'react';

/** What any link of this package passes on; `href` is an address inside the application or outside it. */
export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string };

function PlainLink(props: LinkProps): ReactNode {
  return <a {...props} />;
}

const LinkContext = createContext<ComponentType<LinkProps>>(PlainLink);

/**
 * Lets the application's router follow the links that components draw; without it they are plain anchors.
 *
 * @example <LinkProvider component={RouterLink}>{app}</LinkProvider>
 */
export function LinkProvider(props: { readonly component: ComponentType<LinkProps>; readonly children: ReactNode }): ReactNode {
  return <LinkContext value={props.component}>{props.children}</LinkContext>;
}

/**
 * A link that the router of the application follows.
 *
 * @example <Link href="/arahan/12">Arahan 12</Link>
 */
export function Link(props: LinkProps): ReactNode {
  const Component = useContext(LinkContext);
  return <Component {...props} />;
}
