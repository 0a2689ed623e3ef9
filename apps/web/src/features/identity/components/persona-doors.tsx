import { signInDemo, type Session } from '@makaverse/contract/identity-session';
import { Section } from '@makaverse/ui/page-heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { personaGroups, type Persona } from '../model/persona-groups.ts';
import './persona-doors.css';

/** One big button for everybody through whose eyes the demo can be seen, by what they do. */
export function PersonaDoors({ demo, onIn }: { readonly demo: NonNullable<Session['demo']>; readonly onIn: () => void }): ReactNode {
  const { t } = useTranslation('sign-in');
  const look = useAct(signInDemo, { onDone: onIn });
  const opening = look.isPending ? look.variables.body.persona : null;
  return (
    <div className="mv-stack identity-personas">
      <FailureNotice failure={look.error} />
      {personaGroups(demo.personas).map(({ role, personas }) => (
        <Section key={role} title={t(`persona.group.${role}`)}>
          <ul className="identity-persona-list">
            {personas.map((persona) => (
              <li key={persona.key}>
                <PersonaDoor
                  persona={persona}
                  isOpening={opening === persona.key}
                  onPress={() => opening === null && look.mutate({ body: { persona: persona.key } })}
                />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

function PersonaDoor(props: { readonly persona: Persona; readonly isOpening: boolean; readonly onPress: () => void }): ReactNode {
  const { t } = useTranslation('sign-in');
  const { persona, isOpening, onPress } = props;
  return (
    <button type="button" className="identity-persona" onClick={onPress} aria-busy={isOpening || undefined}>
      <strong aria-live="polite">{isOpening ? t('persona.opening') : t('persona.as', { label: persona.label })}</strong>
      <span className="identity-persona-name">{persona.person.name}</span>
      <span className="identity-persona-sees">
        {t([`persona.sees.${persona.key}`, 'persona.sees.other'], { title: persona.person.title })}
      </span>
    </button>
  );
}
