// Out there: a tap is written down here first and sent then (see ute.js), each with an id of its own. What is shown is what all phones have tapped,
// as the house said last, and what waits here. The same script for the pages with a net and the empty screen without.
import { SignedOut, flush, keep, kept, shell, waiting } from '/ute.js';

const room = 'stand', asked = location.pathname.match(/^\/aktiviteter\/([^/]+)\/ute/)?.[1];
const place = document.querySelector('[data-stand]'), hand = document.querySelector('[data-hand-screen]');
const isShell = Boolean(document.querySelector('[data-shell]'));

async function find() {
  const all = await kept('stand.about').all();
  const before = all.find(one => one.id === asked) ?? (asked ? undefined : all.at(-1));
  if (isShell) return before;
  const now = JSON.parse((place ?? hand).dataset.about || 'null');
  return now && { ...before, ...now };
}

const stand = await find();
const way = `/aktiviteter/${stand?.id}/ute`, about = kept('stand.about', way), done = kept('stand.taps', way);

const trouble = what => { const out = place?.querySelector('[data-out]'); if (out) out.hidden = !(what instanceof SignedOut); };
const send = () => flush().then(() => trouble(), trouble);

// --- the taps

async function tallies() {
  const part = name => place.querySelector(`[data-${name}]`);
  const taps = (await done.all()).find(one => one.id === stand.id)?.taps ?? [];
  const url = `${way}?handler=Entry`;
  const remember = () => done.put(stand.id, { id: stand.id, taps: taps.slice(-60) }, { until: Math.max(stand.ends, Date.now()) + 36 * 3600_000 });

  async function show() {
    const counts = new Map(Object.entries(stand.counts)), waits = (await waiting()).filter(one => one.room.split('.')[0] === room);
    const add = (key, more) => counts.set(key, Math.max(0, (counts.get(key) ?? 0) + more));
    for (const tap of waits.filter(one => one.url === url).map(one => Object.fromEntries(one.fields))) {
      const mistake = taps.find(one => one.nonce === tap['Tap.Undoes']);
      if (tap['Tap.Sort'] !== 'Undo') add(tap['Tap.Topic'] || tap['Tap.Sort'], +tap['Tap.Amount']);
      else if (mistake) add(mistake.key, -mistake.amount);
    }
    for (const count of place.querySelectorAll('[data-count]')) count.textContent = counts.get(count.dataset.count) ?? 0;
    part('away').hidden = navigator.onLine;
    part('waits').hidden = waits.length === 0;
    const words = part('waits').firstElementChild;
    words.textContent = (waits.length === 1 ? words.dataset.one : words.dataset.many).replace('{0}', waits.length);
    if (part('undo')) part('undo').hidden = !taps.some(one => !one.undone); // there is none before one may count
  }

  async function tap(fields) {
    const nonce = crypto.randomUUID();
    await keep(url, [['Tap.Nonce', nonce], ...fields], { entry: nonce, room, way });
    await show();
    send();
    return nonce;
  }

  const value = (form, name) => form.elements.namedItem(`Tap.${name}`).value;

  place.addEventListener('submit', async event => {
    event.preventDefault();
    event.stopImmediatePropagation(); // two presses are two here
    const form = event.target;
    if (form.matches('[data-undo]')) {
      const last = taps.findLast(one => !one.undone);
      if (!last) return;
      last.undone = true;
      await remember();
      await tap([['Tap.Sort', 'Undo'], ['Tap.Undoes', last.nonce]]);
      part('said').textContent = part('said').dataset.undone;
      return;
    }
    const [sort, amount, topic] = [value(form, 'Sort'), +value(form, 'Amount'), value(form, 'Topic')];
    const one = { key: topic || sort, amount };
    one.nonce = await tap([['Tap.Sort', sort], ['Tap.Amount', amount], ['Tap.Topic', topic]]);
    taps.push(one);
    part('said').textContent = '';
    await remember();
    await show();
    navigator.vibrate?.(15);
  });

  addEventListener('ute-sent', async ({ detail: { room: from, refused, answer } }) => {
    if (from.split('.')[0] !== room) return;
    if (refused || answer.said) {
      part('refused').hidden = false;
      part('refused').firstElementChild.textContent = part('refused').firstElementChild.dataset.words.replace('{0}', answer.said ?? '');
    }
    if (answer.stand === stand.id) {
      stand.counts = answer.counts;
      await about.put(stand.id, stand);
    }
    await show();
  });
  addEventListener('offline', show);
  addEventListener('online', show);

  if (isShell) fill(part);
  else await about.put(stand.id, stand, { until: Math.max(stand.ends, Date.now()) + 36 * 3600_000 });
  await show();
  if (navigator.onLine) send();
  if (!isShell && 'serviceWorker' in navigator) shell('/ute', ['/stand.js', '/ute.js']).catch(() => {});
}

