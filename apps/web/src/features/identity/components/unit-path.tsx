import type { UnitBrief } from '@makaverse/contract/primitives';
import { Link } from '@makaverse/ui/link';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directoryAt, unitPageOn } from '../model/directory-address.ts';

/** Where a unit stands, from the directory down. */
export function UnitPath(props: {
  readonly parents: readonly UnitBrief[];
  readonly unitId: string | null;
  readonly day: string | null;
}): ReactNode {
  const { t } = useTranslation(['directory', 'shell']);
  return (
    <nav aria-label={t('path.label')} className="mv-no-print">
      <ol className="directory-path">
        <li>
          <Link href={directoryAt(props.unitId, props.day)}>{t('shell:nav.directory')}</Link>
        </li>
        {props.parents.map((unit) => (
          <li key={unit.id}>
            <Link href={unitPageOn(unit.id, props.day)}>{unit.name}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
