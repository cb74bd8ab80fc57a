// A worker beside the pages: without a net it answers with the page that says so, or with the empty screen for calling. Nothing of anybody's
// is kept here, only those pages, their looks and their script.
const shelf = 'utan-nat', page = '/utan-nat', tonight = '/ringlistor/kvall';

addEventListener('install', event => event.waitUntil((async () => {
  const kept = await caches.open(shelf);
  const parts = new Set(['/ringa-kvall.js']); // asked for by script, so no page names it
  for (const each of [page, tonight]) {
    const answer = await fetch(each, { credentials: 'omit' });
    for (const match of (await answer.clone().text()).matchAll(/(?:href|src)="(\/[^"]+\.(?:css|svg|js)[^"]*)"/g)) parts.add(match[1].replaceAll('&amp;', '&'));
    await kept.put(each, answer);
  }
  await kept.addAll([...parts]);
  await skipWaiting();
})()));

addEventListener('fetch', event => {
  const { mode, destination, method, url } = event.request;
  if (mode === 'navigate' && method === 'GET') event.respondWith(fetch(event.request).catch(() => caches.match(/^\/ringlistor\/([^/]+\/ring|kvall)$/.test(new URL(url).pathname) ? tonight : page)));
  else if (destination === 'style' || destination === 'script') event.respondWith(fetch(event.request).catch(() => caches.match(event.request)));
});
