import type { UnitDetail } from '@makaverse/contract/identity-directory';
import { pageOf } from '@makaverse/contract/pages';
import { KeyValueList } from '@makaverse/ui/key-value';
import { PersonLine } from '@makaverse/ui/person-line';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The unit in four lines: who leads it, what it is, its code, how it presents. */
export function UnitFacts({ unit }: { readonly unit: UnitDetail }): ReactNode {
  const { t } = useTranslation('directory');
  return (
    <KeyValueList
      items={[
        {
          key: 'head',
          label: t('unit.head'),
          value: unit.head && (
            <PersonLine
              name={unit.head.name}
              title={unit.head.title}
              href={pageOf.person(unit.head.id)}
              {...(unit.head.acting && { note: t(`acting.${unit.head.acting}`) })}
            />
          ),
          missingText: t('vacant'),
        },
        { key: 'kind', label: t('unit.kind'), value: t(`kind.${unit.kind}`) },
        { key: 'short', label: t('unit.shortName'), value: unit.shortName },
        { key: 'code', label: t('unit.code'), value: unit.code },
        {
          key: 'group',
          label: t('unit.group'),
          value: t(unit.presentingGroup === null ? 'group.none' : `group.${unit.presentingGroup}`),
        },
      ]}
    />
  );
}
