import { addressOf } from '@makaverse/client/call';
import { readDocument, type AgendaItem, type MeetingDetail } from '@makaverse/contract/meetings';
import { Link } from '@makaverse/ui/link';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#lib/session.tsx';
import { DocumentUpload } from './document-upload.tsx';
import { SlotForm } from './slot-form.tsx';

function lineClass(item: AgendaItem): string {
  const isNow = item.startedAt !== null && item.endedAt === null;
  return `agenda-line${item.kind === 'section' ? ' agenda-section' : ''}${isNow ? ' agenda-now' : ''}`;
}

/** The agenda as it will be or was held: sections, points and slots with their minutes; each unit fills its own slot here. */
export function AgendaOutline({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const { t } = useTranslation('meetings');
  if (meeting.agenda.length === 0) return <p className="mv-muted">{t('agenda.empty')}</p>;
  return (
    <ol className="agenda">
      {meeting.agenda.map((item) => (
        <li key={item.id} className={lineClass(item)} id={`acara-${item.id}`}>
          <p>
            {item.aboutHref ? <Link href={item.aboutHref}>{item.title}</Link> : item.title}
            {item.presenter && item.presenter.name !== item.title && <span className="mv-muted"> {item.presenter.name}</span>}
          </p>
          {item.kind !== 'section' && <p className="agenda-minutes">{t('agenda.minutes', { count: item.minutes })}</p>}
          <ItemBody item={item} meeting={meeting} />
        </li>
      ))}
    </ol>
  );
}

function ItemBody({ item, meeting }: { readonly item: AgendaItem; readonly meeting: MeetingDetail }): ReactNode {
  const { t } = useTranslation('meetings');
  const { holdings } = useSession();
  const isOurs = item.presenter !== null && holdings.some((holding) => holding.unit.id === item.presenter!.id);
  const isOpen = meeting.state === 'draft' || meeting.state === 'called' || meeting.state === 'running';
  const slot = item.slot;
  const hasSlotWords = slot !== null && Boolean(slot.issue || slot.solution || slot.innovation);
  if (!item.reason && !hasSlotWords && !item.notes && item.documents.length === 0 && !(isOurs && isOpen)) return null;
  return (
    <div className="agenda-more">
      {item.reason && <p className="mv-muted">{item.reason}</p>}
      {hasSlotWords && (
        <details>
          <summary>{t('slot.summary')}</summary>
          <dl>
            {(['issue', 'solution', 'innovation'] as const).map((part) => (
              <div key={part}>
                <dt>{t(`slot.${part}`)}</dt>
                <dd>{slot[part] || t('slot.missing')}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {item.notes && <p>{t('agenda.notes', { notes: item.notes })}</p>}
      {item.documents.length > 0 && (
        <ul>
          {item.documents.map((document) => (
            <li key={document.id}>
              <Link href={addressOf(readDocument, { params: { id: document.id } })}>{document.name}</Link>
            </li>
          ))}
        </ul>
      )}
      {isOurs && isOpen && item.kind === 'slot' && <SlotForm item={item} />}
      {isOpen && (isOurs || meeting.mayDo.includes('edit')) && <DocumentUpload itemId={item.id} />}
    </div>
  );
}
