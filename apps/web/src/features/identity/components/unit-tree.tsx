import type { Unit } from '@makaverse/contract/identity-directory';
import { Badge } from '@makaverse/ui/badge';
import { Tree, type TreeNode } from '@makaverse/ui/tree';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { unitPageOn } from '../model/directory-address.ts';
import { unitForest, type UnitLimb } from '../model/unit-forest.ts';

/** Units under their units, each with its head; a head's place that is empty says so. */
export function UnitTree(props: {
  readonly units: readonly Unit[];
  readonly day: string | null;
  readonly openAt?: readonly string[];
  readonly openLevels?: number;
}): ReactNode {
  const { t } = useTranslation('directory');
  const nodeOf = ({ unit, below, size }: UnitLimb): TreeNode => ({
    id: unit.id,
    label: unit.name,
    href: unitPageOn(unit.id, props.day),
    sub: unit.head ? (
      <>
        {unit.head.acting && `${t(`acting.${unit.head.acting}`)} `}
        {unit.head.name}
      </>
    ) : (
      <Badge tone="waiting">{t('vacant')}</Badge>
    ),
    ...(size > 0 && { aside: t('tree.size', { count: size }) }),
    children: below.map(nodeOf),
  });
  return (
    <Tree label={t('tree.label')} nodes={unitForest(props.units).map(nodeOf)} openAt={props.openAt} openLevels={props.openLevels ?? 1} />
  );
}
