// At the door, with a net and without: a tick is written down on the phone, sent at once or when the net is back, and what others ticked is
// fetched now and then. Served by the house the page has the list; without a net it is an empty screen, and the list is what the phone keeps.
import { SignedOut, ask, flush, keep, kept, shell, waiting, watch } from '/ute.js';
import { camera } from '/dorren-kod.js';

const room = 'dorren', often = 15_000, day = 24 * 3600_000;
const place = document.querySelector('[data-door]');
const find = name => place.querySelector(`[data-${name}]`);
const words = place.dataset;
const live = Boolean(words.url);
let door, list, lines = new Map(), failing = false, writing = 0;
const ready = watch();

// --- the list

const read = () => ({
  id: words.door, url: words.url, ticket: words.ticket, title: words.title, when: words.when, where: words.where, walked: +words.walked, people: find('of-people').textContent,
  said: Object.fromEntries(['of', 'figure-of'].map(name => [name, place.querySelector(`[data-said=${name}]`).textContent])),
  rows: [...place.querySelectorAll('[data-row]')].map(line => ({
    key: line.dataset.row, slip: line.dataset.slip, name: line.querySelector('b').textContent, town: line.querySelector('[data-town]').textContent,
    booked: +line.dataset.booked, here: line.querySelector('[name=har]').defaultChecked ? came(line) : 0, kept: Boolean(line.dataset.kept), isNew: Boolean(line.dataset.new),
  })),
});

const came = line => +(line.querySelector('select')?.value || line.dataset.booked || 1);

function draw() {
  const model = find('line').content.firstElementChild;
  place.querySelector('.door').append(...door.rows.map(row => {
    const line = model.cloneNode(true), [box, choice] = [line.querySelector('[name=har]'), line.querySelector('select')];
    Object.assign(line.dataset, { row: row.key, slip: row.slip, booked: row.booked });
    box.value = row.key;
    line.querySelector('b').textContent = row.name;
    line.querySelector('[data-town]').textContent = row.town;
    if (row.booked > 1) {
      const people = choice.dataset.people.split('|');
      line.querySelector('.came').hidden = false;
      line.querySelector('.came .visually-hidden').textContent = ` ${row.name}`;
      choice.id = line.querySelector('.came label').htmlFor = `antal-${row.key}`;
      for (let n = 1; n <= row.booked; n++) choice.add(new Option(n === 1 ? capital(people[0].replace('{0}', number(1))) : capital(people[1].replace('{0}', number(n))), n));
      choice.value = row.booked;
    } else line.querySelector('.came').remove();
    return line;
  }));
  find('empty').hidden = true;
  const title = document.querySelector('.crumbs [data-title]');
  Object.assign(title, { textContent: door.title, href: `/aktiviteter/${door.id}` });
  document.querySelector('.crumbs [data-when]').textContent = door.when;
  find('place').textContent = `${door.where}.`;
  find('of-people').textContent = door.people;
  for (const [name, text] of Object.entries(door.said)) put(name, text);
}

const save = () => door.near ? list.put(door.id, { ...door, rows: door.rows.filter(row => row.kept) }) : undefined;

function show() {
  for (const row of door.rows) {
    const line = lines.get(row.key), choice = line.querySelector('select');
    line.querySelector('[name=har]').checked = row.here > 0;
    if (choice && row.here > 0) choice.value = row.here;
  }
  choose();
}

// --- words

const number = n => words.numbers.split(' ')[n] ?? n;
const capital = text => text.charAt(0).toUpperCase() + text.slice(1);
const put = (name, text) => place.querySelectorAll(`[data-said=${name}]`).forEach(part => { part.textContent = text; });

