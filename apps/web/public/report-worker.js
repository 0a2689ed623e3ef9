/*
 * Lets the report page open without a network, after it was open once with one. Everything else goes to the network untouched, so that no
 * other page is ever an old one.
 */
const shelf = 'makaverse-report-1';
const page = '/index.html';
/** Read anew whenever the server can be reached; the last answer stands in where it cannot. */
const lastKnown = new Set(['/api/session']);

const isReportPage = (path) => path.startsWith('/lapor/') || /^\/program\/[^/]+\/lapor$/.test(path);

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

/** The page says which of the built files it stands on. */
addEventListener('message', (event) => {
  const files = Array.isArray(event.data?.keep) ? event.data.keep : [];
  event.waitUntil(
    (async () => {
      const kept = await caches.open(shelf);
      await Promise.allSettled([page, ...lastKnown].map(async (path) => kept.put(path, await fetch(path))));
      for (const path of files) if (!(await kept.match(path))) await kept.add(path).catch(() => undefined);
      event.source?.postMessage({ kept: files.length });
    })(),
  );
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && isReportPage(pathname)) event.respondWith(freshOr(request, page));
  else if (lastKnown.has(pathname)) event.respondWith(freshOr(request, pathname));
  // A built file carries a hash in its name: kept once, it is right for ever.
  else if (pathname.startsWith('/assets/')) event.respondWith(keptOr(request));
});

async function freshOr(request, key) {
  try {
    const reply = await fetch(request);
    if (reply.ok) await (await caches.open(shelf)).put(key, reply.clone());
    return reply;
  } catch (error) {
    const kept = await (await caches.open(shelf)).match(key);
    if (kept) return kept;
    throw error;
  }
}

async function keptOr(request) {
  return (await (await caches.open(shelf)).match(request)) ?? fetch(request);
}
