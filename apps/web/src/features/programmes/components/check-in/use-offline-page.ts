import { useEffect } from 'react';

/** Keeps what this page stands on, so that it opens again where there is no network. Only secure pages may (Service Workers, W3C). */
export function useOfflinePage(): void {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    void (async () => {
      await navigator.serviceWorker.register('/report-worker.js');
      const { active } = await navigator.serviceWorker.ready;
      const files = performance
        .getEntriesByType('resource')
        .map((entry) => new URL(entry.name).pathname)
        .filter((path) => path.startsWith('/assets/') || path === '/icon.svg');
      active?.postMessage({ keep: [...new Set(files)] });
    })().catch(() => undefined);
  }, []);
}
