const worker = '/push-worker.js';
/** An address no page has: this worker controls none. */
const scope = '/pemberitahuan/';
/** Nobody who signs out waits longer for a push service that does not answer. */
const patienceMs = 2_000;

/** How this browser is registered at its push service; null while it is not. */
export async function pushSubscription(): Promise<PushSubscription | null> {
  if (!('serviceWorker' in navigator)) return null;
  const registration = await navigator.serviceWorker.getRegistration(scope);
  return (await registration?.pushManager?.getSubscription()) ?? null;
}

/** Registers this browser under the server's key; who asks has the person's permission already. */
export async function subscribeToPush(serverKey: string): Promise<PushSubscription> {
  const registration = await navigator.serviceWorker.register(worker, { scope });
  await active(registration);
  // Whoever sat here before, or a key that is no longer the server's: both end here.
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: serverKey });
}

/** Ends the registration of this browser, for whoever comes next; gives up where its push service does not answer. */
export async function unsubscribeFromPush(): Promise<void> {
  const ended = pushSubscription().then((subscription) => subscription?.unsubscribe());
  const tooLong = new Promise((done) => setTimeout(done, patienceMs));
  await Promise.race([ended, tooLong]).catch(() => undefined);
}

/** SHA-256 of an address in base64url, as the server's list names a device. */
export async function fingerprintOf(endpoint: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)));
  return btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** A registration can subscribe once its worker is active (Push API, 6). */
async function active(registration: ServiceWorkerRegistration): Promise<void> {
  const coming = registration.active ?? registration.waiting ?? registration.installing;
  if (!coming || coming.state === 'activated') return;
  await new Promise<void>((done) => {
    const look = (): void => {
      if (coming.state !== 'activated' && coming.state !== 'redundant') return;
      coming.removeEventListener('statechange', look);
      done();
    };
    coming.addEventListener('statechange', look);
    look();
  });
}