// what the phone can count by itself; the house says the rest
function count() {
  const here = door.rows.reduce((sum, row) => sum + row.here, 0) + door.walked;
  const missing = door.rows.filter(row => row.here === 0);
  put('here', words.hereWords.replace('{0}', here));
  put('verdict', words.verdictWords.replace('{0}', here));
  put('figure', here);
  put('left', words.leftWords.replace('{0}', missing.reduce((sum, row) => sum + row.booked, 0)));
  put('all', door.rows.length);
  put('missing', missing.length);
}

async function say() {
  const waits = (await waiting(room)).length, away = find('away'), said = away.querySelector('p');
  away.hidden = navigator.onLine && !(failing && waits);
  said.textContent = waits === 0 ? said.dataset.nothing : waits === 1 ? said.dataset.one : said.dataset.many.replace('{0}', capital(number(waits)));
}

// --- acts

async function send() {
  try {
    await flush();
    failing = false;
    find('out').hidden = true;
    clearTimeout(send.later);
    send.later = setTimeout(refresh, 1200);
  } catch (trouble) {
    failing = true;
    find('out').hidden = !(trouble instanceof SignedOut);
  }
  await say();
}

async function act(fields) {
  const entry = crypto.randomUUID();
  writing++;
  count();
  await ready;
  await keep(`${door.url}?handler=Act`, [['Told.Entry', entry], ...fields], { entry, room, way: door.url });
  await save();
  writing--;
  send();
  return entry;
}

function tick(line) {
  const row = door.rows.find(one => one.key === line.dataset.row);
  row.here = line.querySelector('[name=har]').checked ? came(line) : 0;
  choose();
  return act([['Told.Ticket', row.slip], ['Told.Here', row.here > 0], ...row.here > 0 ? [['Told.People', row.here]] : []]);
}

// --- what others ticked

async function refresh() {
  if (!navigator.onLine || document.visibilityState !== 'visible') return;
  try {
    const answer = await ask(`${door.url}?handler=State`);
    if (answer.status === 404) {
      await list.drop(door.id);
      Object.assign(find('out').querySelector('b'), { textContent: words.gone });
      find('out').hidden = false;
      return;
    }
    if (!answer.ok) return;
    const { here, walked, said } = await answer.json();
    if (writing || (await waiting(room)).length) return; // what is ticked here is newer than what came
    for (const row of door.rows) row.here = here[row.key] ?? 0;
    door.walked = walked;
    show();
    count();
    for (const [name, text] of Object.entries(said)) put(name, text);
    door.said = { of: said.of, 'figure-of': said['figure-of'] };
    find('other').hidden = Object.keys(here).every(key => lines.has(key) || (!live && !door.whole));
    if (!live) find('back').hidden = false;
    await save();
  } catch (trouble) {
    find('out').hidden = !(trouble instanceof SignedOut);
  }
}

// --- finding somebody

let part = new URLSearchParams(location.search).get('visa') ?? '';
const sought = place.querySelector('#sok-n');

function choose() {
  const text = sought.value.trim().toLowerCase();
  let any = false;
  for (const row of door.rows) {
    const shown = `${row.name} ${row.town}`.toLowerCase().includes(text) && (part === '' || (part === 'inte' ? row.here === 0 : row.isNew));
    lines.get(row.key).hidden = !shown;
    any ||= shown;
  }
  find('empty').hidden = any;
}

// --- codes

const signs = text => text.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1').replace(/[^0-9A-HJKMNP-TV-Z]/g, '').slice(0, 8);

async function ofCode(code) {
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signs(code)));
  const print = [...new Uint8Array(sum)].map(byte => byte.toString(16).padStart(2, '0')).join('').slice(0, 16);
  return door.rows.find(row => row.key === print);
}

async function arrive(code) {
  const row = await ofCode(code), said = find('code-said');
  said.textContent = row ? words.isHere.replace('{0}', row.name) : words.unknown;
  if (row && row.here === 0) {
    lines.get(row.key).querySelector('[name=har]').checked = true;
    await tick(lines.get(row.key));
  }
  return row;
}

// --- the screen

