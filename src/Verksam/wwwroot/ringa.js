// Calling where the net comes and goes. What is told of a call is written down here first and sent then, each with an id of its own, so that
// it arrives once. Tonight's list is a first name and a number each; it goes when one signs out, may something else, or after a day.
const flag = 'ringa'; // that there is something, whose, and until when: read on every page without opening anything
const body = document.body.dataset;

const about = () => JSON.parse(localStorage.getItem(flag) ?? 'null');
const mark = more => localStorage.setItem(flag, JSON.stringify({ who: body.who, reach: body.reach, ...about(), ...more }));

// --- what the phone keeps

const done = request => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });

let opened;
const open = () => opened ??= new Promise((yes, no) => {
  const request = indexedDB.open('verksam-ringa', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('people', { keyPath: 'ticket' });
    request.result.createObjectStore('lists', { keyPath: 'id' });
    request.result.createObjectStore('waiting', { keyPath: 'entry' });
  };
  request.onsuccess = () => yes(request.result);
  request.onerror = () => no(request.error);
});

const store = async (name, mode = 'readonly') => (await open()).transaction(name, mode).objectStore(name);
const all = async name => about() ? done((await store(name)).getAll()) : []; // nothing is opened where nothing is kept
const put = async (name, thing) => done((await store(name, 'readwrite')).put(thing));
const drop = async (name, key) => done((await store(name, 'readwrite')).delete(key));
const empty = async name => done((await store(name, 'readwrite')).clear());

async function forgetPeople() {
  await Promise.all([empty('people'), empty('lists')]);
  if ((await all('waiting')).length) mark({ until: 0 });
  else await forgetAll();
}

async function forgetAll() {
  localStorage.removeItem(flag);
  if (opened) (await open()).close();
  opened = undefined;
  await done(indexedDB.deleteDatabase('verksam-ringa'));
}

// --- sending

class SignedOut extends Error {}

async function ask(url, options) {
  const answer = await fetch(url, { ...options, signal: AbortSignal.timeout(10_000) });
  if (answer.redirected && new URL(answer.url).pathname === '/logga-in') throw new SignedOut();
  return answer;
}

async function post(list, handler, fields) {
  const { token } = await (await ask(`/ringlistor/${list}/kvall?handler=Token`)).json();
  const form = new URLSearchParams([...fields, ['__RequestVerificationToken', token]]);
  return ask(`/ringlistor/${list}/kvall?handler=${handler}`, { method: 'POST', body: form });
}

async function send(one) {
  const answer = await post(one.list, 'Entry', one.fields);
  if (answer.status >= 500 || answer.status === 429 || answer.status === 409) throw new Error(answer.status);
  return answer.ok ? (await answer.json()).said : null;
}

// Others may call those whom this phone lets go.
async function giveBack() {
  for (const list of await all('lists')) await post(list.id, 'Back', []).catch(() => {});
}

let sending = Promise.resolve();

// One after another, the oldest first. What was told anew while it was on its way is sent once more.
export function flush() {
  sending = sending.catch(() => {}).then(async () => {
    for (const one of (await all('waiting')).sort((a, b) => a.at.localeCompare(b.at))) {
      const said = await send(one);
      const now = (await all('waiting')).find(w => w.entry === one.entry);
      if (now?.telling === one.telling) await drop('waiting', one.entry);
      dispatchEvent(new CustomEvent('ringa-sent', { detail: { entry: one.entry, said } }));
    }
    if (!(await all('people')).length && about()) await forgetAll();
  });
  return sending;
}

// --- on every page where something is kept

export async function watch() {
  const kept = about();
  if (!kept) return;
  const signingIn = location.pathname === '/logga-in';
  if (body.who && kept.who && body.who !== kept.who) return forgetAll();
  if (body.reach && kept.reach && body.reach !== kept.reach) { await flush().catch(() => {}); await giveBack(); return forgetPeople(); }
  if (signingIn || (kept.until && kept.until < Date.now())) await forgetPeople();
  if (!signingIn && navigator.onLine) await flush().catch(() => {});
}

// Out: what waits is sent first, and then nothing is left here.
document.querySelectorAll('form[action="/logga-ut"]').forEach(form => form.addEventListener('submit', async event => {
  if (!about()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  await flush().catch(() => {});
  await giveBack();
  await forgetAll();
  form.submit();
}));

// --- the screen with one person, with a net

const told = form => [...new FormData(form)].filter(([name]) => name.startsWith('Told.') || name.startsWith('svar.'));

async function note(form, list, { entry, telling, ticket }) {
  const at = new Date().toISOString();
  const fields = told(form).filter(([name]) => !['Told.Entry', 'Told.Telling', 'Told.Ticket', 'Told.At'].includes(name));
  fields.push(['Told.Entry', entry], ['Told.Telling', telling], ['Told.Ticket', ticket], ['Told.At', at]);
  mark({});
  await put('waiting', { entry, telling, list, at, fields });
}

const field = (form, name) => form.elements.namedItem(`Told.${name}`);

// The outcome is kept as soon as it is chosen: nobody has to press anything for it.
function keepAsOneGoes(form, keep) {
  let later;
  form.addEventListener('input', () => {
    if (!field(form, 'Outcome').value) return;
    clearTimeout(later);
    later = setTimeout(keep, 400);
  });
  return () => clearTimeout(later);
}

const screen = document.querySelector('form[data-call]');
if (screen) {
  const saved = screen.querySelector('[data-saved]');
  const keep = async () => {
    const telling = field(screen, 'Telling');
    await note(screen, screen.dataset.call, { entry: field(screen, 'Entry').value, telling: +telling.value, ticket: field(screen, 'Ticket').value });
    telling.value = +telling.value + 1;
    await flush();
  };
  addEventListener('ringa-sent', event => { saved.textContent = event.detail.said ?? ''; });
  const stop = keepAsOneGoes(screen, () => keep().catch(() => {}));
  screen.addEventListener('submit', async event => {
    const next = screen.querySelector('[data-next]');
    if (event.submitter === next) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    stop();
    try {
      await keep();
      next.click(); // takes the next one, as a form does
    } catch {
      location.assign('/ringlistor/kvall');
    }
  });
}

const pocket = document.querySelector('form[data-pocket]');
if (pocket && 'serviceWorker' in navigator) {
  pocket.hidden = false;
  pocket.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      const answer = await ask(pocket.action, { method: 'POST', body: new FormData(pocket) });
      const { lasts, list, people } = await answer.json();
      mark({ until: Date.now() + lasts });
      await put('lists', list);
      for (const [order, person] of people.entries()) await put('people', { ...person, list: list.id, order });
      const shell = await fetch('/ringlistor/kvall', { credentials: 'omit' });
      await (await caches.open('utan-nat')).put('/ringlistor/kvall', shell);
      location.assign('/ringlistor/kvall');
    } catch {
      pocket.querySelector('[role=alert]').hidden = false;
    }
  });
}

// --- the screen with one person, from what the phone keeps

const tonight = document.querySelector('[data-tonight]');
if (tonight) import('/ringa-kvall.js').then(kvall => kvall.begin(tonight, { all, put, drop, note, flush, watch, giveBack, forgetAll, keepAsOneGoes, SignedOut }));

addEventListener('online', () => about() && flush().catch(() => {}));
