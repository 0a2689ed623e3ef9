import { listUnits } from '@makaverse/contract/identity-directory';
import { Combobox } from '@makaverse/ui/combobox';
import { PageHeading } from '@makaverse/ui/page-heading';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { useAddressValue } from '#lib/navigate.ts';
import { PromiseLedger } from '../components/truth/promise-ledger.tsx';

/** Every promised date the city moved; of one unit or one person when the address names it. */
export function PromisesPage(): ReactNode {
  const { t } = useTranslation('truth');
  const [unitId, setUnit] = useAddressValue('unit');
  const [personId] = useAddressValue('orang');
  const units = useRead(listUnits, {});
  const options = useMemo(
    () => (units.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name, sub: unit.shortName })),
    [units.data],
  );
  const chosen = options.find((option) => option.value === unitId) ?? null;
  return (
    <>
      <PageHeading title={t('ledger.title')} sub={t('ledger.sub')} />
      <Combobox label={t('ledger.unit')} options={options} value={chosen} onValueChange={(next) => setUnit(next?.value ?? '')} isOptional />
      <PromiseLedger of={{ ...(unitId && { unitId }), ...(personId && { personId }) }} />
    </>
  );
}
