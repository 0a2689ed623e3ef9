import { Button } from '@makaverse/ui/button';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptPhoto } from '../../model/check-in/report.ts';
import { photoStore } from './photo-store.ts';
import { HeicUndrawable, keepPhoto } from './reduce-photo.ts';

/** As many as the server takes with one report. */
const mostPhotos = 12;

/** The camera, and the photos taken so far; each is kept on this device as soon as it is taken. */
export function PhotoField(props: {
  readonly photos: readonly KeptPhoto[];
  readonly onAdd: (photo: KeptPhoto) => void;
  readonly onRemove: (photo: KeptPhoto) => void;
}): ReactNode {
  const { photos, onAdd, onRemove } = props;
  const { t } = useTranslation('check-in');
  const [failed, setFailed] = useState<readonly unknown[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const heic = failed.filter((reason) => reason instanceof HeicUndrawable).length;
  const take = async (files: readonly File[]): Promise<void> => {
    setIsBusy(true);
    setFailed([]);
    const room = files.slice(0, mostPhotos - photos.length);
    for (const file of room) await keepPhoto(file).then(onAdd, (reason: unknown) => setFailed((known) => [...known, reason]));
    setIsBusy(false);
  };
  return (
    <section className="check-in-photos" aria-label={t('photos.title')}>
      {photos.length < mostPhotos ? (
        <div className="check-in-camera">
          <FileButton label={t('photos.take')} isCamera isBusy={isBusy} onFiles={(files) => void take(files)} />
          <FileButton label={t('photos.choose')} isBusy={isBusy} onFiles={(files) => void take(files)} />
        </div>
      ) : (
        <p>{t('photos.full', { count: mostPhotos })}</p>
      )}
      <p className="mv-hint">{t('photos.hint')}</p>
      {isBusy && <p role="status">{t('photos.busy')}</p>}
      {failed.length > heic && (
        <p className="mv-late" role="alert">
          {t('photos.failed', { count: failed.length - heic })}
        </p>
      )}
      {heic > 0 && (
        <p className="mv-late" role="alert">
          {t('photos.heic', { count: heic })}
        </p>
      )}
      {photos.length > 0 && (
        <ul className="check-in-shots">
          {photos.map((photo, index) => (
            <li key={photo.id}>
              <Shot photo={photo} label={t('photos.shot', { number: index + 1 })} />
              <Button isSmall onClick={() => onRemove(photo)} aria-label={t('photos.removeShot', { number: index + 1 })}>
                {t('photos.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function FileButton(props: {
  readonly label: string;
  readonly isCamera?: boolean;
  readonly isBusy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button className={props.isCamera ? 'check-in-shutter' : undefined} isBusy={props.isBusy} onClick={() => input.current?.click()}>
        {props.label}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={props.label}
        {...(props.isCamera ? { capture: 'environment' as const } : { multiple: true })}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same photo may be chosen again after it was removed.
          event.currentTarget.value = '';
          props.onFiles(files);
        }}
      />
    </>
  );
}

function Shot({ photo, label }: { readonly photo: KeptPhoto; readonly label: string }): ReactNode {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    void photoStore.get(photo.id).then((blob) => {
      if (!blob || isGone) return;
      made = URL.createObjectURL(blob);
      setAddress(made);
    });
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [photo.id]);
  return address === null ? <span className="check-in-shot-empty">{label}</span> : <img src={address} alt={label} />;
}
