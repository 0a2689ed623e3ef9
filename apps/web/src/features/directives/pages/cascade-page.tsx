import { readCascade, readDirective } from '@makaverse/contract/directives';
import { pageOf } from '@makaverse/contract/pages';
import { ButtonLink } from '@makaverse/ui/button';
import { Notice } from '@makaverse/ui/notice';
import { PageHeading } from '@makaverse/ui/page-heading';
import { TaskMark } from '@makaverse/ui/state-mark';
import { Tree, type TreeNode } from '@makaverse/ui/tree';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { useId } from '#lib/page.tsx';
import { Shown } from '#lib/shown.tsx';
import { cascadeTree, type CascadeNode } from '../model/cascade-tree.ts';
import { markOf } from '../model/task-mark.ts';

function treeNode({ task, children }: CascadeNode, t: TFunction): TreeNode {
  const step = t(`shell:step.${task.step}`);
  return {
    id: task.id,
    label: task.unit.name,
    href: pageOf.task(task.id),
    ...(task.below.total > 0 && {
      sub: t('directives:cascade.below', { acknowledged: task.below.acknowledged, done: task.below.done, count: task.below.total }),
    }),
    aside: (
      <TaskMark state={markOf(task)} word={task.lateFor ? t('directives:cascade.late', { step, count: task.lateFor.workingDays }) : step} />
    ),
    children: children.map((child) => treeNode(child, t)),
  };
}

/** The chain of a directive from the mayor to the last kelurahan, open at its first broken link. */
export function CascadePage(): ReactNode {
  const { t } = useTranslation(['directives', 'shell']);
  const id = useId();
  const directive = useRead(readDirective, { params: { id } }, { topics: [`directive:${id}`] });
  const cascade = useRead(readCascade, { params: { id } }, { topics: [`directive:${id}`] });
  return (
    <Shown reading={cascade}>
      {({ tasks, firstBreakId }) => {
        const broken = tasks.find((task) => task.id === firstBreakId);
        return (
          <>
            <PageHeading
              kicker={directive.data && t('panel.kicker', { number: directive.data.number })}
              title={broken ? t('cascade.broken', { unit: broken.unit.name }) : t('cascade.whole', { count: tasks.length })}
              sub={directive.data?.words}
              actions={<ButtonLink href={pageOf.directive(id)}>{t('cascade.back')}</ButtonLink>}
            />
            {broken?.lateFor && (
              <Notice tone="late">
                {t('cascade.why', {
                  unit: broken.unit.name,
                  step: t(`cascade.missing.${broken.lateFor.step}`),
                  count: broken.lateFor.workingDays,
                })}
              </Notice>
            )}
            <Tree
              label={t('cascade.label')}
              nodes={cascadeTree(tasks).map((node) => treeNode(node, t))}
              {...(firstBreakId && { openAt: [firstBreakId] })}
            />
          </>
        );
      }}
    </Shown>
  );
}
