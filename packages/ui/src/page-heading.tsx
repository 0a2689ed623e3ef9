import type { ReactNode } from 'react';

/**
 * The page's heading is the answer to its question: "3 arahan belum punya penanggung jawab". The router moves
 * focus here (id "mv-heading") when the page changes.
 *
 * @example <PageHeading kicker="Arahan" title="3 arahan belum punya penanggung jawab" sub="dari 20 arahan, 15 Maret 2022" actions={…} />
 */
export function PageHeading(props: {
  readonly title: ReactNode;
  /** A quiet line over it: where one is. */
  readonly kicker?: ReactNode;
  readonly sub?: ReactNode;
  readonly actions?: ReactNode;
}): ReactNode {
  return (
    <header className="mv-heading">
      <div className="mv-heading-words">
        {props.kicker !== undefined && <p className="mv-kicker">{props.kicker}</p>}
        <h1 id="mv-heading" tabIndex={-1}>
          {props.title}
        </h1>
        {props.sub !== undefined && <div className="mv-heading-sub">{props.sub}</div>}
      </div>
      {props.actions !== undefined && <div className="mv-heading-actions">{props.actions}</div>}
    </header>
  );
}

/**
 * A part of a page under its own rule.
 *
 * @example <Section title="Yang saya tunggu dari orang lain" count={4}>…</Section>
 */
export function Section(props: {
  readonly title: ReactNode;
  readonly count?: number | undefined;
  readonly sub?: ReactNode;
  readonly actions?: ReactNode;
  readonly level?: 2 | 3 | undefined;
  readonly id?: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const Heading = props.level === 3 ? 'h3' : 'h2';
  return (
    <section className="mv-section" id={props.id}>
      <div className="mv-section-head">
        <Heading>
          {props.title}
          {props.count !== undefined && <span className="mv-section-count"> {props.count}</span>}
        </Heading>
        {props.actions}
      </div>
      {props.sub !== undefined && <div className="mv-section-sub">{props.sub}</div>}
      {props.children}
    </section>
  );
}
