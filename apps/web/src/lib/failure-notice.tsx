import { ProblemError } from '@makaverse/client/call';
import { pageOf } from '@makaverse/contract/pages';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { ErrorState } from '@makaverse/ui/error-state';
import { Link } from '@makaverse/ui/link';
import { Notice } from '@makaverse/ui/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from './api.ts';

/** What the server refused and why, with every gap as a link to mend it and every wrong place named. Beside the form or button that caused it. */
export function FailureNotice({ failure }: { readonly failure: Failure | null }): ReactNode {
  const { t } = useTranslation('shell');
  if (!failure) return null;
  if (!(failure instanceof ProblemError)) {
    return (
      <Notice tone="late" isUrgent title={t('failure.unreachable.title')}>
        {t('failure.unreachable.remedy')}
      </Notice>
    );
  }
  const { title, detail, gaps = [], issues = [] } = failure.problem;
  return (
    <Notice tone="late" isUrgent title={title}>
      {detail}
      {gaps.length > 0 && (
        <ul>
          {gaps.map((gap) => (
            <li key={gap.href + gap.code}>
              <Link href={gap.href}>{gap.text}</Link>
            </li>
          ))}
        </ul>
      )}
      {issues.length > 0 && (
        <ul>
          {issues.map((issue) => (
            <li key={issue.path + issue.message}>
              {issue.path && <code>{issue.path}: </code>}
              {issue.message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** Stands in place of what could not be read. */
export function FailureState({ failure, retry }: { readonly failure: Failure; readonly retry?: () => void }): ReactNode {
  const { t } = useTranslation('shell');
  const isRefusal = failure instanceof ProblemError;
  // Asking again is refused again: what is not for the reader, or is not there, is left by another way.
  const isFinal = isRefusal && [403, 404, 410].includes(failure.problem.status);
  const again = retry && <Button onClick={retry}>{t('failure.retry')}</Button>;
  return (
    <ErrorState
      title={isRefusal ? failure.problem.title : t('failure.unreachable.title')}
      safe={isRefusal ? undefined : t('failure.unreachable.safe')}
      remedy={isRefusal ? failure.problem.detail : t('failure.unreachable.remedy')}
      action={isFinal ? <ButtonLink href={pageOf.today()}>{t('missing.home')}</ButtonLink> : again}
    />
  );
}
