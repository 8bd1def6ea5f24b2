// What a device keeps for a door while its link is good: the list of people, and what was noted and not sent yet.
const name = 'talka-door';

function open() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('lists', { keyPath: 'door' });
      asked.result.createObjectStore('notes', { keyPath: 'order', autoIncrement: true }).createIndex('door', 'door');
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function use(store, mode, work) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const asked = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(asked?.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

export const readList = (door) => use('lists', 'readonly', (lists) => lists.get(door));

export const keepList = (door, list) => use('lists', 'readwrite', (lists) => lists.put({ ...list, door }));

export const addNote = (door, note) => use('notes', 'readwrite', (notes) => notes.add({ ...note, door }));

const all = (door) => use('notes', 'readonly', (notes) => notes.index('door').getAll(door));

export const readNotes = async (door) => (await all(door)).filter((note) => !note.aside);

// Those that the server does not take: they hold up no others, and whoever stands at the door is told of them.
export const readAside = async (door) => (await all(door)).filter((note) => note.aside);

export const setAside = (wrong) => use('notes', 'readwrite', (notes) => {
  wrong.forEach((note) => notes.put({ ...note, aside: true }));
});

export const dropNotes = (sent) => use('notes', 'readwrite', (notes) => {
  sent.forEach((note) => notes.delete(note.order));
});

// The page itself and all that it has loaded so far.
export async function keepPage(door) {
  const parts = performance.getEntriesByType('resource').map((part) => new URL(part.name));
  const kept = parts.filter((part) => part.origin === location.origin && !part.pathname.startsWith('/door/')).map((part) => part.href);
  await (await caches.open(name)).addAll([...new Set([location.origin + door, ...kept])]);
}

// The names go at once; notes stay until they are sent, for they are only codes.
export async function forget(door) {
  await use('lists', 'readwrite', (lists) => lists.delete(door));
  await (await caches.open(name)).delete(location.origin + door);
}

// Lists of doors whose time is over, whatever door is open now.
export async function forgetOld(now) {
  const lists = await use('lists', 'readonly', (all) => all.getAll());
  await Promise.all(lists.filter((list) => new Date(list.expiresAt) <= now).map((list) => forget(list.door)));
}
