import type { PersonRecord } from '@makaverse/contract/programmes';
import { KeyValueList } from '@makaverse/ui/key-value';
import { Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A person's load now and what became of what he answered for before: what a proposer and a reviewer look at. */
export function PersonRecordList({ record }: { readonly record: PersonRecord }): ReactNode {
  const { t } = useTranslation('programmes');
  const { load, record: past } = record;
  return (
    <Section title={t('record.title', { name: record.person.name })} level={3}>
      <KeyValueList
        items={[
          { key: 'load', label: t('record.load'), value: t('record.loadWords', { ...load }) },
          {
            key: 'kept',
            label: t('record.kept'),
            value: past.done === 0 ? t('record.none') : t('record.keptWords', { inTime: past.doneInTime, done: past.done }),
          },
          { key: 'late', label: t('record.late'), value: past.late, isNumeric: true },
          { key: 'declined', label: t('record.declined'), value: past.declined, isNumeric: true },
        ]}
      />
    </Section>
  );
}
