import { readCascade, readDirective, type Directive } from '@makaverse/contract/directives';
import { pageOf } from '@makaverse/contract/pages';
import { Badge } from '@makaverse/ui/badge';
import { Button, ButtonLink } from '@makaverse/ui/button';
import { KeyValueList } from '@makaverse/ui/key-value';
import { Link } from '@makaverse/ui/link';
import { Notice } from '@makaverse/ui/notice';
import { Section } from '@makaverse/ui/page-heading';
import { PersonLine } from '@makaverse/ui/person-line';
import { SidePanel } from '@makaverse/ui/side-panel';
import { TaskStrip } from '@makaverse/ui/state-mark';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { dayInWords, momentInWords } from '#lib/moments.ts';
import { useAddressValue, useKeptQuery } from '#lib/navigate.ts';
import { useCan } from '#lib/session.tsx';
import { Shown } from '#lib/shown.tsx';
import { keptByDirectives } from '../model/kept-query.ts';
import { markOf } from '../model/task-mark.ts';
import { DirectiveForm } from './directive-form.tsx';
import { DirectiveHistory } from './directive-history.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

/** One directive: the words as spoken, its parts and what they lack, its addressees as a strip, its story. */
export function DirectivePanel({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation(['directives', 'shell']);
  const reading = useRead(readDirective, { params: { id } }, { topics: [`directive:${id}`] });
  const [mend, setMend] = useAddressValue('mend');
  const kept = useKeptQuery(keptByDirectives);
  const mayClerk = useCan('clerk');
  return (
    <Shown reading={reading}>
      {(directive) => (
        <SidePanel
          recordId={id}
          // A gap's link leads into the form; the title must not take the cursor away again.
          hasFocus={mend === null}
          kicker={t('panel.kicker', { number: directive.number })}
          title={directive.words}
          closeHref={pageOf.directives() + kept}
        >
          <p>
            <Badge tone={directive.isLate ? 'late' : directive.state === 'done' ? 'good' : 'neutral'}>
              {t(directive.isLate ? 'state.late' : `state.${directive.state}`)}
            </Badge>
          </p>
          {directive.gaps.length > 0 && (
            <Notice tone="waiting" title={t('panel.gaps', { count: directive.gaps.length })}>
              <ul>
                {directive.gaps.map((gap) => (
                  <li key={gap.code + gap.text}>
                    <Link href={gap.href}>{gap.text}</Link>
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          {mend === null ? (
            <Parts directive={directive} />
          ) : (
            <DirectiveForm directive={directive} focus={mend} onDone={() => setMend(null)} />
          )}
          {mayClerk && directive.state === 'draft' && mend === null && (
            <div className="app-buttons">
              <Button tone="primary" onClick={() => setMend('words')}>
                {t('panel.edit')}
              </Button>
              <WithdrawForm directive={directive} />
            </div>
          )}
          {directive.state !== 'draft' && <Strip directive={directive} />}
          <DirectiveHistory id={id} />
        </SidePanel>
      )}
    </Shown>
  );
}

function Parts({ directive }: { readonly directive: Directive }): ReactNode {
  const { t } = useTranslation(['directives', 'shell']);
  const hollow = (part: string): ReactNode => <Link href={pageOf.directive(directive.id, part)}>{t('part.set')}</Link>;
  const groups = directive.addresseeGroups.map((group) => t(`shell:group.${group}`)).join(', ');
  const names = directive.addressees.map((one) => one.unit.name).join(', ');
  return (
    <KeyValueList
      items={[
        {
          key: 'given',
          label: t('part.givenBy'),
          value: directive.givenBy && t('part.givenAt', { name: directive.givenBy.name, when: momentInWords(directive.spokenAt) }),
          missingText: hollow('givenBy'),
        },
        { key: 'to', label: t('part.addressees'), value: groups || names || null, missingText: hollow('addressees') },
        {
          key: 'deadline',
          label: t('part.deadline'),
          value: directive.deadline && dayInWords(directive.deadline),
          missingText: hollow('deadline'),
        },
        { key: 'measure', label: t('part.measure'), value: directive.measure, missingText: hollow('measure') },
        {
          key: 'reviewer',
          label: t('part.reviewer'),
          value: directive.reviewer && (
            <PersonLine name={directive.reviewer.name} title={directive.reviewer.title} href={pageOf.person(directive.reviewer.id)} />
          ),
          missingText: hollow('reviewer'),
        },
        ...(directive.meetingId
          ? [
              {
                key: 'meeting',
                label: t('part.meeting'),
                value: <Link href={pageOf.meeting(directive.meetingId)}>{t('part.openMeeting')}</Link>,
              },
            ]
          : []),
        ...(directive.programmeId
          ? [
              {
                key: 'programme',
                label: t('part.programme'),
                value: <Link href={pageOf.programme(directive.programmeId)}>{t('part.openProgramme')}</Link>,
              },
            ]
          : []),
      ]}
    />
  );
}

function Strip({ directive }: { readonly directive: Directive }): ReactNode {
  const { t } = useTranslation(['directives', 'shell']);
  const cascade = useRead(readCascade, { params: { id: directive.id } }, { topics: [`directive:${directive.id}`] });
  return (
    <Section
      title={t('strip.title', { done: directive.progress.acknowledged, count: directive.progress.tasks })}
      level={3}
      actions={<ButtonLink href={pageOf.cascade(directive.id)}>{t('strip.cascade')}</ButtonLink>}
    >
      <Shown reading={cascade}>
        {({ tasks }) => (
          <TaskStrip
            label={t('strip.label')}
            tasks={tasks
              .filter((task) => task.parentId === null)
              .map((task) => ({
                id: task.id,
                state: markOf(task),
                label: `${task.unit.name}: ${t(`shell:step.${task.step}`)}${task.isLate ? `, ${t('state.late')}` : ''}`,
                href: pageOf.task(task.id),
              }))}
          />
        )}
      </Shown>
    </Section>
  );
}
