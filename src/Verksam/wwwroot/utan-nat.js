// A worker beside the pages: without a net it answers with the one page that says so. Nothing of anybody's is kept here, only that page and
// its looks.
const page = '/utan-nat';

addEventListener('install', event => event.waitUntil((async () => {
  const answer = await fetch(page, { credentials: 'omit' });
  const looks = [...(await answer.clone().text()).matchAll(/href="(\/[^"]+\.(?:css|svg)[^"]*)"/g)].map(match => match[1].replaceAll('&amp;', '&'));
  const shelf = await caches.open(page);
  await shelf.put(page, answer);
  await shelf.addAll(looks);
  await skipWaiting();
})()));

addEventListener('fetch', event => {
  const { mode, destination } = event.request;
  if (mode === 'navigate' && event.request.method === 'GET') event.respondWith(fetch(event.request).catch(() => caches.match(page)));
  else if (destination === 'style') event.respondWith(fetch(event.request).catch(() => caches.match(event.request)));
});
