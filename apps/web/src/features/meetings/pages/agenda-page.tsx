import { arrangeAgenda, readMeeting, type MeetingDetail } from '@makaverse/contract/meetings';
import { pageOf } from '@makaverse/contract/pages';
import { Button, ButtonLink, IconButton } from '@makaverse/ui/button';
import { Combobox } from '@makaverse/ui/combobox';
import { PageHeading } from '@makaverse/ui/page-heading';
import { Select } from '@makaverse/ui/select';
import { TextInput } from '@makaverse/ui/text-input';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '#lib/api.ts';
import { ConflictNotice, currentAfterConflict } from '#lib/conflict-notice.tsx';
import { FailureNotice } from '#lib/failure-notice.tsx';
import { freshId } from '#lib/fresh-id.ts';
import { useGo } from '#lib/navigate.ts';
import { useId } from '#lib/page.tsx';
import { Shown } from '#lib/shown.tsx';
import { agendaDraft, draftItems, minutesOf, moveLine, type AgendaLine } from '../model/agenda-draft.ts';
import '../components/meetings.css';

/** The agenda while it is arranged: points in order, their minutes, who presents. Saved whole. */
export function AgendaPage(): ReactNode {
  const id = useId();
  const reading = useRead(readMeeting, { params: { id } });
  return <Shown reading={reading}>{(meeting) => <AgendaEditor meeting={meeting} key={meeting.id} />}</Shown>;
}

function AgendaEditor({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const { t } = useTranslation(['meetings', 'shell']);
  const go = useGo();
  const [lines, setLines] = useState<readonly AgendaLine[]>(() => agendaDraft(meeting.agenda));
  const [base, setBase] = useState(meeting.version);
  const save = useAct(arrangeAgenda, { onDone: () => go(pageOf.meeting(meeting.id)) });
  const newer = currentAfterConflict<MeetingDetail>(save.error);
  const units = meeting.invited.map((unit) => ({ value: unit.id, label: unit.name, sub: unit.shortName }));
  const put = (index: number, change: Partial<AgendaLine>): void =>
    setLines(lines.map((line, at) => (at === index ? { ...line, ...change } : line)));
  const send = (version: number): void => save.mutate({ params: { id: meeting.id }, body: { items: draftItems(lines), version } });
  const available = Math.round((Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / 60_000);
  const used = minutesOf(lines);
  return (
    <>
      <PageHeading
        kicker={meeting.title}
        title={t(used > available ? 'agenda.over' : 'agenda.fits', { used, available, count: used - available })}
        actions={<ButtonLink href={pageOf.meeting(meeting.id)}>{t('shell:act.cancel')}</ButtonLink>}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(base);
        }}
      >
        <ol className="agenda">
          {lines.map((line, index) => (
            <li key={line.id} className="agenda-edit">
              <TextInput
                label={t(`agenda.kind.${line.kind}`)}
                value={line.title}
                onValueChange={(title) => put(index, { title })}
                required
                maxLength={300}
                isWide
              />
              {line.kind === 'section' ? (
                <span />
              ) : (
                <TextInput
                  label={t('agenda.minutesLabel')}
                  value={line.minutes}
                  onValueChange={(minutes) => put(index, { minutes })}
                  isNumeric
                  inputMode="numeric"
                  required
                />
              )}
              {line.kind === 'section' ? (
                <span />
              ) : (
                <Combobox
                  label={t('agenda.presenter')}
                  options={units}
                  value={units.find((unit) => unit.value === line.presenterUnitId) ?? null}
                  onValueChange={(unit) => put(index, { presenterUnitId: unit?.value ?? null })}
                  isWide
                />
              )}
              <div className="app-buttons">
                <IconButton
                  label={t('agenda.up', { title: line.title })}
                  icon={<ArrowUp size={18} aria-hidden />}
                  disabled={index === 0}
                  onClick={() => setLines(moveLine(lines, index, -1))}
                />
                <IconButton
                  label={t('agenda.down', { title: line.title })}
                  icon={<ArrowDown size={18} aria-hidden />}
                  disabled={index === lines.length - 1}
                  onClick={() => setLines(moveLine(lines, index, 1))}
                />
                <IconButton
                  label={t('agenda.remove', { title: line.title })}
                  icon={<Trash2 size={18} aria-hidden />}
                  onClick={() => setLines(lines.filter((_, at) => at !== index))}
                />
              </div>
            </li>
          ))}
        </ol>
        <div className="app-buttons">
          <Select
            label={t('agenda.add')}
            options={(['item', 'slot', 'section'] as const).map((value) => ({ value, label: t(`agenda.kind.${value}`) }))}
            value={null}
            placeholder={t('agenda.addPlaceholder')}
            onValueChange={(kind) =>
              setLines([
                ...lines,
                {
                  id: freshId(),
                  kind,
                  title: '',
                  minutes: kind === 'section' ? '0' : '5',
                  presenterUnitId: null,
                  reason: null,
                  aboutHref: null,
                },
              ])
            }
          />
        </div>
        {newer ? (
          <ConflictNotice
            yours={lines.map((line) => line.title).join('\n')}
            theirs={newer.agenda.map((item) => item.title).join('\n')}
            onKeepMine={() => send(newer.version)}
            onTakeTheirs={() => {
              setLines(agendaDraft(newer.agenda));
              setBase(newer.version);
              save.reset();
            }}
          />
        ) : (
          <FailureNotice failure={save.error} />
        )}
        <Button type="submit" tone="primary" isBusy={save.isPending} busyText={t('shell:act.saving')}>
          {t('agenda.save')}
        </Button>
      </form>
    </>
  );
}
