import { Button } from '@makaverse/ui/button';
import { DateInput } from '@makaverse/ui/date-time-inputs';
import { Select } from '@makaverse/ui/select';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { actorsIn, anything, objectsIn, type AuditFilter, type AuditLine } from '../model/audit-words.ts';
import { spokenDay } from './unit-fieldset.tsx';

/** Narrows the lines read so far: by who, by what, by day. */
export function AuditFilters(props: {
  readonly lines: readonly AuditLine[];
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
}): ReactNode {
  const { t } = useTranslation('directory');
  const { filter, onChange } = props;
  const change = (part: Partial<AuditFilter>): void => {
    const next = { ...filter, ...part };
    onChange(Object.values(next).every((value) => value === '') ? anything : next);
  };
  return (
    <div className="directory-bar mv-no-print">
      <Select
        label={t('audit.actor')}
        options={[
          { value: '', label: t('audit.everybody') },
          { value: 'system', label: t('audit.system') },
          ...actorsIn(props.lines).map((actor) => ({ value: actor.id, label: actor.name })),
        ]}
        value={filter.actorId}
        onValueChange={(actorId) => change({ actorId })}
      />
      <Select
        label={t('audit.record')}
        options={[
          { value: '', label: t('audit.everything') },
          ...objectsIn(props.lines).map((value) => ({ value, label: t(`object.${value}`, { defaultValue: value }) })),
        ]}
        value={filter.object}
        onValueChange={(object) => change({ object })}
      />
      <DateInput label={t('audit.from')} value={filter.from} onValueChange={(from) => change({ from })} spoken={spokenDay(filter.from)} />
      <DateInput label={t('audit.to')} value={filter.to} onValueChange={(to) => change({ to })} spoken={spokenDay(filter.to)} />
      {filter !== anything && <Button onClick={() => onChange(anything)}>{t('audit.clear')}</Button>}
    </div>
  );
}