function listen() {
  place.querySelectorAll('[data-plain]').forEach(button => { button.hidden = true; });
  place.querySelector('.door').addEventListener('change', event => {
    const line = event.target.closest('[data-row]');
    if (event.target.name === 'har' || line.querySelector('[name=har]').checked) tick(line);
  });
  find('list').addEventListener('submit', event => event.preventDefault());
  sought.form.addEventListener('submit', event => event.preventDefault());
  sought.addEventListener('input', choose);
  for (const chip of place.querySelectorAll('[data-part]')) chip.addEventListener('click', event => {
    event.preventDefault();
    part = chip.dataset.part;
    place.querySelectorAll('[data-part]').forEach(other => other === chip ? other.setAttribute('aria-current', 'true') : other.removeAttribute('aria-current'));
    choose();
  });
  const form = find('code');
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (await arrive(form.elements.kod.value)) form.reset();
    else if (navigator.onLine && live) form.submit(); // somebody who has signed up since
  });
  walk();
  camera(place, arrive);
}

function walk() {
  const form = find('walk'), said = find('walk-said');
  let last;
  form?.addEventListener('submit', async event => {
    event.preventDefault();
    const one = event.submitter?.name === 'bara', field = name => one ? '' : form.elements.namedItem(`Told.${name}`).value.trim();
    const yes = !one && form.elements.namedItem('Told.Consent').checked, [name, contact] = [field('Name'), field('Contact')];
    const fields = [['Told.Ticket', door.ticket], ['Told.Name', name]];
    if (yes && contact) fields.push(['Told.Contact', contact], ['Told.Consent', 'true']);
    form.reset();
    said.textContent = contact && !yes ? said.dataset.noConsent : said.dataset.added;
    door.walked++;
    last = await act(fields);
  });
  addEventListener('ute-sent', ({ detail: { entry, room: of, refused, answer } }) => {
    if (of !== room) return;
    if (answer.said || refused) find('told').textContent = said.textContent = answer.said ?? said.dataset.refused;
    if (entry !== last || !answer.row) return;
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button small quiet', textContent: said.dataset.undo });
    button.addEventListener('click', () => {
      said.textContent = said.dataset.takenBack;
      door.walked = Math.max(0, door.walked - 1);
      act([['Told.Ticket', answer.row], ['Told.Here', 'false']]);
    });
    said.append(' ', button);
  });
}

const byKey = () => new Map([...place.querySelectorAll('[data-row]')].map(line => [line.dataset.row, line]));

async function begin() {
  const id = live ? words.door : location.pathname.match(/^\/aktiviteter\/([^/]+)\/dorren$/)?.[1];
  list = kept(room, live ? words.url : location.pathname);
  if (live) {
    door = { ...read(), near: Boolean(words.near) };
    door.whole = door.rows.every(row => row.kept);
    lines = byKey();
    listen(); // at once: nobody waits for a script before ticking
    for (const line of lines.values()) if (line.querySelector('[name=har]').checked !== line.querySelector('[name=har]').defaultChecked) tick(line);
    await ready;
  } else {
    await ready;
    const all = await list.all();
    door = all.find(one => one.id === id);
    if (!id && all.length) return location.replace(all[0].url);
    document.querySelector('[data-none]').hidden = Boolean(door);
    if (!door) return;
    draw();
    place.hidden = false;
    lines = byKey();
    listen();
  }
  if (door.near && live && 'serviceWorker' in navigator) {
    await list.put(door.id, { ...door, rows: door.rows.filter(row => row.kept) }, { until: Date.now() + day });
    shell('/dorren', ['/ute.js', '/dorren.js', '/dorren-kod.js']).catch(() => {});
  }
  show();
  count();
  await say();
  addEventListener('offline', say);
  addEventListener('online', send);
  addEventListener('ute-waits', say);
  document.addEventListener('visibilitychange', refresh);
  setInterval(refresh, often);
  if ((await waiting(room)).length) await send();
  else await refresh();
}

begin();
