import type { Unit } from '@makaverse/contract/identity-directory';
import { Badge } from '@makaverse/ui/badge';
import { Tree, type TreeNode } from '@makaverse/ui/tree';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { unitPageOn } from '../model/directory-address.ts';
import { levelsToChoice, unitForest, type UnitLimb } from '../model/unit-forest.ts';
import { unitsWithoutHead } from '../model/vacancy.ts';

/** Units under their units, each with its head; a head's place that is empty says so. */
export function UnitTree(props: {
  readonly units: readonly Unit[];
  readonly day: string | null;
  readonly openAt?: readonly string[];
  readonly openLevels?: number;
  /** false where only some of the units under one are shown. */
  readonly hasSizes?: boolean;
}): ReactNode {
  const { t } = useTranslation('directory');
  const vacant = unitsWithoutHead(props.units);
  const subOf = (unit: Unit): ReactNode => {
    if (unit.head) return `${unit.head.acting ? `${t(`acting.${unit.head.acting}`)} ` : ''}${unit.head.name}`;
    return vacant.has(unit.id) ? <Badge tone="waiting">{t('vacant')}</Badge> : undefined;
  };
  const nodeOf = ({ unit, below, size }: UnitLimb): TreeNode => ({
    id: unit.id,
    label: unit.name,
    href: unitPageOn(unit.id, props.day),
    sub: subOf(unit),
    ...(size > 0 && props.hasSizes !== false && { aside: t('tree.size', { count: size }) }),
    children: below.map(nodeOf),
  });
  const forest = unitForest(props.units);
  return (
    <Tree
      label={t('tree.label')}
      nodes={forest.map(nodeOf)}
      openAt={props.openAt}
      openLevels={props.openLevels ?? levelsToChoice(forest)}
    />
  );
}
