import { useDraft } from '#lib/draft.ts';

/** A text being edited over a record that others may change meanwhile. */
export interface HeldEdit<T> {
  /** The record as it stood when the editing began: what a save is measured against. */
  readonly base: T;
  readonly text: string;
  readonly isChanged: boolean;
  readonly change: (text: string) => void;
  /** Goes on with the same words over a newer record. */
  readonly rebase: (next: T) => void;
  readonly forget: () => void;
}

/**
 * The text of a record until it is touched, from then on the writer's own, kept on this device together with the record it began from. So
 * a text taken up again after a restart still meets the conflict it is in, instead of undoing unseen what others wrote.
 */
export function useHeldEdit<T>(key: string, live: T, write: (record: T) => string): HeldEdit<T> {
  const [heldText, setHeldText, forgetHeld] = useDraft(`${key}.base`, '');
  const [draft, setDraft, forgetDraft] = useDraft(`${key}.text`, '');
  const held = heldText === '' ? null : (JSON.parse(heldText) as T);
  return {
    base: held ?? live,
    text: held ? draft : write(live),
    isChanged: held !== null,
    change: (text) => {
      if (!held) setHeldText(JSON.stringify(live));
      setDraft(text);
    },
    rebase: (next) => setHeldText(JSON.stringify(next)),
    forget: () => {
      forgetHeld();
      forgetDraft();
    },
  };
}
