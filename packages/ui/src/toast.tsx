import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { Glyph } from './glyph.tsx';
import { useUiTexts } from './texts.tsx';

export type ToastMessage = {
  readonly title: string;
  readonly detail?: string | undefined;
  /** "late" is read at once and stays until closed, as does one with an action. */
  readonly tone?: 'good' | 'information' | 'late' | undefined;
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
};

type Shown = ToastMessage & { readonly id: number };

const ToastContext = createContext<((message: ToastMessage) => void) | null>(null);

// WCAG 2.2.1: long enough to be read, held while pointed at, and never the only place something is said.
const shownForMs = 7_000;

/**
 * Holds the corner in which messages appear. Once, around the application, inside UiTextsProvider.
 *
 * @example <ToastProvider>{app}</ToastProvider>
 */
export function ToastProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const texts = useUiTexts();
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const counter = useRef(0);
  const show = useCallback((message: ToastMessage): void => {
    counter.current += 1;
    const id = counter.current;
    setShown((before) => [...before.slice(-2), { ...message, id }]);
  }, []);
  const drop = useCallback((id: number): void => {
    setShown((before) => before.filter((toast) => toast.id !== id));
  }, []);
  const [calm, urgent] = useMemo(() => {
    const groups = Object.groupBy(shown, (toast) => (toast.tone === 'late' ? 'urgent' : 'calm'));
    return [groups.calm ?? [], groups.urgent ?? []];
  }, [shown]);
  return (
    <ToastContext value={show}>
      {children}
      <section className="mv-toasts" aria-label={texts.notifications}>
        <div role="status">
          {calm.map((toast) => (
            <Toast key={toast.id} toast={toast} onDrop={drop} />
          ))}
        </div>
        <div role="alert">
          {urgent.map((toast) => (
            <Toast key={toast.id} toast={toast} onDrop={drop} />
          ))}
        </div>
      </section>
    </ToastContext>
  );
}

/**
 * Says that something has just been done, or could not be.
 *
 * @example const toast = useToast(); toast({ title: "Arahan disimpan.", tone: "good" });
 */
export function useToast(): (message: ToastMessage) => void {
  const show = useContext(ToastContext);
  if (show === null) throw new Error('Wrap the application in <ToastProvider>.');
  return show;
}

function Toast({ toast, onDrop }: { readonly toast: Shown; readonly onDrop: (id: number) => void }): ReactNode {
  const texts = useUiTexts();
  const [isHeld, setIsHeld] = useState(false);
  const stays = isHeld || toast.tone === 'late' || toast.action !== undefined;
  useEffect(() => {
    if (stays) return undefined;
    const timer = window.setTimeout(() => {
      onDrop(toast.id);
    }, shownForMs);
    return () => {
      window.clearTimeout(timer);
    };
  }, [stays, toast.id, onDrop]);
  const hold = (): void => {
    setIsHeld(true);
  };
  const release = (): void => {
    setIsHeld(false);
  };
  const close = (): void => {
    onDrop(toast.id);
  };
  return (
    <div
      className={`mv-toast mv-toast-${toast.tone ?? 'information'}`}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      <div className="mv-toast-words">
        <p className="mv-toast-title">{toast.title}</p>
        {toast.detail !== undefined && <p>{toast.detail}</p>}
        {toast.action !== undefined && (
          <button
            type="button"
            className="mv-toast-action"
            onClick={() => {
              close();
              toast.action?.onPress();
            }}
          >
            {toast.action.label}
          </button>
        )}
      </div>
      <IconButton label={texts.close} icon={<Glyph name="close" />} onClick={close} />
    </div>
  );
}
