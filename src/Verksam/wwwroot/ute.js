// What a phone keeps where the net comes and goes, for any screen: acts, sent one after another and the oldest first, each with an id of its
// own so that it arrives once; and what a screen needs meanwhile. All of it goes when one signs out, may something else, or when its time is out.
const flag = 'ute'; // that there is something, whose, and which screens have it: read on every page without opening anything
const base = 'verksam-ute', shelf = 'utan-nat';
const body = document.body.dataset;

export const about = () => JSON.parse(localStorage.getItem(flag) ?? 'null');
const mark = (room, way) => localStorage.setItem(flag, JSON.stringify({ who: body.who, reach: body.reach, ...about(), ways: { ...about()?.ways, ...way && { [room.split('.')[0]]: way } } }));

// --- what is kept

const done = request => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });

let opened;
const open = () => opened ??= new Promise((yes, no) => {
  const request = indexedDB.open(base, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('kept', { keyPath: ['room', 'key'] });
    request.result.createObjectStore('waiting', { keyPath: 'entry' });
  };
  request.onsuccess = () => yes(request.result);
  request.onerror = () => no(request.error);
});

const store = async (name, mode = 'readonly') => (await open()).transaction(name, mode).objectStore(name);
const all = async (name, range) => about() ? done((await store(name)).getAll(range)) : []; // nothing is opened where nothing is kept
const whole = room => IDBKeyRange.bound([room], [room, []]);

// One room's things, each by a key, until a time; "way" is where its screen is. "back" is an address that is told when they are let go.
export const kept = (room, way) => ({
  all: async () => (await all('kept', whole(room))).filter(one => one.until > Date.now()).map(one => one.thing),
  async put(key, thing, { until, back } = {}) {
    mark(room, way);
    const before = (await all('kept', IDBKeyRange.only([room, key])))[0];
    await done((await store('kept', 'readwrite')).put({ room, key, thing, until: until ?? before?.until ?? Date.now() + 24 * 3600_000, back: back ?? before?.back }));
  },
  drop: async key => { if (about()) await done((await store('kept', 'readwrite')).delete([room, key])); },
  empty: async () => { if (about()) await done((await store('kept', 'readwrite')).delete(whole(room))); },
});

// An empty screen of the house, with its looks and scripts, to be opened without a net.
export async function shell(page, scripts = []) {
  const [answer, on] = [await fetch(page, { credentials: 'omit' }), await caches.open(shelf)];
  const parts = new Set(scripts);
  for (const [, part] of (await answer.clone().text()).matchAll(/(?:href|src)="(\/[^"]+\.(?:css|svg|js)[^"]*)"/g)) parts.add(part.replaceAll('&amp;', '&'));
  await on.put(page, answer);
  await on.addAll([...parts]);
}

// --- sending

export class SignedOut extends Error {}

// What is under way when the net goes may never be answered, and nobody waits ten seconds for that.
let cut = new AbortController();
addEventListener('offline', () => { cut.abort(); cut = new AbortController(); });

export async function ask(url, options) {
  const signal = AbortSignal.any?.([AbortSignal.timeout(10_000), cut.signal]) ?? AbortSignal.timeout(10_000);
  const answer = await fetch(url, { ...options, signal });
  if (answer.redirected && new URL(answer.url).pathname === '/logga-in') throw new SignedOut();
  return answer;
}

async function post(url, fields) {
  const { token } = await (await ask('/utan-nat/nyckel')).json();
  const form = new URLSearchParams([...fields, ['__RequestVerificationToken', token]]);
  return ask(url, { method: 'POST', body: form });
}

// By the same clock it is said when it was done and when it is sent: one that is wrong is equally wrong then and now.
async function send(one) {
  const answer = await post(one.url, [...one.fields, ['At', one.at], ['Sent', Date.now()]]);
  if (answer.status >= 500 || answer.status === 429 || answer.status === 409) throw new Error(answer.status);
  return { refused: !answer.ok, answer: answer.ok ? await answer.json().catch(() => ({})) : {} };
}

let sending = Promise.resolve(), writing = Promise.resolve();

// What is told just when all else is sent must not go with what is wiped then: one of the two at a time.
const alone = work => writing = writing.catch(() => {}).then(work);

// What is to be sent to an address. The same entry once more takes the place of what was told before.
export async function keep(url, fields, { entry = crypto.randomUUID(), room = '', way } = {}) {
  await alone(async () => {
    mark(room, way);
    const nr = 1 + Math.max(0, ...(await all('waiting')).map(one => one.nr));
    await done((await store('waiting', 'readwrite')).put({ entry, room, url, fields, nr, at: Date.now() }));
  });
  await say();
  return entry;
}

export const waiting = async room => (await all('waiting')).filter(one => room === undefined || one.room === room);

const tell = (name, detail) => dispatchEvent(new CustomEvent(name, { detail }));
const say = async () => tell('ute-waits', { count: (await all('waiting')).length });

export function flush() {
  sending = sending.catch(() => {}).then(async () => {
    for (const one of (await all('waiting')).sort((a, b) => a.nr - b.nr || a.at - b.at)) {
      const { refused, answer } = await send(one);
      const now = (await all('waiting')).find(other => other.entry === one.entry);
      if (now?.nr === one.nr) await done((await store('waiting', 'readwrite')).delete(one.entry)); // else it was told anew meanwhile, and is sent once more
      tell('ute-sent', { entry: one.entry, room: one.room, refused, answer });
      await say();
    }
    await alone(async () => { if (about() && !(await all('kept')).length && !(await all('waiting')).length) await wipe(); });
  });
  return sending;
}

// --- letting go

async function wipe() {
  localStorage.removeItem(flag);
  if (opened) (await open()).close();
  opened = undefined;
  await done(indexedDB.deleteDatabase(base));
}

async function letGo(which = () => true) {
  for (const one of (await all('kept')).filter(which)) {
    if (one.back) await post(one.back, []).catch(() => {});
    await kept(one.room).drop(one.key);
  }
}

// All goes: what waits is sent first, if it can be.
export async function forget() {
  await flush().catch(() => {});
  await letGo();
  await wipe();
}

// --- on every page where something is kept

let watching;
export const watch = () => watching ??= look();

async function look() {
  const whose = about();
  if (!whose) return;
  const signingIn = location.pathname === '/logga-in';
  if (body.who && whose.who && body.who !== whose.who) return wipe();
  if (body.reach && whose.reach && body.reach !== whose.reach) {
    await flush().catch(() => {});
    await letGo();
    if ((await all('waiting')).length) localStorage.setItem(flag, JSON.stringify({ ...whose, reach: body.reach }));
    else await wipe();
    return;
  }
  if (signingIn) await (await store('kept', 'readwrite')).clear();
  else {
    await letGo(one => one.until <= Date.now());
    if (navigator.onLine) await flush().catch(() => {});
  }
}

// Out: nothing is left here.
document.querySelectorAll('form[action="/logga-ut"]').forEach(form => form.addEventListener('submit', async event => {
  if (!about()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  await forget();
  form.submit();
}));

addEventListener('online', () => about() && flush().catch(() => {}));
