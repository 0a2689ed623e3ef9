import { ProblemError } from '@makaverse/client/call';
import { listTasks } from '@makaverse/contract/directives';
import { pageOf } from '@makaverse/contract/pages';
import { listStandings } from '@makaverse/contract/programmes-truth';
import { Badge } from '@makaverse/ui/badge';
import { Link } from '@makaverse/ui/link';
import { Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, type Failure } from '#lib/api.ts';
import { dayShort } from '#lib/moments.ts';
import { ColourMark } from '#lib/programme-strip.tsx';
import { Shown, type Reading } from '#lib/shown.tsx';

/** What a unit still owes of directives and the programmes it works on, as far as the reader may see them. */
export function UnitWork({ unitId }: { readonly unitId: string }): ReactNode {
  const { t } = useTranslation(['directory', 'shell']);
  const tasks = useRead(listTasks, { query: { unitId, only: 'open', limit: 50 } });
  const standings = useRead(listStandings, { query: { unitId } });
  const programmes = { ...standings, data: standings.data && { items: standings.data.items, next: null } };
  return (
    <>
      <Work title={t('work.directives')} emptyText={t('work.noDirectives')} reading={tasks}>
        {(task) => (
          <li key={task.id}>
            <Link href={pageOf.task(task.id)}>
              {task.directiveNumber}: {task.directiveWords}
            </Link>
            <span className="mv-row mv-muted mv-small">
              {t(`shell:step.${task.step}`)}
              {task.deadline !== null && <span>{t('work.until', { day: dayShort(task.deadline) })}</span>}
              {task.isLate && <Badge tone="late">{t('work.late')}</Badge>}
            </span>
          </li>
        )}
      </Work>
      <Work title={t('work.programmes')} emptyText={t('work.noProgrammes')} reading={programmes}>
        {({ programme, colour, reasons }) => (
          <li key={programme.id}>
            <Link href={pageOf.programmeTruth(programme.id)}>{programme.name}</Link>
            <span className="mv-row mv-muted mv-small">
              <ColourMark light={colour} />
              <span>{reasons[0]}</span>
            </span>
          </li>
        )}
      </Work>
      <p>
        <Link href={pageOf.promises({ unit: unitId })}>{t('work.promises')}</Link>
      </p>
    </>
  );
}

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

function Work<T>(props: {
  readonly title: string;
  readonly emptyText: string;
  readonly reading: Reading<Page<T>>;
  readonly children: (item: T) => ReactNode;
}): ReactNode {
  const { t } = useTranslation('directory');
  if (isWithheld(props.reading.error)) return null;
  return (
    <Section title={props.title} count={props.reading.data?.next === null ? props.reading.data.items.length : undefined}>
      <Shown reading={props.reading}>
        {({ items, next }) => (
          <>
            {items.length === 0 ? (
              <p className="mv-muted">{props.emptyText}</p>
            ) : (
              <ul className="directory-work">{items.map(props.children)}</ul>
            )}
            {next !== null && <p className="mv-muted">{t('work.more', { count: items.length })}</p>}
          </>
        )}
      </Shown>
    </Section>
  );
}

// What one may not see, and what this server does not offer, is not an error of the page.
function isWithheld(failure: Failure | null): boolean {
  return failure instanceof ProblemError && failure.problem.status < 500;
}
