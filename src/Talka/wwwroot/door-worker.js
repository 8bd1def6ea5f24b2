// Keeps the page of a door, and what it is made of, for when there is no network. Scoped to /door/; the lists of people are not kept here.
const kept = 'talka-door';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  const ours = event.request.method === 'GET' && address.origin === self.location.origin;
  if (ours && event.request.mode === 'navigate') {
    event.respondWith(page(event.request, address.origin + address.pathname));
  } else if (ours && !address.pathname.startsWith('/door/')) {
    event.respondWith(part(event.request));
  }
});

async function page(request, key) {
  const cache = await caches.open(kept);
  try {
    const answer = await fetch(request);
    if (answer.ok && request.url === key) {
      await cache.put(key, answer.clone());
    } else if (answer.status === 404 || answer.status === 410) {
      await cache.delete(key); // the door is closed
    }

    return answer;
  } catch (failure) {
    return (await cache.match(key)) ?? Promise.reject(failure);
  }
}

async function part(request) {
  const cache = await caches.open(kept);
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      await cache.put(request, answer.clone());
    }

    return answer;
  } catch (failure) {
    return (await cache.match(request)) ?? Promise.reject(failure);
  }
}
