// A worker beside the pages: without a net it answers with the page that says so, or with the empty screen of what a phone can do there. Nothing of anybody's
// is kept here, only those pages, their looks and their script.
const shelf = 'utan-nat', page = '/utan-nat', tonight = '/ringlistor/kvall', door = '/dorren', stand = '/ute';
const screens = [[/^\/ringlistor\/([^/]+\/ring|kvall)$/, tonight], [/^\/aktiviteter\/[^/]+\/dorren$/, door], [/^\/(aktiviteter\/[^/]+\/)?ute(\/intresse)?$/, stand]];

addEventListener('install', event => event.waitUntil((async () => {
  const kept = await caches.open(shelf);
  const parts = new Set(['/ringa-kvall.js', '/ute.js', '/dorren-kod.js']); // asked for by script, so no page names them
  for (const each of [page, tonight, door, stand]) {
    const answer = await fetch(each, { credentials: 'omit' });
    for (const match of (await answer.clone().text()).matchAll(/(?:href|src)="(\/[^"]+\.(?:css|svg|js)[^"]*)"/g)) parts.add(match[1].replaceAll('&amp;', '&'));
    await kept.put(each, answer);
  }
  await kept.addAll([...parts]);
  await skipWaiting();
})()));

addEventListener('fetch', event => {
  const { mode, destination, method, url } = event.request;
  if (mode === 'navigate' && method === 'GET') event.respondWith(fetch(event.request).catch(() => caches.match(screens.find(([address]) => address.test(new URL(url).pathname))?.[1] ?? page)));
  else if (destination === 'style' || destination === 'script') event.respondWith(fetch(event.request).catch(() => caches.match(event.request)));
});
