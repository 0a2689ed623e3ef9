/*
 * Shows what the server tells this device, and opens its page (Push API and Notifications, W3C and WHATWG). It is registered for an address
 * no page has, so that it stands between no page and the network: that is the report page's own worker's business.
 */
addEventListener('install', () => skipWaiting());

addEventListener('push', (event) => {
  const { title = 'Makaverse', body = '', language = 'id', href = '/' } = noticeOf(event.data);
  event.waitUntil(
    registration.showNotification(title, {
      body,
      lang: language,
      icon: '/icon-192.png',
      // What is said again of the same page takes the place of what was said before, and is heard all the same.
      tag: href,
      renotify: true,
      data: { href },
    }),
  );
});

/** A browser asks for something to be shown for every push, also for one that cannot be read. */
function noticeOf(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(new URL(event.notification.data?.href ?? '/', location.origin)));
});

/** The window that shows the page already, else a new one; never another site. */
async function open(page) {
  if (page.origin !== location.origin) return;
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = windows.find((one) => one.url === page.href);
  if (there) await there.focus();
  else await clients.openWindow(page.href);
}
