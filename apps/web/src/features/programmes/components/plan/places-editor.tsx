import { writePlaces, type ProgrammePlan } from '@makaverse/contract/programmes-plan';
import { Button } from '@makaverse/ui/button';
import { RadioGroup } from '@makaverse/ui/radio-group';
import { TextArea } from '@makaverse/ui/text-area';
import { TextInput } from '@makaverse/ui/text-input';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#lib/api.ts';
import { freshId } from '#lib/fresh-id.ts';
import { draftOf, draftOfRow, kinds, placeRow, readDrafts, shapeOf, withCorner, type PlaceDraft } from '../../model/plan/place-drafts.ts';
import { CityMap } from './city-map.tsx';
import { PlanEditorForm } from './plan-editor-form.tsx';
import { usePlanRows } from './use-plan-rows.ts';

/** Draws places: a press on the map adds a corner to the chosen place, and the same corners can be typed. */
export function PlacesEditor(props: { readonly plan: ProgrammePlan; readonly onLeave: () => void }): ReactNode {
  const { t } = useTranslation('plan');
  const { plan, onLeave } = props;
  const send = useAct(writePlaces, {
    onDone: () => {
      written.forget();
      onLeave();
    },
  });
  const written = usePlanRows('places', plan, send, { rowsOf: (read) => read.places.map((place) => placeRow(draftOf(place))) });
  const drafts = useMemo(() => written.rows.map((row) => draftOfRow(row, plan.places)), [written.rows, plan.places]);
  const setDrafts = (next: readonly PlaceDraft[]): void => written.setRows(next.map(placeRow));
  const [activeKey, setActiveKey] = useState<string | null>(drafts[0]?.key ?? null);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const change = (key: string, next: (draft: PlaceDraft) => PlaceDraft): void =>
    setDrafts(drafts.map((one) => (one.key === key ? next(one) : one)));
  const add = (): void => {
    const key = freshId();
    setDrafts([...drafts, { key, id: null, name: '', kind: 'Point', corners: '', kept: null }]);
    setActiveKey(key);
  };
  const save = (): void => {
    const read = readDrafts(drafts);
    setWrong(read.wrong);
    if (read.wrong.length === 0)
      send.mutate({ params: { id: plan.programmeId }, body: { planVersion: written.planVersion, places: [...read.places] } });
  };
  const headings = { name: t('place.name'), kind: t('place.kind'), corners: t('place.corners') };
  const shown = useMemo(
    () =>
      drafts.flatMap((draft) => {
        const geometry = shapeOf(draft);
        return geometry ? [{ id: draft.key, geometry }] : [];
      }),
    [drafts],
  );
  return (
    <PlanEditorForm {...{ written, headings, onLeave }} failure={send.error} isBusy={send.isPending} onSave={save}>
      <p className="mv-hint">{t('place.drawHint')}</p>
      <CityMap
        places={shown}
        activeKey={activeKey}
        onPick={(corner) => activeKey !== null && change(activeKey, (draft) => withCorner(draft, corner))}
      />
      <ol className="plan-places">
        {drafts.map((draft, index) => (
          <li key={draft.key} aria-current={draft.key === activeKey ? 'true' : undefined} onFocus={() => setActiveKey(draft.key)}>
            <PlaceFields
              draft={draft}
              number={index + 1}
              isWrong={wrong.includes(draft.key)}
              onChange={(next) => change(draft.key, () => next)}
              onRemove={() => setDrafts(drafts.filter((one) => one.key !== draft.key))}
            />
          </li>
        ))}
      </ol>
      <Button onClick={add}>{t('place.add')}</Button>
    </PlanEditorForm>
  );
}

function PlaceFields(props: {
  readonly draft: PlaceDraft;
  readonly number: number;
  readonly isWrong: boolean;
  readonly onChange: (draft: PlaceDraft) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { t } = useTranslation('plan');
  const { draft, number, isWrong, onChange } = props;
  return (
    <fieldset className="plan-place">
      <legend>{t('place.numbered', { number })}</legend>
      <TextInput
        label={t('place.name')}
        value={draft.name}
        onValueChange={(name) => onChange({ ...draft, name })}
        maxLength={200}
        error={isWrong && draft.name.trim() === '' ? t('place.nameMissing') : null}
      />
      {draft.kept ? (
        <p className="mv-muted">{t('place.kept')}</p>
      ) : (
        <>
          <RadioGroup
            legend={t('place.kind')}
            isInline
            options={kinds.map((value) => ({ value, label: t(`place.kinds.${value}`) }))}
            value={draft.kind}
            onValueChange={(kind) => onChange({ ...draft, kind })}
          />
          <TextArea
            label={t('place.corners')}
            hint={t('place.cornersHint')}
            value={draft.corners}
            onValueChange={(corners) => onChange({ ...draft, corners })}
            error={isWrong && shapeOf(draft) === null ? t('place.cornersWrong') : null}
          />
        </>
      )}
      <Button tone="link" onClick={props.onRemove}>
        {t('place.remove', { number })}
      </Button>
    </fieldset>
  );
}
