import { useEffect, useState } from 'react';

/** A page that hangs on the wall: F fills the screen and gives it back, and the screen does not fall asleep. Says whether it is filled. */
export function useWallScreen(): boolean {
  const [isFull, setIsFull] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return;
      // Refused where the device has no such thing; the page is the same without it.
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
      else void document.documentElement.requestFullscreen().catch(() => undefined);
    };
    const changed = (): void => setIsFull(document.fullscreenElement !== null);
    addEventListener('keydown', press);
    document.addEventListener('fullscreenchange', changed);
    return () => {
      removeEventListener('keydown', press);
      document.removeEventListener('fullscreenchange', changed);
    };
  }, []);
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let isGone = false;
    const stayAwake = async (): Promise<void> => {
      // Absent outside secure contexts, and refused on a low battery: then the device's own settings decide.
      if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
      const got = await navigator.wakeLock.request('screen').catch(() => null);
      if (isGone) void got?.release();
      else lock = got;
    };
    const shown = (): void => void stayAwake();
    shown();
    document.addEventListener('visibilitychange', shown);
    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', shown);
      void lock?.release();
    };
  }, []);
  return isFull;
}
