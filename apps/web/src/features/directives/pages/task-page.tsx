import { markTaskSeen, readDirective, readTask, type Task } from '@makaverse/contract/directives';
import { pageOf } from '@makaverse/contract/pages';
import { ButtonLink } from '@makaverse/ui/button';
import { KeyValueList } from '@makaverse/ui/key-value';
import { Link } from '@makaverse/ui/link';
import { Notice } from '@makaverse/ui/notice';
import { PageHeading } from '@makaverse/ui/page-heading';
import { PersonLine } from '@makaverse/ui/person-line';
import { Progress } from '@makaverse/ui/progress';
import { TaskMark } from '@makaverse/ui/state-mark';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { dayInWords, momentInWords } from '#lib/moments.ts';
import { useId } from '#lib/page.tsx';
import { useSession } from '#lib/session.tsx';
import { Shown } from '#lib/shown.tsx';
import { TaskMoves } from '../components/task-moves.tsx';
import { markOf } from '../model/task-mark.ts';

/** One unit's part of a directive: what was said, what the unit understood, who answers, how far it came. */
export function TaskPage(): ReactNode {
  const id = useId();
  const reading = useRead(readTask, { params: { id } }, { topics: [`task:${id}`] });
  return <Shown reading={reading}>{(task) => <TaskView task={task} key={task.id} />}</Shown>;
}

function TaskView({ task }: { readonly task: Task }): ReactNode {
  const { t } = useTranslation(['directives', 'shell']);
  const { holdings } = useSession();
  const directive = useRead(readDirective, { params: { id: task.directiveId } });
  const isMine = holdings.some((holding) => holding.unit.id === task.unit.id);
  const seen = useAct(markTaskSeen);
  useEffect(() => {
    if (isMine && task.step === 'sent') seen.mutate({ params: { id: task.id } });
  }, [isMine, task.id, task.step]);
  const step = t(`shell:step.${task.step}`);
  return (
    <>
      <PageHeading
        kicker={directive.data ? t('panel.kicker', { number: directive.data.number }) : undefined}
        title={directive.data?.words ?? task.unit.name}
        sub={<TaskMark state={markOf(task)} word={task.lateFor ? t('cascade.late', { step, count: task.lateFor.workingDays }) : step} />}
        actions={<ButtonLink href={pageOf.cascade(task.directiveId)}>{t('strip.cascade')}</ButtonLink>}
      />
      {task.lateFor && (
        <Notice tone="late">
          {t('cascade.why', { unit: task.unit.name, step: t(`cascade.missing.${task.lateFor.step}`), count: task.lateFor.workingDays })}
        </Notice>
      )}
      <KeyValueList
        items={[
          { key: 'unit', label: t('task.unit'), value: <Link href={pageOf.unit(task.unit.id)}>{task.unit.name}</Link> },
          { key: 'deadline', label: t('part.deadline'), value: task.deadline && dayInWords(task.deadline), missingText: t('part.none') },
          { key: 'measure', label: t('part.measure'), value: directive.data?.measure ?? null, missingText: t('part.none') },
          {
            key: 'understood',
            label: t('task.understood'),
            value: task.acknowledgement && (
              <>
                <p>{task.acknowledgement.words}</p>
                <p className="mv-small mv-muted">
                  {t('task.byAt', { name: task.acknowledgement.by.name, when: momentInWords(task.acknowledgement.at) })}
                </p>
              </>
            ),
            missingText: task.acknowledgeBy ? t('task.acknowledgeBy', { when: momentInWords(task.acknowledgeBy) }) : t('task.notYet'),
          },
          {
            key: 'pic',
            label: t('task.pic'),
            value: task.pic && <PersonLine name={task.pic.name} title={task.pic.title} href={pageOf.person(task.pic.id)} />,
            missingText: task.nominationDueOn ? t('task.nominateBy', { when: dayInWords(task.nominationDueOn) }) : t('task.headAnswers'),
          },
          ...(task.report
            ? [
                {
                  key: 'report',
                  label: t('task.report'),
                  value: (
                    <>
                      <p>{task.report.words}</p>
                      <p className="mv-small mv-muted">
                        {t('task.byAt', { name: task.report.by.name, when: momentInWords(task.report.at) })}
                      </p>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {task.below.total > 0 && (
        <Progress
          label={t('task.below')}
          value={task.below.acknowledged}
          max={task.below.total}
          valueText={t('cascade.below', { acknowledged: task.below.acknowledged, done: task.below.done, count: task.below.total })}
        />
      )}
      <TaskMoves task={task} reviewerId={directive.data?.reviewer?.id ?? null} />
    </>
  );
}
