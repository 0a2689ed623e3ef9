import { Notice } from '@makaverse/ui/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '#lib/navigate.ts';

const known = ['oidc-refused', 'oidc-person-unknown', 'no-position-held'];

/** Why the city's own sign-in sent the browser back here; the server puts the refusal's code in the address. */
export function SignInProblem(): ReactNode {
  const { t } = useTranslation('sign-in');
  const [code] = useAddressValue('problem');
  if (code === null) return null;
  const key = known.includes(code) ? code : 'other';
  return (
    <Notice tone="late" isUrgent title={t(`problem.${key}.title`)}>
      {t(`problem.${key}.remedy`)}
    </Notice>
  );
}
