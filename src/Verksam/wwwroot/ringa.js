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
  return answer.ok ? answer.json() : {};
}

// Others may call those whom this phone lets go.
async function giveBack() {
  for (const list of await all('lists')) await post(list.id, 'Back', []).catch(() => {});
}

let sending = Promise.resolve(), writing = Promise.resolve();

// What is told just when all else is sent must not go with what is wiped then: one of the two at a time.
const alone = work => writing = writing.catch(() => {}).then(work);

// One after another, the oldest first. What was told anew while it was on its way is sent once more.
export function flush() {
  sending = sending.catch(() => {}).then(async () => {
    for (const one of (await all('waiting')).sort((a, b) => a.at.localeCompare(b.at))) {
      const { said, unread } = await send(one);
      const now = (await all('waiting')).find(w => w.entry === one.entry);
      if (now?.telling === one.telling) await drop('waiting', one.entry);
      dispatchEvent(new CustomEvent('ringa-sent', { detail: { entry: one.entry, said, unread } }));
    }
    await alone(async () => { if (about() && !(await all('people')).length && !(await all('waiting')).length) await forgetAll(); });
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

// "done": the caller goes on to the next one.
async function note(form, list, { entry, telling, ticket }, done) {
  const at = new Date().toISOString();
  const fields = told(form).filter(([name]) => !['Told.Entry', 'Told.Telling', 'Told.Ticket', 'Told.At', 'Told.Done'].includes(name));
  fields.push(['Told.Entry', entry], ['Told.Telling', telling], ['Told.Ticket', ticket], ['Told.At', at]);
  if (done) fields.push(['Told.Done', 'true']);
  await alone(async () => {
    mark({});
    await put('waiting', { entry, telling, list, at, fields });
  });
}

const field = (form, name) => form.elements.namedItem(`Told.${name}`);

// What is no number is said at once, where it is written; a question that is not asked holds nobody up.
function checkNumbers(form) {
  for (const part of form.querySelectorAll('[data-number]')) {
    const written = part.value.replace(/\s/g, '');
    part.setCustomValidity(part.offsetParent === null || /^([+-]?\d{1,9}([.,]\d+)?)?$/.test(written) ? '' : part.dataset.number);
  }
}

// The outcome is kept as soon as it is chosen: nobody has to press anything for it.
function keepAsOneGoes(form, keep) {
  let later;
  checkNumbers(form);
  form.addEventListener('input', () => {
    checkNumbers(form);
    if (!field(form, 'Outcome').value) return;
    clearTimeout(later);
    later = setTimeout(keep, 400);
  });
  return () => clearTimeout(later);
}

const screen = document.querySelector('form[data-call]');
if (screen) {
  const saved = screen.querySelector('[data-saved]');
  const keep = async done => {
    const telling = field(screen, 'Telling');
    await note(screen, screen.dataset.call, { entry: field(screen, 'Entry').value, telling: +telling.value, ticket: field(screen, 'Ticket').value }, done);
    telling.value = +telling.value + 1;
    await flush();
  };
  addEventListener('ringa-sent', event => { saved.textContent = [event.detail.said, event.detail.unread].filter(Boolean).join(' '); });
  const stop = keepAsOneGoes(screen, () => keep().catch(() => {}));
  screen.addEventListener('submit', async event => {
    if (event.submitter === screen.querySelector('[data-next]')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    stop();
    try {
      await keep(true);
      location.assign(`/ringlistor/${screen.dataset.call}/ring`); // the next one is there already
    } catch {
      location.assign('/ringlistor/kvall');
    }
  });
}

const pocket = document.querySelector('form[data-pocket]');
if (pocket && 'serviceWorker' in navigator) {
  const alert = pocket.querySelector('[role=alert]');
  const tell = words => { alert.textContent = words; alert.hidden = false; };
  pocket.hidden = false;
  pocket.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      const answer = await ask(pocket.action, { method: 'POST', body: new FormData(pocket) });
      const { lasts, list, people, said } = await answer.json();
      if (said) return tell(said);
      mark({ until: Date.now() + lasts });
      await put('lists', list);
      for (const [order, person] of people.entries()) await put('people', { ...person, list: list.id, order });
      const shell = await fetch('/ringlistor/kvall', { credentials: 'omit' });
      await (await caches.open('utan-nat')).put('/ringlistor/kvall', shell);
      location.assign('/ringlistor/kvall');
    } catch {
      tell(alert.dataset.failed);
    }
  });
}

// Enough for now: those whom the phone has of this list go with the one on the screen, or two would call them.
const stopping = document.querySelector('form[data-stop]');
stopping?.addEventListener('submit', async event => {
  if (!about()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  for (const person of await all('people')) if (person.list === stopping.dataset.stop) await drop('people', person.ticket);
  await flush().catch(() => {});
  stopping.submit();
});

// --- the screen with one person, from what the phone keeps

const tonight = document.querySelector('[data-tonight]');
if (tonight) import('/ringa-kvall.js').then(kvall => kvall.begin(tonight, { all, put, drop, note, flush, watch, giveBack, forgetAll, keepAsOneGoes, checkNumbers, SignedOut }));

addEventListener('online', () => about() && flush().catch(() => {}));
