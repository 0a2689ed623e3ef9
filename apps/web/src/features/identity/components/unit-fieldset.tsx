import { listUnits, unitKind } from '@makaverse/contract/identity-directory';
import { Combobox } from '@makaverse/ui/combobox';
import { DateInput } from '@makaverse/ui/date-time-inputs';
import { Select } from '@makaverse/ui/select';
import { TextInput } from '@makaverse/ui/text-input';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { dayInWords } from '#lib/moments.ts';
import { dayOfAddress } from '../model/directory-address.ts';
import { presentingGroups, type UnitFields } from '../model/unit-fields.ts';

/** A day being typed, in words once it is one. */
export function spokenDay(day: string): string | undefined {
  return dayOfAddress(day) === null ? undefined : dayInWords(day);
}

/** What a unit is called, where it stands, and from which day that holds. */
export function UnitFieldset(props: {
  readonly fields: UnitFields;
  readonly onChange: (fields: UnitFields) => void;
  readonly from: string;
  readonly onFromChange: (from: string) => void;
  readonly fromHint: string;
  readonly earliest?: string;
}): ReactNode {
  const { t } = useTranslation('directory');
  const { fields, onChange } = props;
  const units = useRead(listUnits, { query: {} });
  const parents = (units.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name, sub: unit.code }));
  return (
    <>
      <TextInput
        label={t('unit.name')}
        value={fields.name}
        onValueChange={(name) => onChange({ ...fields, name })}
        required
        maxLength={200}
        isWide
      />
      <TextInput
        label={t('unit.shortName')}
        hint={t('unit.shortNameHint')}
        value={fields.shortName}
        onValueChange={(shortName) => onChange({ ...fields, shortName })}
        required
        maxLength={60}
        isWide
      />
      <TextInput
        label={t('unit.code')}
        hint={t('unit.codeHint')}
        value={fields.code}
        onValueChange={(code) => onChange({ ...fields, code })}
        required
        maxLength={60}
        isWide
      />
      <Select
        label={t('unit.kind')}
        options={unitKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={fields.kind}
        onValueChange={(kind) => onChange({ ...fields, kind })}
        isWide
      />
      <Combobox
        label={t('unit.parent')}
        options={parents}
        value={parents.find((one) => one.value === fields.parentId) ?? null}
        onValueChange={(option) => onChange({ ...fields, parentId: option?.value ?? null })}
        isOptional
        isWide
      />
      <Select
        label={t('unit.group')}
        options={[{ value: 'none', label: t('group.none') }, ...presentingGroups.map((value) => ({ value, label: t(`group.${value}`) }))]}
        value={fields.presentingGroup ?? 'none'}
        onValueChange={(value) => onChange({ ...fields, presentingGroup: value === 'none' ? null : value })}
        isWide
      />
      <DateInput
        label={t('unit.from')}
        hint={props.fromHint}
        value={props.from}
        onValueChange={props.onFromChange}
        spoken={spokenDay(props.from)}
        min={props.earliest}
        required
      />
    </>
  );
}
