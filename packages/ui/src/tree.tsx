import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Link } from './link.tsx';
import { nextIndex } from './roving.ts';
import { pathTo } from './tree-path.ts';

export type TreeNode = {
  readonly id: string;
  readonly label: ReactNode;
  /** A quiet second line: who holds it, how many. */
  readonly sub?: ReactNode;
  readonly href?: string | undefined;
  /** At the end of the line: a state, a count. */
  readonly aside?: ReactNode;
  readonly children?: readonly TreeNode[] | undefined;
};

export type TreeProps = {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  /** Opens everything above these nodes and marks them: the first break of a cascade, the unit looked for. */
  readonly openAt?: readonly string[] | undefined;
  /** Levels open from the start; 1 when not given. */
  readonly openLevels?: number | undefined;
};

/**
 * Who is under whom. Made of details elements: works without script, findable in the page, ↑ ↓ walk the visible lines.
 *
 * @example <Tree label="Perangkat daerah" nodes={units} openAt={["dinas-pu"]} />
 */
export function Tree({ label, nodes, openAt, openLevels = 1 }: TreeProps): ReactNode {
  const root = useRef<HTMLUListElement>(null);
  const key = openAt?.join(' ') ?? '';
  const { open, marked } = useMemo(() => {
    const ids = key === '' ? [] : key.split(' ');
    return { open: new Set(ids.flatMap((id) => pathTo(nodes, id).slice(0, -1))), marked: new Set(ids) };
  }, [nodes, key]);
  const before = useRef(key);
  useEffect(() => {
    // A search moves the page to what it found; a page that opens with a mark stays at its top.
    if (before.current === key) return;
    before.current = key;
    root.current?.querySelector('.mv-tree-marked')?.scrollIntoView({ block: 'nearest' });
  }, [key]);
  const walk = (event: KeyboardEvent): void => {
    const lines = [...(root.current?.querySelectorAll<HTMLElement>(':is(summary, a).mv-tree-line') ?? [])].filter((line) =>
      line.checkVisibility(),
    );
    const at = lines.indexOf(document.activeElement as HTMLElement);
    const current = lines[at];
    if (current === undefined) return;
    const fold = foldOf(current);
    if (event.key === 'ArrowRight') {
      if (fold !== null) fold.open = true;
    } else if (event.key === 'ArrowLeft') {
      if (fold?.open === true) fold.open = false;
      else lineAbove(fold ?? current)?.focus();
    } else {
      const next = nextIndex(event.key, at, lines.length);
      if (next === null) return;
      lines[next]?.focus();
    }
    event.preventDefault();
  };
  return (
    <ul ref={root} className="mv-tree" aria-label={label} onKeyDown={walk}>
      {nodes.map((node) => (
        <Limb key={node.id} node={node} depth={0} {...{ open, marked, openLevels }} />
      ))}
    </ul>
  );
}

/** What a line opens: its own details, or the one after its link. */
function foldOf(line: HTMLElement): HTMLDetailsElement | null {
  const fold = line.tagName === 'SUMMARY' ? line.parentElement : line.nextElementSibling;
  return fold instanceof HTMLDetailsElement ? fold : null;
}

function lineAbove(from: HTMLElement): HTMLElement | null {
  const fold = from.parentElement?.closest('details') ?? null;
  return fold?.parentElement?.querySelector<HTMLElement>('.mv-tree-line') ?? null;
}

function Limb(props: {
  readonly node: TreeNode;
  readonly depth: number;
  readonly open: ReadonlySet<string>;
  readonly marked: ReadonlySet<string>;
  readonly openLevels: number;
}): ReactNode {
  const { node, depth, open, marked, openLevels } = props;
  const words = (
    <>
      <span className="mv-tree-words">
        <span className="mv-tree-label">{node.label}</span>
        {node.sub !== undefined && <span className="mv-tree-sub">{node.sub}</span>}
      </span>
      {node.aside !== undefined && <span className="mv-tree-aside">{node.aside}</span>}
    </>
  );
  const mark = classNames('mv-tree-line', marked.has(node.id) && 'mv-tree-marked');
  if (node.children === undefined || node.children.length === 0)
    return (
      <li className="mv-tree-leaf">
        {node.href === undefined ? (
          <div className={mark}>{words}</div>
        ) : (
          <Link href={node.href} className={mark}>
            {words}
          </Link>
        )}
      </li>
    );
  const branch = (
    <ul className="mv-tree-branch">
      {node.children.map((child) => (
        <Limb key={child.id} node={child} depth={depth + 1} {...{ open, marked, openLevels }} />
      ))}
    </ul>
  );
  const isOpen = open.has(node.id) || depth < openLevels;
  if (node.href === undefined)
    return (
      <li>
        <details open={isOpen}>
          <summary className={mark}>{words}</summary>
          {branch}
        </details>
      </li>
    );
  // A link may not stand inside a summary (both are controls): the line leads on, the sign before it folds.
  return (
    <li className="mv-tree-linked">
      <Link href={node.href} className={mark}>
        {words}
      </Link>
      <details open={isOpen}>
        <summary>
          <span className="mv-visually-hidden">{node.label}</span>
        </summary>
        {branch}
      </details>
    </li>
  );
}