// The empty screen gets what the phone has kept.
function fill(part) {
  part('title').textContent = stand.title;
  part('where').textContent = stand.where;
  part('hand').href = `${way}/intresse`;
  part('topics').hidden = stand.points.length === 0;
  for (const { id, topic, text } of stand.points) {
    const form = part('topic-list').appendChild(place.querySelector('template[data-topic]').content.firstElementChild.cloneNode(true));
    form.elements.namedItem('Tap.Topic').value = id;
    form.querySelector('button span').textContent = topic;
    form.querySelector('.count').dataset.count = id;
    if (!text) continue;
    const line = part('say-list').appendChild(document.createElement('div'));
    line.appendChild(document.createElement('dt')).appendChild(document.createElement('b')).textContent = topic;
    line.appendChild(Object.assign(document.createElement('dd'), { className: 'prose', textContent: text }));
  }
  part('say').hidden = !stand.points.some(point => point.text);
}

// --- whoever wants to join in

function raisesHand() {
  const part = name => hand.querySelector(`[data-${name}]`), form = part('hand-form');
  for (const words of isShell ? hand.querySelectorAll('[data-unit]') : []) words.textContent = words.textContent.replace('{0}', stand.unit);
  for (const back of isShell ? hand.querySelectorAll('[data-back]') : []) back.href = way;
  const show = thanks => {
    [part('thanks').hidden, part('writing').hidden] = [!thanks, thanks];
    (thanks ? part('thanks') : part('writing')).querySelector('h1').focus();
    scrollTo(0, 0);
  };
  const contact = form?.elements.namedItem('Input.Contact');
  const check = () => contact.setCustomValidity(/\S@\S|(\d\D*){7}/.test(contact.value) || !contact.value ? '' : contact.dataset.wrong);
  contact?.addEventListener('input', check);
  form?.addEventListener('submit', async event => {
    event.preventDefault();
    event.stopImmediatePropagation();
    const nonce = crypto.randomUUID();
    const fields = [...new FormData(form)].filter(([name]) => name.startsWith('Input.') && name !== 'Input.Nonce');
    form.reset(); // nobody reads what the one before wrote
    await keep(`${way}/intresse?handler=Entry`, [['Input.Nonce', nonce], ...fields], { entry: nonce, room: 'stand.hand', way });
    show(true);
    send();
  });
  part('another').addEventListener('click', event => { event.preventDefault(); show(false); });
  addEventListener('pageshow', event => { if (event.persisted) form?.reset(); });
}

if (isShell) {
  const isHand = location.pathname.endsWith('/intresse') && stand;
  document.querySelector('[data-shell]').hidden = isHand;
  document.querySelector('[data-shell-hand]').hidden = !isHand;
  if (!stand) {
    place.querySelector('[data-none]').hidden = false;
    for (const part of place.querySelectorAll('[data-taps], [data-say]')) part.hidden = true;
  }
}
if (stand && place) await tallies();
if (stand && hand) raisesHand();
